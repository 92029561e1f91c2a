/** Reads an environment variable, trimmed. A blank one counts as absent: Docker Compose sets some to nothing. */
export function readVariable(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return (Object.hasOwn(environment, name) && environment[name]?.trim()) || undefined
}
