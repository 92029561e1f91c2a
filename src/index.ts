export type { ErrorReason } from '../generated/error-codes.js'
export type * from '../generated/resources/index.js'
export type { components, paths } from '../generated/schema.js'
export type * from '../generated/types.js'
export type { Fetch } from './attempt.js'
export { createSceyt, type Sceyt } from './client.js'
export type { DownloadOptions, RequestOptions } from './core.js'
export { createdAt } from './created-at.js'
export type { TraceContext } from './diagnostics.js'
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  InputError,
  NotFoundError,
  PayloadTooLargeError,
  PermissionDeniedError,
  RateLimitError,
  RedirectError,
  ResponseError,
  SceytError,
  ServerError,
  TimeoutError,
  UnprocessableEntityError,
} from './errors.js'
export { type FilterField, type FilterOperator, type FilterSeparator, type FilterValue, where } from './filter.js'
export type { CallEvent, ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.js'
export type { Inspect, Inspection } from './inspect.js'
export type { Logger, LogLevel } from './logger.js'
export type { Metadata, RateLimit } from './metadata.js'
export type { Uploadable, UploadSource } from './multipart.js'
export type { SceytOptions } from './options.js'
export type { ListPromise } from './pagination.js'
export type { ApiPromise, WithResponse } from './promise.js'
export type { RawClient } from './raw.js'
