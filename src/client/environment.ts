import { refuse } from '../errors/input-error.js'

/** The variables of the environment that stand for options. */
export const variables = { apiUrl: 'SCEYT_API_URL', appId: 'SCEYT_APP_ID', apiKey: 'SCEYT_API_KEY' } as const
type Variable = (typeof variables)[keyof typeof variables] | 'SCEYT_BASE_URL' | 'SCEYT_ALLOW_HTTP'

/** Reads a variable of the environment, trimmed. A blank one counts as absent: Docker Compose sets some to nothing. */
export function readEnv(variable: Variable): string | undefined {
  try {
    const env = globalThis.process?.env
    return (env && Object.hasOwn(env, variable) && env[variable]?.trim()) || undefined
  } catch {
    // Deno throws where reading the environment is not permitted.
    return undefined
  }
}

/**
 * Returns whether the environment allows plain http to hosts of private networks.
 *
 * @throws InputError if the variable is neither true nor false.
 */
export function readAllowHttp(): boolean {
  const value = readEnv('SCEYT_ALLOW_HTTP') ?? 'false'
  const isAllowed = /^(true|1|yes)$/i.test(value)
  if (!isAllowed && !/^(false|0|no)$/i.test(value)) refuse('SCEYT_ALLOW_HTTP', 'true or false', value)
  return isAllowed
}
