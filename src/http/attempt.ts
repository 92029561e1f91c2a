import { fieldOf } from '../common/field-of.js'
import { isReadableStream } from '../common/is-readable-stream.js'
import { ownFields } from '../common/own-fields.js'
import { ConnectionError } from '../errors/connection-error.js'
import { InputError } from '../errors/input-error.js'
import { type Redact, redactError } from '../errors/redact.js'
import { RedirectError } from '../errors/redirect-error.js'
import { ResponseError } from '../errors/response-error.js'
import { SceytError } from '../errors/sceyt-error.js'
import { attemptLimits, type CallState, contextOf } from './call-state.js'
import type { BeginRequest } from './call-tracer.js'
import { checkComplete, sizeOf } from './check-complete.js'
import { provesPermanent, provesUnsent } from './classify-failure.js'
import { type Work, withLimits } from './deadline.js'
import { type FastFetch, type FastResponse, prepare, takesDeadline } from './fast-path.js'
import { now } from './monotonic-clock.js'
import { createResponseError } from './parse-response.js'
import { bodyOf, InvalidBody, readContent, readErrorBody, untilAborted } from './read-body.js'
import { type Received, toResponse } from './received.js'
import type { Reporter } from './reporter.js'
import { BodyError, openBody } from './request-body.js'
import { sendOnce } from './send-once.js'
import type { Sendable } from './sendable.js'
import { toStandardResponse } from './to-standard-response.js'

/** The part of the global `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The parts of a client that every attempt uses. */
export interface Wire {
  readonly fetch: FastFetch
  readonly redact: Redact
  readonly reporter: Reporter
}

/**
 * Sends a request once and reads the response to its end, within `timeout` and what is left of `totalTimeout`.
 * It rejects at once when the time is up or the signal is aborted, even if `fetch` ignores that.
 *
 * @param begin - Begins the span of the request, if the call is traced.
 * @returns The response, whatever its status. The body of an error status is an excerpt.
 * @throws ConnectionError if there is no response.
 * @throws ResponseError if the body is truncated, too large, or not UTF-8.
 * @throws RedirectError on any 3xx.
 * @throws TimeoutError if the time is up.
 */
export function attempt(
  call: CallState,
  sendable: Sendable,
  { fetch, redact, reporter }: Wire,
  begin?: BeginRequest,
): Promise<Received> {
  const limits = attemptLimits(call)
  call.attemptStarted = now()
  call.attemptEnded = 0
  const ends = call.attemptStarted + limits.timeout
  return withLimits(limits, async (deadline) => {
    call.phase = 'source'
    let result: unknown
    let bodyError: BodyError | undefined
    try {
      const opened = openBody(sendable.body, deadline, (error) => {
        bodyError = error
      })
      const body = opened instanceof Promise ? await opened : opened
      call.phase = 'headers'
      const preparing = fetch[prepare]?.()
      if (preparing) await preparing
      const begun = begin?.(sendable)
      const init = toInit(begun?.sendable ?? sendable, body, fetch[takesDeadline] ? undefined : deadline.signal)
      const send = () => {
        reporter.request(call, sendable.url, init)
        // Called unbound, as browsers require of their own.
        return fetch[takesDeadline] ? fetch(sendable.url, init, deadline) : sendOnce(fetch, sendable.url, init)
      }
      result = await (begun ? begun.send(async () => send()) : send())
    } catch (thrown) {
      const error = toReadable(thrown)
      if (!(error instanceof InputError) || call.unclear) throw toConnectionError(call, bodyError ?? error, redact)
      // Nothing was sent in this attempt.
      call.attempts--
      throw withContext(error, call, redact)
    }
    try {
      const response: FastResponse = toStandardResponse(result, call.format === 'json')
      if (deadline.ended) {
        discard(response)
        throw deadline.ended.reason
      }
      call.phase = 'body'
      if (response.ok) {
        const problem = checkComplete(call, sendable, response, redact)
        if (problem) {
          discard(response)
          throw createResponseError(problem, contextOf(call), response, redact)
        }
        return { response, content: await readSuccess(call, response, redact, sizeOf(response), deadline) }
      }
      if (isRedirect(response)) {
        discard(response)
        throw new RedirectError(response.status, targetOf(response, redact), contextOf(call))
      }
      // The status is known: a slow body must not turn it into a timeout.
      deadline.stopTimer()
      const content = await readErrorBody(response, redact, ends - now())
      return { response: toResponse({ response, content }, redact), content }
    } catch (error) {
      throw error instanceof SceytError || deadline.ended ? error : toWrongFetch(call, error, redact)
    }
  })
}

function toInit(
  { method, headers, body: given, init }: Sendable,
  body: RequestInit['body'],
  signal: AbortSignal | undefined,
): RequestInit {
  // Copied, since a `fetch` may change them, and a retry needs the original ones.
  const copy = headers instanceof Headers ? new Headers(headers) : { ...headers }
  // Bytes have none, unlike the Blob that they are read from.
  if (given instanceof Blob && given.type && copy instanceof Headers && !copy.has('Content-Type'))
    copy.set('Content-Type', given.type)
  const own = new Init(method, copy, body, signal)
  if (isReadableStream(body)) Object.assign(own, { duplex: 'half' })
  return init ? Object.assign(ownFields(init), own) : own
}

/** The options of one request. They inherit nothing: `fetch` would read the `dispatcher` of a polluted `Object.prototype` too. */
class Init implements RequestInit {
  readonly method: string
  readonly headers: Headers | Record<string, string>
  readonly body: NonNullable<RequestInit['body']> | null
  /** A custom header follows redirects to any origin, in every runtime. `redirect: 'error'` is not supported by workerd. */
  readonly redirect = 'manual'
  readonly signal: AbortSignal | null

  static {
    // Quicker than an object without a prototype, or than changing that of each object.
    Object.setPrototypeOf(Init.prototype, null)
  }

  constructor(method: string, headers: Init['headers'], body: RequestInit['body'], signal: AbortSignal | undefined) {
    this.method = method
    this.headers = headers
    this.body = body ?? null
    this.signal = signal ?? null
  }
}

/** Adds the call to an error about the setup of `pooledFetch` or the source of an upload, which no retry can change. That of a caller's `fetch` may quote the key. */
export function withContext(error: unknown, call: CallState, redact: Redact): unknown {
  if (!(error instanceof InputError) || error.operationId) return error
  const { parameter, message } = error
  const cause = error.cause === undefined ? undefined : redactError(error.cause, redact)
  return new InputError(redact(parameter), '', { ...contextOf(call), cause }, redact(message))
}

function toConnectionError(call: CallState, error: unknown, redact: Redact): ConnectionError {
  const cause = redactError(error, redact)
  const { code, message } = deepestCause(cause)
  const isError = typeof error === 'object' && error !== null
  const reason = isError
    ? message
    : `\`fetch\` rejected with ${error === undefined || error === null ? error : message}, which is not an error`
  const problem = code && !message.includes(code) ? `${code}, ${message}` : reason
  const context = { ...contextOf(call), cause }
  // An earlier attempt may have taken effect.
  const mayBeUnsent = !call.unclear
  return error instanceof BodyError
    ? new ConnectionError(`${error.message}: ${problem}`, error.unsent && mayBeUnsent, context, true)
    : new ConnectionError(problem, mayBeUnsent && provesUnsent(error), context, provesPermanent(error))
}

/** Returns a thrown value, or an error in place of a proxy that throws when it is asked for its class. */
function toReadable(error: unknown): unknown {
  try {
    Object.getPrototypeOf(Object(error))
    return error
  } catch {
    return new Error('an error that cannot be read')
  }
}

/** Creates the error for a result of `fetch` that is not a response. It is not retried, since the option `fetch` is wrong. */
function toWrongFetch(call: CallState, error: unknown, redact: Redact): ConnectionError {
  const { message } = redactError(error, redact)
  const cause = new InputError('fetch', message, undefined, message)
  return new ConnectionError(message, false, { ...contextOf(call), cause }, true)
}

/**
 * Reads the body of a 2xx response in the format of the call.
 *
 * @param size - The size in bytes that its headers state.
 * @param work - The attempt, whose request may go on until a stream ends.
 * @throws ResponseError if it is truncated, too large, or not UTF-8.
 */
export async function readSuccess(
  call: CallState,
  response: Response,
  redact: Redact,
  size?: number,
  work?: Work,
): Promise<unknown> {
  const { format, limits } = call
  const toError = (error: unknown) => {
    // A stream that a middleware has returned reports its own.
    if (error instanceof ResponseError) return error
    const isWhole = error instanceof InvalidBody
    const context = { ...contextOf(call), cause: isWhole ? undefined : redactError(error, redact) }
    const problem = isWhole ? error.message : 'the body is truncated'
    return createResponseError(problem, context, response, redact, '', !isWhole)
  }
  try {
    if (format === 'stream') return untilAborted(bodyOf(response), limits.signal, size, toError, work)
    return await readContent(response, format, limits.maxResponseBytes, size)
  } catch (error) {
    throw toError(error)
  }
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status <= 399)
}

function discard({ body }: Response): void {
  body?.cancel().catch(() => {})
}

function deepestCause(error: Error & { code?: string }): { code?: string | undefined; message: string } {
  if (error.cause instanceof Error) return deepestCause(error.cause)
  const code = fieldOf(error, 'code')
  return { code: typeof code === 'string' ? code : undefined, message: error.message || error.name }
}

/** Returns the target of a redirect, without query and password. */
function targetOf({ headers }: Response, redact: Redact): string | null {
  const location = headers.get('location')
  // Redacted first: a cut could leave a part of the key.
  return location === null
    ? null
    : redact(location)
        .replace(/[?#].*$/s, '')
        .replace(/\/\/[^/]*@/, '//')
}
