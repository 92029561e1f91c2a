/** Returns the message of an error, or what was thrown in place of one, as text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
