import { apiKeyHeader as documentedHeader, serverUrl } from '../../generated/operations.js'
import { isLoopback } from '../common/is-loopback.js'
import { InputError } from '../errors/input-error.js'
import type { Fetch } from '../http/attempt.js'
import type { CallLimits } from '../http/call-state.js'
import { isHeaderName } from '../operation/check-headers.js'
import { encode, isWellFormed } from '../operation/encode-url.js'
import { type FilterSeparator, filterSeparators } from '../operation/filter.js'
import type { Hooks } from './hooks.js'
import type { Inspect } from './inspect.js'
import { type Logger, type LogLevel, logLevels } from './logger.js'

/** Options of a client. Connection options that are missing are read from the environment. */
export interface SceytOptions {
  /** API host, such as `us-ohio-api.sceyt.com`, with or without scheme and slash. Default: `SCEYT_API_URL`. */
  apiUrl?: string | undefined
  /** Id of the application. Default: `SCEYT_APP_ID`. */
  appId?: string | undefined
  /** API key. Default: `SCEYT_API_KEY`. */
  apiKey?: string | undefined
  /** The whole base URL, for a proxy or a mock, in place of `apiUrl` and `appId`. */
  baseUrl?: string | undefined
  /** Name of the header that carries the key. Default: `Platform-Api-Key`. */
  apiKeyHeader?: string | undefined
  /**
   * The separator between the values of `in` filters in the request. Default: `;`. Conditions are always written with `;`;
   * `&` is sent as `%26`.
   */
  filterSeparator?: FilterSeparator | undefined
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined
  /** Milliseconds that one attempt may take, body included. Default: 30000. `Infinity` for no limit. */
  timeout?: number | undefined
  /** Milliseconds that a call may take, with all its attempts and waits. Default: `Infinity`, which is no limit. */
  totalTimeout?: number | undefined
  /** Maximum number of retries, where a retry is safe. Default: 2. */
  maxRetries?: number | undefined
  /** Maximum number of requests in flight; other calls wait in a queue. Default: `Infinity`. */
  maxConcurrent?: number | undefined
  /**
   * Maximum size of the JSON of a response, in bytes after decompression. Default: 16777216, which is 16 MiB. `Infinity` for
   * no limit. It does not apply to files: download a file of unknown size as a stream.
   */
  maxResponseBytes?: number | undefined
  /** Functions that observe every call. */
  hooks?: Hooks | undefined
  /** The logger. Default: `console`. */
  logger?: Logger | undefined
  /** How much is logged. Default: `warn`, which logs deprecated operations and hooks that fail. */
  logLevel?: LogLevel | undefined
  /** Inspects the JSON of each 2xx response, and may throw to reject the call. `sceyt-platform/validate` has one. */
  inspect?: Inspect | undefined
  /** Allow plain `http` to a host other than this machine. The key is then sent unencrypted. */
  allowHttp?: boolean | undefined
  /** Allow use in a browser, where anyone can read the key. */
  allowBrowser?: boolean | undefined
}

/** The options with all defaults. */
export interface ResolvedOptions {
  baseUrl: string
  apiKey: string
  apiKeyHeader: string
  filterSeparator: FilterSeparator
  fetch: Fetch
  timeout: number
  totalTimeout: number
  maxRetries: number
  maxConcurrent: number
  maxResponseBytes: number
  hooks: Hooks
  logger: Logger
  logLevel: LogLevel
  inspect: Inspect | undefined
}

/**
 * Checks every option and adds the defaults.
 *
 * @throws InputError naming the option that is missing or not valid.
 */
export function resolveOptions(options: SceytOptions): ResolvedOptions {
  if (typeof options !== 'object' || options === null) throw new InputError('options', 'must be an object.')
  if ('validate' in options)
    throw new InputError('validate', "is an option of createSceyt of 'sceyt-platform/validate': import that one.")
  if (isBrowser() && !options.allowBrowser) {
    throw new InputError(
      'allowBrowser',
      'is not set, and this is a browser, where anyone could read the API key. Call the API from your server, or set allowBrowser: true for a key that is not secret.',
    )
  }
  const {
    apiKeyHeader = documentedHeader,
    filterSeparator = filterSeparators[0] as FilterSeparator,
    fetch = globalFetch,
    timeout = 30_000,
    totalTimeout = Infinity,
    maxRetries = 2,
    maxConcurrent = Infinity,
    maxResponseBytes = 2 ** 24,
    hooks = {},
    logger = console,
    logLevel = 'warn',
    inspect,
  } = options
  checkLimits({ timeout, totalTimeout, maxRetries })
  if (maxConcurrent !== Infinity) checkCount('maxConcurrent', maxConcurrent, 1)
  if (maxResponseBytes !== Infinity) checkCount('maxResponseBytes', maxResponseBytes, 1)
  if (typeof hooks !== 'object' || hooks === null) throw new InputError('hooks', 'must be an object of functions.')
  for (const [name, hook] of Object.entries({ ...hooks, inspect })) {
    if (hook !== undefined && typeof hook !== 'function')
      throw new InputError(hook === inspect ? 'inspect' : `hooks.${name}`, 'must be a function.')
  }
  if (!logLevels.includes(logLevel))
    throw new InputError('logLevel', `must be one of ${logLevels.join(', ')}, got ${JSON.stringify(logLevel)}.`)
  for (const level of logLevels.slice(1) as (keyof Logger)[]) {
    if (typeof logger?.[level] !== 'function')
      throw new InputError('logger', `must have the method ${level}, as console has.`)
  }
  if (typeof fetch !== 'function')
    throw new InputError('fetch', 'must be a function with the signature of the global fetch.')
  if (!isHeaderName(apiKeyHeader)) throw new InputError('apiKeyHeader', 'must be the name of an HTTP header.')
  if (!filterSeparators.includes(filterSeparator)) {
    const received =
      typeof filterSeparator === 'string'
        ? JSON.stringify(filterSeparator)
        : filterSeparator === null
          ? 'null'
          : typeof filterSeparator
    throw new InputError(
      'filterSeparator',
      `must be ${filterSeparators.map((known) => `"${known}"`).join(' or ')}, got ${received}.`,
    )
  }
  return {
    baseUrl: resolveBaseUrl(options),
    apiKey: resolveApiKey(options.apiKey),
    apiKeyHeader,
    filterSeparator,
    fetch,
    timeout,
    totalTimeout,
    maxRetries,
    maxConcurrent,
    maxResponseBytes,
    hooks,
    logger,
    logLevel,
    inspect,
  }
}

/** @throws InputError naming the limit that is not valid. */
export function checkLimits({
  timeout,
  totalTimeout,
  maxRetries,
}: Pick<CallLimits, 'timeout' | 'totalTimeout' | 'maxRetries'>): void {
  checkTime('timeout', timeout)
  checkTime('totalTimeout', totalTimeout)
  checkCount('maxRetries', maxRetries, 0)
}

function checkTime(name: string, time: unknown): void {
  const known = typeof time === 'number' && time > 0 && (time === Infinity || time < 2 ** 31)
  if (!known)
    throw new InputError(
      name,
      `must be a number of milliseconds, 1 to ${2 ** 31 - 1}, or Infinity, got ${String(time)}.`,
    )
}

function checkCount(name: string, count: unknown, least: number): void {
  if (!Number.isSafeInteger(count) || (count as number) < least)
    throw new InputError(name, `must be a whole number, ${least} or more, got ${String(count)}.`)
}

// Read at each call, so that a test or a tracer may replace it; called unbound, as browsers require.
const globalFetch: Fetch = (input, init) => globalThis.fetch(input, init)

function resolveApiKey(given: string | undefined): string {
  const apiKey = optionOrEnv('apiKey', given, 'SCEYT_API_KEY')
  if (!/^[\x20-\x7e\xa0-\xff]*$/.test(apiKey))
    throw new InputError('apiKey', 'must be a string without line breaks, of characters that are allowed in a header.')
  if (apiKey !== apiKey.trim()) throw new InputError('apiKey', 'must not begin or end with a space.')
  return apiKey
}

function resolveBaseUrl({ baseUrl, apiUrl, appId, allowHttp }: SceytOptions): string {
  if (baseUrl !== undefined) return checkUrl('baseUrl', baseUrl, allowHttp).href.replace(/(?<!\/)\/+$/, '')

  const host = optionOrEnv('apiUrl', apiUrl, 'SCEYT_API_URL')
  const url = checkUrl('apiUrl', /^[a-z][a-z0-9+.-]*:\/\//i.test(host) ? host : `https://${host}`, allowHttp)
  if (url.pathname !== '/')
    throw new InputError(
      'apiUrl',
      `must be a host without a path, got ${JSON.stringify(url.pathname)}. For a path, use baseUrl.`,
    )
  const id = optionOrEnv('appId', appId, 'SCEYT_APP_ID')
  if (!isWellFormed(id) || id !== encode(id) || /^\.+$/.test(id))
    throw new InputError('appId', `must be letters, digits and -._~, got ${JSON.stringify(id)}.`)
  return serverUrl.replace('https://{apiUrl}', url.origin).replace('{appId}', id)
}

function checkUrl(option: string, value: string, allowHttp: boolean | undefined): URL {
  if (typeof value !== 'string')
    throw new InputError(option, `must be a string, got ${value === null ? 'null' : typeof value}.`)
  if (!URL.canParse(value)) throw new InputError(option, `must be a URL, got ${JSON.stringify(value)}.`)
  const url = new URL(value)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new InputError(option, `must be https, got ${url.protocol}//.`)
  if (url.username || url.password) throw new InputError(option, 'must not contain a user name or password.')
  if (/[?#]/.test(value)) throw new InputError(option, 'must not contain a query or fragment.')
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
    throw new InputError(
      option,
      `is plain http, which would send the API key unencrypted to ${url.hostname}. Use https, or set allowHttp: true.`,
    )
  }
  return url
}

function optionOrEnv(option: string, given: string | undefined, variable: string): string {
  const value = given ?? readEnv(variable)
  if (value === undefined) throw new InputError(option, `is missing. Pass it to createSceyt, or set ${variable}.`)
  if (typeof value !== 'string')
    throw new InputError(option, `must be a string, got ${value === null ? 'null' : typeof value}.`)
  if (value.trim() === '') throw new InputError(option, `is empty. Pass it to createSceyt, or set ${variable}.`)
  return value
}

function readEnv(variable: string): string | undefined {
  try {
    return globalThis.process?.env?.[variable]
  } catch {
    // Deno throws where reading the environment is not permitted.
    return undefined
  }
}

// Every browser, page or worker, identifies as Mozilla; no server runtime does.
function isBrowser(): boolean {
  return typeof navigator !== 'undefined' && /^Mozilla\//.test(navigator.userAgent ?? '')
}
