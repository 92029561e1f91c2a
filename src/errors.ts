import type { Operation } from '../generated/operations.js'
import { describeErrorBody } from './error-body.js'
import { parseRetryAfter } from './retry-after.js'

/** Where an error belongs: which call, and what led to it. */
export interface ErrorContext {
  /** The operation of the document that was called. */
  operation?: Operation | undefined
  cause?: unknown
}

/** What the server answered, as far as an error tells it. */
export interface ResponseContext extends ErrorContext {
  status: number
  headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is struck out. */
  body: unknown
}

/** Any error of this client. */
export class SceytError extends Error {
  static {
    SceytError.prototype.name = 'SceytError'
  }
  /** The operation of the document that was called, such as `createUser`. */
  readonly operationId: string | undefined

  constructor(message: string, { operation, cause }: ErrorContext = {}) {
    super(operation ? `${operation.name}: ${message}` : message, cause === undefined ? undefined : { cause })
    this.operationId = operation?.id
  }
}

/** Something given to the client cannot be sent. No request was made. */
export class InputError extends SceytError {
  static {
    InputError.prototype.name = 'InputError'
  }
  /** What was wrong, such as `members[0].username`. */
  readonly parameter: string

  constructor(parameter: string, problem: string, context?: ErrorContext) {
    super(`${parameter} ${problem}`, context)
    this.parameter = parameter
  }
}

/** No answer came: the server was not reached, or the connection broke. */
export class ConnectionError extends SceytError {
  static {
    ConnectionError.prototype.name = 'ConnectionError'
  }
}

/** No whole answer came in time. */
export class TimeoutError extends SceytError {
  static {
    TimeoutError.prototype.name = 'TimeoutError'
  }
  /** The limit that fired, in milliseconds. */
  readonly timeout: number

  constructor(timeout: number, context?: ErrorContext) {
    super(`no complete answer within ${timeout} ms. ${afterwards(context?.operation)}`, context)
    this.timeout = timeout
  }
}

/** The server sent the call elsewhere. It was not followed, since the API key would travel along. */
export class RedirectError extends SceytError {
  static {
    RedirectError.prototype.name = 'RedirectError'
  }
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

/** A 2xx answer that is not what the document says: empty, HTML, cut JSON, or of another shape. */
export class ResponseError extends SceytError {
  static {
    ResponseError.prototype.name = 'ResponseError'
  }
  readonly status: number
  readonly headers: Headers
  /** The beginning of the body, with the API key struck out. */
  readonly body: unknown
  /** True if this was a write: the server accepted it, so it must not be sent again. */
  readonly accepted: boolean

  constructor(problem: string, context: ResponseContext) {
    const accepted = context.operation !== undefined && context.operation.method !== 'GET'
    super(`the server answered ${context.status}, but ${problem}.${accepted ? ' The call was accepted: do not send it again.' : ''}`, context)
    this.status = context.status
    this.headers = context.headers
    this.body = context.body
    this.accepted = accepted
  }
}

/** The server answered with an error status. */
export class ApiError extends SceytError {
  static {
    ApiError.prototype.name = 'ApiError'
  }
  readonly status: number
  /** Sceyt's number of the error, if the body has one. */
  readonly code: number | undefined
  /** Sceyt's kind of error, such as `NotFound`, if the body has one. */
  readonly type: string | undefined
  /** The `x-request-id` of the answer, to give to support. */
  readonly requestId: string | undefined
  readonly headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is struck out. */
  readonly body: unknown

  constructor(context: ResponseContext, advice?: string) {
    const { code, type, message } = describeErrorBody(context.body)
    const requestId = context.headers.get('x-request-id') ?? undefined
    const said = message ?? 'the answer does not say why'
    super(
      [`${context.status}${type ? ` ${type}` : ''}: ${/[.!?]$/.test(said) ? said : `${said}.`}`, advice, requestId && `Request id: ${requestId}.`]
        .filter(Boolean)
        .join(' '),
      context,
    )
    this.status = context.status
    this.code = code
    this.type = type
    this.requestId = requestId
    this.headers = context.headers
    this.body = context.body
  }
}

/** 400: the request is malformed. */
export class BadRequestError extends ApiError {
  static {
    BadRequestError.prototype.name = 'BadRequestError'
  }
}

/** 401: the API key is missing or unknown. */
export class AuthenticationError extends ApiError {
  static {
    AuthenticationError.prototype.name = 'AuthenticationError'
  }
  constructor(context: ResponseContext) {
    super(context, 'Check the API key in Dashboard > Settings > API Keys.')
  }
}

/** 403: the key comes from the wrong IP address, or lacks the permission. */
export class PermissionDeniedError extends ApiError {
  static {
    PermissionDeniedError.prototype.name = 'PermissionDeniedError'
  }
  constructor(context: ResponseContext) {
    super(context, 'Check which IP address the API key was made for.')
  }
}

/** 404: what the path names does not exist. */
export class NotFoundError extends ApiError {
  static {
    NotFoundError.prototype.name = 'NotFoundError'
  }
}

/** 409: a value that must be unique is taken, or what is to be deleted is in use. */
export class ConflictError extends ApiError {
  static {
    ConflictError.prototype.name = 'ConflictError'
  }
}

/** 413: the file is too large. Do not send it again. */
export class PayloadTooLargeError extends ApiError {
  static {
    PayloadTooLargeError.prototype.name = 'PayloadTooLargeError'
  }
}

/** 422: a value is not acceptable. */
export class UnprocessableEntityError extends ApiError {
  static {
    UnprocessableEntityError.prototype.name = 'UnprocessableEntityError'
  }
}

/** 429: too many calls. */
export class RateLimitError extends ApiError {
  static {
    RateLimitError.prototype.name = 'RateLimitError'
  }
  /** How long the server asks to wait, in milliseconds, if it says so. */
  readonly retryAfter: number | undefined

  constructor(context: ResponseContext) {
    const retryAfter = parseRetryAfter(context.headers.get('retry-after'), Date.now())
    super(context, retryAfter === undefined ? 'Call less often.' : `Wait ${Math.ceil(retryAfter / 1000)} s before the next call.`)
    this.retryAfter = retryAfter
  }
}

/** 5xx: the server failed. */
export class ServerError extends ApiError {
  static {
    ServerError.prototype.name = 'ServerError'
  }
  constructor(context: ResponseContext) {
    super(context, afterwards(context.operation))
  }
}

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
  const Class = classes[context.status] ?? (context.status >= 500 && context.status < 600 ? ServerError : ApiError)
  return new Class(context)
}

/** What a caller may do after a call whose outcome is unknown. */
export function afterwards(operation: Operation | undefined): string {
  if (!operation) return ''
  return operation.idempotent ? 'The call may be repeated.' : 'It may have taken effect: look before you repeat it.'
}
