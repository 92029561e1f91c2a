import { nameErrors } from './name-errors.js'
import { retryAdvice } from './retry-advice.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/**
 * The phase that a call is in.
 *
 * @inline
 */
export type Phase = 'queue' | 'source' | 'headers' | 'body' | 'backoff' | 'middleware' | 'inspect'

const activities: Record<Phase, string> = {
  queue: 'waiting in the queue',
  source: 'waiting for the source of the upload',
  headers: 'waiting for the response',
  body: 'reading the response body',
  backoff: 'waiting to retry',
  middleware: 'waiting for a middleware',
  inspect: 'waiting for `inspect`',
}

/**
 * The whole response was not received in time.
 *
 * @example
 * ```ts
 * import { TimeoutError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
 * sandbox.faults.add({ latency: 60_000 })
 * const error = await sceyt.users.list({}, { timeout: 10 }).catch((error) => error)
 * console.log(error instanceof TimeoutError && error.phase) // headers
 * ```
 */
export class TimeoutError extends SceytError {
  /** The limit that was reached: `timeout` is for one attempt, or for the middlewares before or after the attempts, or `inspect`, `totalTimeout` for the whole call. */
  readonly limit: 'timeout' | 'totalTimeout'
  /** That limit, in milliseconds. */
  readonly timeout: number
  /** The phase that the call was in: waiting in the queue, for the source of an upload, for headers, for the body, to retry, for a middleware, or for the option `inspect`. */
  readonly phase: Phase

  constructor(limit: 'timeout' | 'totalTimeout', timeout: number, phase: Phase, context: ErrorContext) {
    const requests = (context.attempts ?? 0) - (phase === 'source' ? 1 : 0)
    super(
      `${limit} of ${timeout} ms reached while ${activities[phase]}. ${requests > 0 ? retryAdvice(context.operation) : 'Nothing was sent.'}`,
      context,
    )
    this.limit = limit
    this.timeout = timeout
    this.phase = phase
  }
}

nameErrors(TimeoutError, 'TimeoutError')
