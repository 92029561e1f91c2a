import { failWith, readOptions } from '../common/read-options.js'
import { InputError, refuse } from '../errors/input-error.js'
import type { RateLimiter } from '../http/rate-limiter.js'
import type { BodyFormat } from '../http/read-body.js'
import type { BodySerializer } from '../operation/encode-body.js'
import type { Operation } from '../operation/operation.js'

/** Options of any call. */
export interface RequestOptions {
  /** Aborts the call, which then rejects with the signal's reason. A write that was sent may still take effect. Default: none. */
  signal?: AbortSignal | undefined
  /** Headers to add. They replace those of the client, but not the API key. Default: none. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that one attempt may take, body included. `Infinity` for no limit. Default: that of the client, 30000. */
  timeout?: number | undefined
  /** Milliseconds that the call may take, with all its attempts and waits. Default: that of the client, `Infinity`: no limit. */
  totalTimeout?: number | undefined
  /** Maximum number of retries, where a retry is safe. Default: that of the client, 2. */
  maxRetries?: number | undefined
  /** Called before every attempt. Default: that of the client, none. */
  limiter?: RateLimiter | undefined
}

/** Options of a download. */
export interface DownloadOptions extends RequestOptions {
  /**
   * `blob` reads the file into memory; `stream` returns it while it is received. Default: `blob`.
   * The timeouts of a stream end with its headers. The signal still aborts it. A stream holds a connection until it was
   * read to its end: if you stop before, `cancel()` it, which closes the connection at once.
   */
  as?: 'blob' | 'stream' | undefined
}

/** The options of resource calls and of raw calls. `HeadersInit` and `BodyInit` exist only in projects with DOM types. */
export interface CallOptions {
  headers: unknown
  signal: AbortSignal | null | undefined
  timeout: number | undefined
  totalTimeout: number | undefined
  maxRetries: number | undefined
  limiter: RateLimiter | undefined
  as: BodyFormat | undefined
  /** Serializes the query in place of the client. */
  querySerializer: unknown
  /** Serializes the body in place of the client. */
  bodySerializer: BodySerializer | undefined
  middleware: readonly unknown[] | undefined
  /** Other options for `fetch`. */
  init: RequestInit | undefined
  /** The query of a next page, as the server wrote it. It is sent byte for byte and not checked: a server may exceed the limits for callers. */
  nextQuery: string | undefined
  /** The composed method that this call is a step of: its errors name it. */
  composed: Partial<Pick<Operation, 'name' | 'idempotent'>> | undefined
  /** Start of the composed method that this call is a step of, on the clock of `now()`. */
  started: number | undefined
  /** Whether the caller handles an error, which is then not reported as a failure. */
  expects: ((error: unknown) => boolean) | undefined
}

/** The options of a call that has none. Every option is a field of its own, so that nothing is read from a prototype. */
export const noOptions: CallOptions = {
  headers: undefined,
  signal: undefined,
  timeout: undefined,
  totalTimeout: undefined,
  maxRetries: undefined,
  limiter: undefined,
  as: undefined,
  querySerializer: undefined,
  bodySerializer: undefined,
  middleware: undefined,
  init: undefined,
  nextQuery: undefined,
  composed: undefined,
  started: undefined,
  expects: undefined,
}

const callOptions = ['signal', 'headers', 'timeout', 'totalTimeout', 'maxRetries', 'limiter']
const downloadOptions = [...callOptions, 'as']

/**
 * Reads the options of a call of a resource method.
 *
 * @throws InputError naming the option that is not known.
 */
export function readCallOptions(operation: Operation, options: DownloadOptions | undefined): CallOptions {
  if (options === undefined) return noOptions
  const isDownload = operation.result === 'file'
  const known = isDownload ? downloadOptions : callOptions
  const own = readOptions('options', options, 'option', known, failWith(InputError))
  const { as } = own
  if (as !== undefined && as !== 'blob' && as !== 'stream') refuse('as', '"blob" or "stream"', as)
  return { ...noOptions, ...own }
}
