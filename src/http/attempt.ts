import { ConnectionError } from '../errors/connection-error.js'
import { InputError } from '../errors/input-error.js'
import { type Redact, redactError, redactHeaders } from '../errors/redact.js'
import { RedirectError } from '../errors/redirect-error.js'
import { attemptLimits, type CallState, contextOf } from './call-state.js'
import { withLimits } from './deadline.js'
import { type FastFetch, takesDeadline } from './fast-path.js'
import { now } from './monotonic-clock.js'
import { createResponseError } from './parse-response.js'
import { InvalidBody, readContent, readErrorBody, untilAborted } from './read-body.js'
import { type Received, toResponse } from './received.js'
import type { Reporter } from './reporter.js'
import { BodyError, openBody } from './request-body.js'
import type { Sendable } from './sendable.js'
import { provesPermanent, provesUnsent } from './unsent.js'

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
 * @returns The response, whatever its status. The body of an error status is an excerpt.
 * @throws ConnectionError if there is no response.
 * @throws ResponseError if the body is truncated, too large, or not UTF-8.
 * @throws RedirectError on any 3xx.
 * @throws TimeoutError if the time is up.
 */
export function attempt(call: CallState, sendable: Sendable, { fetch, redact, reporter }: Wire): Promise<Received> {
  const limits = attemptLimits(call)
  const ends = now() + limits.timeout
  return withLimits(limits, async (deadline) => {
    call.phase = 'headers'
    let response: Response
    let bodyError: BodyError | undefined
    try {
      const source = typeof sendable.body === 'function' ? sendable.body() : sendable.body
      const isStream = typeof source === 'object' && source instanceof ReadableStream
      const onError = (error: BodyError) => {
        bodyError = error
      }
      const body = isStream ? await openBody(source, deadline, onError) : source
      const init = toInit(sendable, body, fetch[takesDeadline] ? undefined : deadline.signal)
      reporter.request(call, sendable.url, init)
      // Called unbound, as browsers require of their own.
      response = await (fetch[takesDeadline] ? fetch(sendable.url, init, deadline) : fetch(sendable.url, init))
    } catch (error) {
      throw fetch[takesDeadline] && error instanceof InputError
        ? withContext(error, call)
        : toConnectionError(call, bodyError ?? error, redact)
    }
    if (deadline.ended) {
      discard(response)
      throw deadline.ended.reason
    }
    call.phase = 'body'
    if (response.ok) return { response, content: await readSuccess(call, response, redact) }
    if (isRedirect(response)) {
      discard(response)
      throw new RedirectError(response.status, targetOf(response, redact), contextOf(call))
    }
    // The status is known: a slow body must not turn it into a timeout.
    deadline.stopTimer()
    const content = await readErrorBody(response, redact, ends - now())
    return { response: toResponse({ response, content }, redactHeaders(response.headers, redact)), content }
  })
}

function toInit(
  { method, headers, init }: Sendable,
  body: RequestInit['body'],
  signal: AbortSignal | undefined,
): RequestInit {
  // Copied, since a `fetch` may change them, and a retry needs the original ones.
  const copy = headers instanceof Headers ? new Headers(headers) : { ...headers }
  // A custom header follows redirects to any origin, in every runtime. `redirect: 'error'` is not supported by workerd.
  const own: RequestInit = { method, headers: copy, body: body ?? null, redirect: 'manual', signal: signal ?? null }
  if (typeof body === 'object' && body instanceof ReadableStream) Object.assign(own, { duplex: 'half' })
  return init ? { ...init, ...own } : own
}

/** Adds the call to an error of `pooledFetch` about its setup, which no retry can change. */
function withContext({ parameter, message, cause }: InputError, call: CallState): InputError {
  return new InputError(parameter, message.slice(parameter.length + 1), { ...contextOf(call), cause })
}

function toConnectionError(call: CallState, error: unknown, redact: Redact): ConnectionError {
  const cause = redactError(error, redact)
  const { code, message } = deepestCause(cause)
  const problem = code && !message.includes(code) ? `${code}, ${message}` : message
  const context = { ...contextOf(call), cause }
  return error instanceof BodyError
    ? new ConnectionError(`${error.message}: ${problem}`, error.unsent, context, true)
    : new ConnectionError(problem, provesUnsent(error), context, provesPermanent(error))
}

/**
 * Reads the body of a 2xx response in the format of the call.
 *
 * @throws ResponseError if it is truncated, too large, or not UTF-8.
 */
export async function readSuccess(call: CallState, response: Response, redact: Redact): Promise<unknown> {
  const { format, limits } = call
  if (format === 'stream') return untilAborted(response.body ?? new Blob([]).stream(), limits.signal)
  try {
    return await readContent(response, format, limits.maxResponseBytes)
  } catch (error) {
    const isWhole = error instanceof InvalidBody
    const context = { ...contextOf(call), cause: isWhole ? undefined : redactError(error, redact) }
    const problem = isWhole ? error.message : 'the body is truncated'
    throw createResponseError(problem, context, response, redact, '', !isWhole)
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
  return { code: error.code, message: error.message || error.name }
}

/** Returns the target of a redirect, without query and password. */
function targetOf({ headers }: Response, redact: Redact): string | null {
  const location = headers.get('location')
  return location === null ? null : redact(location.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//'))
}
