import { listOf } from '../common/describe-missing.js'
import { isPrivateHost } from '../common/is-private-host.js'
import { refuse } from '../errors/input-error.js'

/** The variables of the environment that stand for options. */
const variables = {
  apiUrl: 'SCEYT_API_URL',
  appId: 'SCEYT_APP_ID',
  apiKey: 'SCEYT_API_KEY',
  baseUrl: 'SCEYT_BASE_URL',
  allowHttp: 'SCEYT_ALLOW_HTTP',
} as const

/** An option that the environment may set. */
export type EnvironmentOption = keyof typeof variables

/** Reads the variable of an option, trimmed. A blank one counts as absent: Docker Compose sets some to nothing. */
export function readEnv(option: EnvironmentOption): string | undefined {
  const variable = variables[option]
  try {
    const env = globalThis.process?.env
    return (env && Object.hasOwn(env, variable) && env[variable]?.trim()) || undefined
  } catch {
    // Deno throws where reading the environment is not permitted.
    return undefined
  }
}

/** To which hosts plain http is allowed, and how to allow it to another one without a change of the code. */
export interface HttpRule {
  allows(host: string): boolean
  alternative(host: string): string
}

/**
 * Reads the rule for plain http: the option of the client, or else the environment, for hosts of private networks.
 *
 * @throws InputError if the variable is neither true nor false.
 */
export function readHttpRule(allowHttp: boolean | undefined): HttpRule {
  const isAllowed = allowHttp === undefined && readAllowHttp()
  return {
    allows: (host) => allowHttp || (isAllowed && isPrivateHost(host)),
    alternative: (host) =>
      allowHttp !== false && isPrivateHost(host) ? ', or SCEYT_ALLOW_HTTP=true in the environment' : '',
  }
}

function readAllowHttp(): boolean {
  const value = readEnv('allowHttp') ?? 'false'
  const isAllowed = /^(true|1|yes)$/i.test(value)
  if (!isAllowed && !/^(false|0|no)$/i.test(value)) refuse(variables.allowHttp, 'true or false', value)
  return isAllowed
}

/**
 * Returns the advice on options that are missing.
 *
 * @param part - The option in code that replaces the base URL of the environment.
 */
export function howToSet(options: readonly EnvironmentOption[], part?: string): string {
  const { length } = options
  const replaced =
    options[1] === 'appId' ? `; ${variables.baseUrl} replaces ${length > 2 ? 'the first two' : 'both'}` : ''
  const unused = part && readEnv('baseUrl') ? ` ${variables.baseUrl} is not used together with ${part}.` : ''
  return `Pass ${length > 1 ? 'them' : 'it'} to createSceyt, or set ${listOf(options.map((option) => variables[option]))}${replaced}.${unused}`
}
