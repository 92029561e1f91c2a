import { type RateLimit, rateLimitOf, requestIdOf } from '../http/headers/response-metadata.js'
import { nameErrors } from './name-errors.js'
import type { Redact } from './redact.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/** The response that an error describes. */
export interface ResponseContext extends ErrorContext {
  status: number
  headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is redacted. */
  body: unknown
  redact?: Redact
  /** Whether an earlier attempt may have deleted what was not found. */
  mayBeGone?: boolean
}

/** An error that has a response. */
export class StatusError extends SceytError {
  /** Status of the response. */
  readonly status: number
  /** Headers of the response. */
  readonly headers: Headers
  /** The body, parsed if it was JSON, else an excerpt of its text. The API key is redacted. */
  readonly body: unknown
  /** The `x-request-id` of the response, to give to support. */
  readonly requestId: string | undefined
  /** The rate limit that the response states, if any. */
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

nameErrors(StatusError, 'StatusError')
