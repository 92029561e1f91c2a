import { apiKeyHeader } from '../../generated/operations.js'
import { isConnectionHeader, isHeaderName } from '../common/header-syntax.js'
import { copyOptions, failWith, refuseUnknown } from '../common/read-options.js'
import { InputError, toInputError } from '../errors/input-error.js'
import type { Fetch } from '../http/attempt.js'
import type { CallLimits } from '../http/call-state.js'
import { globalFetch } from '../http/global-fetch.js'
import type { RateLimiter } from '../http/rate-limiter.js'
import { type FilterSeparator, filterSeparators } from '../operation/filter.js'
import {
  type Check,
  checkFilterSeparator,
  checkHooks,
  checkLimiter,
  checkLogger,
  checkLogLevel,
  checkMaximum,
  checkSignal,
  checkTime,
  count,
  isFunction,
  isUserAgent,
  mustBe,
} from './check-options.js'
import type { Hooks } from './hooks.js'
import type { Inspect } from './inspect.js'
import type { Logger, LogLevel } from './logger.js'
import { type Connection, resolveConnection } from './resolve-connection.js'
import { defaultUserAgent, isBrowser } from './user-agent.js'

/** Options of a client. Connection options that are missing are read from the environment. */
export interface SceytOptions {
  /** API host, such as `us-ohio-api.sceyt.com`, with or without scheme and slash. Default: `SCEYT_API_URL`. */
  apiUrl?: string | undefined
  /** Id of the application. Default: `SCEYT_APP_ID`. */
  appId?: string | undefined
  /** API key. Default: `SCEYT_API_KEY`. */
  apiKey?: string | undefined
  /**
   * The whole base URL, for a proxy or a mock, in place of `apiUrl` and `appId`. Default: `SCEYT_BASE_URL`, unless one of
   * them is passed.
   */
  baseUrl?: string | undefined
  /** Name of the header that carries the key. Default: `Platform-Api-Key`. */
  apiKeyHeader?: string | undefined
  /**
   * The separator between the values of `in` filters in the request. Default: `;`. Conditions are always written with `;`;
   * `&` is sent as `%26`.
   */
  filterSeparator?: FilterSeparator | undefined
  /**
   * The `User-Agent` header, or `false` to leave it to the runtime. Default: the version of this package and the runtime, such
   * as `sceyt-platform/0.2.0 Node.js/22`. The headers of a call may replace it. In a browser it is not sent.
   */
  userAgent?: string | false | undefined
  /**
   * Used in place of the global `fetch`. A wrapper around that of Node must pass on the `dispatcher` in its second argument, since
   * Node repeats a write after a 421 without it. For a proxy, use `pooledFetch`, or `setGlobalDispatcher` of undici.
   */
  fetch?: Fetch | undefined
  /**
   * Aborts all calls of the client, in any phase, and rejects later ones with the signal's reason. Use it for a graceful shutdown.
   * A call has its own `signal` as well. Default: none.
   */
  signal?: AbortSignal | undefined
  /** Milliseconds that one attempt may take, body included. Default: 30000. `Infinity` for no limit. */
  timeout?: number | undefined
  /** Milliseconds that a call may take, with all its attempts and waits. Default: `Infinity`, which is no limit. */
  totalTimeout?: number | undefined
  /** Maximum number of retries, where a retry is safe. Default: 2. */
  maxRetries?: number | undefined
  /** Maximum number of requests in flight; other calls wait in a queue. Default: `Infinity`. */
  maxConcurrent?: number | undefined
  /** Called before every attempt, to keep a rate limit, such as `limiter` of `sceyt-platform/bulk`. Default: none. */
  limiter?: RateLimiter | undefined
  /**
   * Maximum size of the JSON of a response, in bytes after decompression. Default: 16777216, which is 16 MiB. `Infinity` for
   * no limit. It does not apply to files: download a file of unknown size as a stream.
   */
  maxResponseBytes?: number | undefined
  /** Functions that observe every call. */
  hooks?: Hooks | undefined
  /** The logger. Default: `console`. */
  logger?: Logger | undefined
  /** Level of logging. Default: `warn`, which logs deprecated operations, unknown fields, and hooks that fail. */
  logLevel?: LogLevel | undefined
  /** Inspects the JSON of each 2xx response, and may throw to reject the call. `createSceyt` of `sceyt-platform/validate` sets one. */
  inspect?: Inspect | undefined
  /**
   * Allow plain `http` to a host other than this machine. The key is then sent unencrypted. The variable
   * `SCEYT_ALLOW_HTTP=true` allows it for hosts of a private network, unless this is `false`.
   */
  allowHttp?: boolean | undefined
  /** Allow use in a browser, where anyone can read the key. */
  allowBrowser?: boolean | undefined
}

const connectionOptions = ['apiUrl', 'appId', 'apiKey', 'baseUrl', 'allowHttp', 'allowBrowser'] as const

/** The options that make up the `Connection`. */
type ConnectionOption = (typeof connectionOptions)[number]

/** Any other option. A new one needs a field in `SceytOptions`, and its default and check in `settings`. */
type Setting = Exclude<keyof SceytOptions, ConnectionOption>

/**
 * The default of each option, and the check of its values. The getters read globals, which may be set after the import of this
 * module.
 */
const settings = {
  apiKeyHeader: [
    apiKeyHeader,
    mustBe(
      'the name of an HTTP header that `fetch` does not set itself',
      (name) => isHeaderName(name) && !isConnectionHeader(name),
    ),
  ],
  filterSeparator: [filterSeparators[0] as FilterSeparator, checkFilterSeparator],
  get userAgent() {
    return [
      defaultUserAgent(),
      mustBe(
        'a string that is not empty and has no line breaks, of characters that are allowed in a header, or false',
        isUserAgent,
      ),
    ] as const
  },
  fetch: [globalFetch, mustBe('a function with the signature of the global fetch', isFunction)],
  signal: [undefined, checkSignal],
  timeout: [30_000, checkTime],
  totalTimeout: [Infinity, checkTime],
  maxRetries: [2, count(0)],
  maxConcurrent: [Infinity, checkMaximum],
  limiter: [undefined, checkLimiter],
  maxResponseBytes: [2 ** 24, checkMaximum],
  hooks: [{}, checkHooks],
  get logger() {
    return [console, checkLogger] as const
  },
  logLevel: ['warn', checkLogLevel],
  inspect: [undefined, mustBe('a function', isFunction)],
} satisfies { readonly [Name in Setting]: readonly [value: SceytOptions[Name], check: Check] }

const optionNames: readonly string[] = [...connectionOptions, ...Object.keys(settings)]

/** The options with all defaults. */
export type ResolvedOptions = Connection & {
  [Name in Setting]: undefined extends (typeof settings)[Name][0]
    ? SceytOptions[Name]
    : Exclude<SceytOptions[Name], undefined>
}

/**
 * Checks every option and adds the defaults.
 *
 * @throws InputError naming the option that is missing or not valid.
 */
export function resolveOptions(options: SceytOptions): ResolvedOptions {
  const fail = failWith(InputError)
  const own = copyOptions('options', options, optionNames, fail)
  if ('validate' in own)
    throw new InputError('validate', "is an option of createSceyt of 'sceyt-platform/validate': import that one.")
  refuseUnknown(own, 'option', optionNames, fail)
  for (const name of ['allowHttp', 'allowBrowser'] as const)
    if (![undefined, true, false].includes(own[name])) fail(name, 'must be true or false.')
  const inBrowser = isBrowser()
  if (inBrowser && !own.allowBrowser) {
    throw new InputError(
      'allowBrowser',
      'is not set, and this is a browser, where anyone could read the API key. Call the API from your server, or set allowBrowser: true for a key that is not secret.',
    )
  }
  const resolved: Partial<ResolvedOptions> = {}
  for (const name of Object.keys(settings) as Setting[]) {
    const [fallback, check] = settings[name]
    const { [name]: value = fallback } = own
    try {
      if (value !== undefined) check(name, value)
    } catch (cause) {
      throw toInputError(cause, name)
    }
    Object.assign(resolved, { [name]: value })
  }
  // Some browsers ignore the header, and the others ask the server to permit it.
  if (inBrowser) resolved.userAgent = false
  return Object.assign(resolved, resolveConnection(own)) as ResolvedOptions
}

/** @throws InputError naming the limit that is not valid. */
export function checkLimits({
  timeout,
  totalTimeout,
  maxRetries,
}: Pick<CallLimits, 'timeout' | 'totalTimeout' | 'maxRetries'>): void {
  settings.timeout[1]('timeout', timeout)
  settings.totalTimeout[1]('totalTimeout', totalTimeout)
  settings.maxRetries[1]('maxRetries', maxRetries)
}
