/**
 * The client: its methods, errors, options and the types of the API.
 *
 * @packageDocumentation
 */
export type { ErrorReason } from '../generated/error-codes.js'
export type * from '../generated/resources/index.js'
export type { components, paths } from '../generated/schema.js'
export type * from '../generated/types.js'
export type { ApiPromise, WithResponse } from './client/api-promise.js'
export type { CallEvent } from './client/call-event.js'
export { createSceyt, type Sceyt } from './client/create-sceyt.js'
export type { ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './client/hooks.js'
export type { Inspect, Inspection } from './client/inspect.js'
export type { ListPromise, Pages } from './client/list-promise.js'
export type { Logger, LogLevel } from './client/logger.js'
export { type ObjectLogger, toLogger } from './client/object-logger.js'
export type { SceytOptions } from './client/options.js'
export type {
  ClientMethod,
  ClientRequestMethod,
  FetchOptions,
  FetchResponse,
  MaybeOptionalInit,
  Middleware,
  RawClient,
} from './client/raw.js'
export type { DownloadOptions, RequestOptions } from './client/request-options.js'
export { subscribeToCalls, type TraceContext, type TraceSubscribers } from './client/tracing.js'
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PayloadTooLargeError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './errors/api-error.js'
export { ConnectionError } from './errors/connection-error.js'
export { InputError } from './errors/input-error.js'
export { RedirectError } from './errors/redirect-error.js'
export { ResponseError } from './errors/response-error.js'
export { SceytError } from './errors/sceyt-error.js'
export { TimeoutError } from './errors/timeout-error.js'
export type { Fetch } from './http/attempt.js'
export type { Metadata, RateLimit } from './http/headers/response-metadata.js'
export type { RateLimiter } from './http/rate-limiter.js'
export { createdAt } from './operation/created-at.js'
export {
  type FilterField,
  type FilterOperand,
  type FilterOperator,
  type FilterSeparator,
  type FilterValue,
  where,
} from './operation/filter.js'
export type { Uploadable, UploadSource } from './operation/multipart.js'
