import type { ErrorReason } from '../../generated/error-codes.js'
import { endSentence } from '../common/end-sentence.js'
import { requestIdOf } from '../http/headers/response-metadata.js'
import { retryAfterOf } from '../http/headers/retry-after.js'
import { describeErrorBody } from './error-body.js'
import { reasonOf } from './error-reason.js'
import { nameErrors } from './name-errors.js'
import { proxyAdvice } from './proxy-advice.js'
import { retryAdvice } from './retry-advice.js'
import { type ResponseContext, StatusError } from './status-error.js'

/**
 * The server responded with an error status.
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
export class ApiError extends StatusError {
  /** Sceyt's error code, if the body has one. */
  readonly code: number | undefined
  /** Sceyt's error type, such as `NotFound`, if the body has one. */
  readonly type: string | undefined
  /**
   * The meaning of the error, whatever its status: "already exists" may be a 409, or a 400 with a code of its own.
   * It follows from the code in the body, or else from its type, or else from the status.
   */
  readonly reason: ErrorReason
  /** The message of the server, if the body has one, without our advice. The API key is redacted. */
  readonly serverMessage: string | undefined
  /** Trace id of the request in the server's logs, if the body has one. */
  readonly traceId: string | undefined
  /** The wait that `Retry-After` asks for, in milliseconds, if the response has one. */
  readonly retryAfter: number | undefined

  constructor(context: ResponseContext, advice?: string) {
    const { code, type, message, traceId } = describeErrorBody(context.body, context.redact)
    const reason = reasonOf(context.status, code, type)
    const requestId = requestIdOf(context.headers)
    const retryAfter = retryAfterOf(context.headers)
    super(
      [
        `${context.status}${type ? ` ${type}` : ''}: ${endSentence(message ?? 'the server gave no message')}`,
        advice,
        reason === 'not-found' && context.mayBeGone && 'An earlier attempt may have deleted it.',
        retryAfter !== undefined && `Wait ${Math.ceil(retryAfter / 1000)} s before the next request.`,
        requestId && `Request id: ${requestId}.`,
        traceId && `Trace id: ${traceId}.`,
      ]
        .filter(Boolean)
        .join(' '),
      context,
    )
    this.code = code
    this.type = type
    this.reason = reason
    this.serverMessage = message
    this.traceId = traceId
    this.retryAfter = retryAfter
  }
}

/**
 * 400: the request is malformed.
 *
 * @example
 * ```ts
 * import { BadRequestError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * sandbox.faults.add({ status: 400 })
 * const error = await sceyt.roles.list().catch((error) => error)
 * console.log(error instanceof BadRequestError && error.status) // 400
 * ```
 */
export class BadRequestError extends ApiError {}

/**
 * 401: the API key is missing or unknown.
 *
 * @example
 * ```ts
 * import { AuthenticationError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), apiKey: 'another-key' })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof AuthenticationError && error.reason) // unauthenticated
 * ```
 */
export class AuthenticationError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, 'Check the API key in Dashboard > Settings > API Keys.')
  }
}

/**
 * 403: the API key is used from an IP address that is not allowed, or a user lacks a permission.
 *
 * @example
 * ```ts
 * import { PermissionDeniedError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * sandbox.seed({ users: [{ username: 'zoe' }], channels: [{ id: '101437428530810880', type: 'public' }] })
 * const error = await sceyt.messages.send('101437428530810880', { from: 'zoe', body: 'Hello' }).catch((error) => error)
 * console.log(error instanceof PermissionDeniedError && error.serverMessage) // "zoe" is not a member of this channel.
 * ```
 */
export class PermissionDeniedError extends ApiError {
  constructor(context: ResponseContext) {
    // A user who lacks a permission is refused with a 403, too.
    const mayBeKey = /\bkey|\bip\b|^forbidden|^$/i.test(describeErrorBody(context.body).message ?? '')
    super(context, mayBeKey ? 'If the API key was refused, check which IP addresses may use it.' : '')
  }
}

/**
 * 404: the resource does not exist.
 *
 * @example
 * ```ts
 * import { NotFoundError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * const error = await sceyt.users.get('nobody').catch((error) => error)
 * console.log(error instanceof NotFoundError && error.serverMessage) // There is no user "nobody".
 * ```
 */
export class NotFoundError extends ApiError {}

/**
 * 409: a value that must be unique is taken, or the resource to delete is in use.
 *
 * @example
 * ```ts
 * import { ConflictError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * sandbox.seed({ users: [{ username: 'zoe' }] })
 * const error = await sceyt.users.create({ username: 'zoe' }).catch((error) => error)
 * console.log(error instanceof ConflictError && error.reason) // already-exists
 * ```
 */
export class ConflictError extends ApiError {}

/**
 * 413: the file is too large. Do not retry.
 *
 * @example
 * ```ts
 * import { PayloadTooLargeError } from 'sceyt-platform'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 *
 * const small = createSandbox({ maxBodyBytes: 10 })
 * const sceyt = createSceyt(small.connection())
 * const error = await sceyt.users.create({ username: 'username_new*user' }).catch((error) => error)
 * console.log(error instanceof PayloadTooLargeError && error.reason) // too-large
 * ```
 */
export class PayloadTooLargeError extends ApiError {}

/**
 * 422: a value is not valid.
 *
 * @example
 * ```ts
 * import { UnprocessableEntityError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * const error = await sceyt.channels.createPublic({ owner: 'nobody' }).catch((error) => error)
 * console.log(error instanceof UnprocessableEntityError && error.serverMessage) // owner must be an existing user, got "nobody".
 * ```
 */
export class UnprocessableEntityError extends ApiError {}

/**
 * 429: too many requests.
 *
 * @example
 * ```ts
 * import { RateLimitError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
 * sandbox.faults.add({ status: 429, retryAfter: 30 })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof RateLimitError && error.retryAfter) // 30000
 * ```
 */
export class RateLimitError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, retryAfterOf(context.headers) === undefined ? 'Send requests less often.' : undefined)
  }
}

/**
 * 5xx: the server failed.
 *
 * @example
 * ```ts
 * import { ServerError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
 * sandbox.faults.add({ status: 503 })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof ServerError && error.reason) // unavailable
 * ```
 */
export class ServerError extends ApiError {
  constructor(context: ResponseContext) {
    super(context, retryAdvice(context.operation))
  }
}

nameErrors(ApiError, 'ApiError')
nameErrors(BadRequestError, 'BadRequestError')
nameErrors(AuthenticationError, 'AuthenticationError')
nameErrors(PermissionDeniedError, 'PermissionDeniedError')
nameErrors(NotFoundError, 'NotFoundError')
nameErrors(ConflictError, 'ConflictError')
nameErrors(PayloadTooLargeError, 'PayloadTooLargeError')
nameErrors(UnprocessableEntityError, 'UnprocessableEntityError')
nameErrors(RateLimitError, 'RateLimitError')
nameErrors(ServerError, 'ServerError')

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

/** Creates the error for a status: of its own class, or `ServerError` for other 5xx, or plain `ApiError`. */
export function createApiError(context: ResponseContext): ApiError {
  // The server stopped waiting: it may have received the whole request by then.
  if (context.status === 408) return new ApiError(context, retryAdvice(context.operation))
  if (context.status === 407) return new ApiError(context, proxyAdvice)
  const Class = classes[context.status] ?? (context.status >= 500 && context.status < 600 ? ServerError : ApiError)
  return new Class(context)
}
