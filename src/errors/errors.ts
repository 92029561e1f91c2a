import type { ErrorReason } from '../../generated/error-codes.js'
import { type RateLimit, rateLimitOf, requestIdOf } from '../http/headers/response-metadata.js'
import { parseRetryAfter } from '../http/headers/retry-after.js'
import type { Operation } from '../operation/operation.js'
import { describeErrorBody } from './error-body.js'
import { reasonOf } from './error-reason.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

export { InputError } from './input-error.js'
export { type ErrorContext, SceytError } from './sceyt-error.js'

/** What the server answered, as far as an error tells it. */
export interface ResponseContext extends ErrorContext {
  status: number
  headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is struck out. */
  body: unknown
}

/** No answer came: the server was not reached, or the connection broke. */
export class ConnectionError extends SceytError {
  /** True if it is proven that the server got nothing of the call. */
  readonly unsent: boolean

  constructor(problem: string, unsent: boolean, context: ErrorContext) {
    super(`no answer came: ${problem}. ${unsent ? 'Nothing was sent.' : afterwards(context.operation)}`, context)
    this.unsent = unsent
  }
}

/**
 * Where a call can be when its time is up.
 *
 * @inline
 */
export type Phase = 'queue' | 'headers' | 'body' | 'backoff'

const doing: Record<Phase, string> = {
  queue: 'waiting in line',
  headers: 'waiting for an answer',
  body: 'reading the answer',
  backoff: 'waiting to try again',
}

/** No whole answer came in time. */
export class TimeoutError extends SceytError {
  /** The limit that fired: `timeout` is for one attempt, `totalTimeout` for the whole call. */
  readonly limit: 'timeout' | 'totalTimeout'
  /** That limit, in milliseconds. */
  readonly timeout: number
  /** What the call was doing: waiting in line, for headers, for the body, or to try again. */
  readonly phase: Phase

  constructor(limit: 'timeout' | 'totalTimeout', timeout: number, phase: Phase, context: ErrorContext) {
    super(
      `${limit} of ${timeout} ms passed while ${doing[phase]}. ${context.attempts ? afterwards(context.operation) : 'Nothing was sent.'}`,
      context,
    )
    this.limit = limit
    this.timeout = timeout
    this.phase = phase
  }
}

/** The server sent the call elsewhere. It was not followed, since the API key would travel along. */
export class RedirectError extends SceytError {
  /** The status of the answer; 0 if the platform hides it. */
  readonly status: number
  /** Where to, without query; null if the platform hides it. */
  readonly location: string | null

  constructor(status: number, location: string | null, context?: ErrorContext) {
    super(
      `the server redirects${status ? ` (${status})` : ''}${location ? ` to ${location}` : ''}. Redirects are not followed, so that the API key stays here. Check apiUrl or baseUrl.`,
      context,
    )
    this.status = status
    this.location = location
  }
}

/** What every error with an answer has. */
class AnsweredError extends SceytError {
  /** The status of the answer. */
  readonly status: number
  /** The headers of the answer. */
  readonly headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is struck out. */
  readonly body: unknown
  /** The `x-request-id` of the answer, to give to support. */
  readonly requestId: string | undefined
  /** What the answer says of rate limits, if anything. */
  readonly rateLimit: RateLimit | undefined

  constructor(message: string, context: ResponseContext) {
    super(message, context)
    this.status = context.status
    this.headers = context.headers
    this.body = context.body
    this.requestId = requestIdOf(context.headers)
    this.rateLimit = rateLimitOf(context.headers)
  }
}

/** A 2xx answer that is not what the document says: empty, HTML, cut JSON, or of another shape. */
export class ResponseError extends AnsweredError {
  /** True if this was a write: the server accepted it, so it must not be sent again. */
  readonly accepted: boolean
  /** True if the connection broke before the whole body was there. */
  readonly incomplete: boolean

  constructor(problem: string, context: ResponseContext, incomplete = false) {
    const accepted = context.operation !== undefined && context.operation.method !== 'GET'
    super(
      `the server answered ${context.status}, but ${problem}.${accepted ? ' The call was accepted: do not send it again.' : ''}`,
      context,
    )
    this.accepted = accepted
    this.incomplete = incomplete
  }
}

/**
 * The server answered with an error status.
 *
 * @example
 * ```ts
 * import { ApiError } from 'sceyt-platform'
 *
 * try {
 *   await sceyt.users.create({ username: 'zoe' })
 * } catch (error) {
 *   if (!(error instanceof ApiError && error.reason === 'already-exists')) throw error
 * }
 * ```
 */
export class ApiError extends AnsweredError {
  /** Sceyt's number of the error, if the body has one. */
  readonly code: number | undefined
  /** Sceyt's kind of error, such as `NotFound`, if the body has one. */
  readonly type: string | undefined
  /**
   * What the error means, whichever status it comes with: "already exists" may be a 409, or a 400 whose code says so.
   * The code of the body decides, or else its type, or else the status.
   */
  readonly reason: ErrorReason
  /** Id of the request in the server's own logs, if the body has one. */
  readonly traceId: string | undefined
  /** How long the server asks to wait, in milliseconds, if it says so. */
  readonly retryAfter: number | undefined

  constructor(context: ResponseContext, advice?: string) {
    const { code, type, message, traceId } = describeErrorBody(context.body)
    const requestId = requestIdOf(context.headers)
    const retryAfter = parseRetryAfter(context.headers.get('retry-after'), Date.now())
    const said = message ?? 'the answer does not say why'
    super(
      [
        `${context.status}${type ? ` ${type}` : ''}: ${/[.!?]$/.test(said) ? said : `${said}.`}`,
        advice,
        retryAfter !== undefined && `Wait ${Math.ceil(retryAfter / 1000)} s before the next call.`,
        requestId && `Request id: ${requestId}.`,
        traceId && `Trace id: ${traceId}.`,
      ]
        .filter(Boolean)
        .join(' '),
      context,
    )
    this.code = code
    this.type = type
    this.reason = reasonOf(context.status, code, type)
    this.traceId = traceId
    this.retryAfter = retryAfter
  }
}

/** 400: the request is malformed. */
export class BadRequestError extends ApiError {}

/** 401: the API key is missing or unknown. */
export class AuthenticationError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, 'Check the API key in Dashboard > Settings > API Keys.')
  }
}

/** 403: the key comes from the wrong IP address, or somebody lacks the permission. */
export class PermissionDeniedError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, 'If it is about the API key, check which IP address it was made for.')
  }
}

/** 404: what the path names does not exist. */
export class NotFoundError extends ApiError {}

/** 409: a value that must be unique is taken, or what is to be deleted is in use. */
export class ConflictError extends ApiError {}

/** 413: the file is too large. Do not send it again. */
export class PayloadTooLargeError extends ApiError {}

/** 422: a value is not acceptable. */
export class UnprocessableEntityError extends ApiError {}

/** 429: too many calls. */
export class RateLimitError extends ApiError {
  constructor(context: ResponseContext) {
    super(
      context,
      parseRetryAfter(context.headers.get('retry-after'), 0) === undefined ? 'Call less often.' : undefined,
    )
  }
}

/** 5xx: the server failed. */
export class ServerError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, afterwards(context.operation))
  }
}

const errors = {
  ConnectionError,
  TimeoutError,
  RedirectError,
  ResponseError,
  ApiError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  PayloadTooLargeError,
  UnprocessableEntityError,
  RateLimitError,
  ServerError,
}
// On the prototypes, so that it is not shown as a field of each error; by a key, since minifiers rename classes.
for (const [name, { prototype }] of Object.entries(errors)) prototype.name = name

const classes: Record<number, new (context: ResponseContext) => ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  413: PayloadTooLargeError,
  422: UnprocessableEntityError,
  429: RateLimitError,
}

/** The error for a status: its own class, or `ServerError` for other 5xx, or plain `ApiError`. */
export function createApiError(context: ResponseContext): ApiError {
  // The server gave up waiting: it may have had everything by then.
  if (context.status === 408) return new ApiError(context, afterwards(context.operation))
  const Class = classes[context.status] ?? (context.status >= 500 && context.status < 600 ? ServerError : ApiError)
  return new Class(context)
}

/** What a caller may do after a call whose outcome is unknown. */
export function afterwards(operation: Operation | undefined): string {
  if (!operation) return ''
  return operation.idempotent ? 'The call may be repeated.' : 'It may have taken effect: look before you repeat it.'
}
