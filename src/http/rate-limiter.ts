import type { RateLimit } from './headers/response-metadata.js'

/**
 * Limits the rate of requests, even across several clients: the client calls it before every attempt, retries included. `limiter`
 * of `sceyt-platform/bulk` creates one, and `sharedLimiter` of `sceyt-platform/redis` one for many processes.
 */
export interface RateLimiter {
  /**
   * Waits until the next request may be sent. The wait counts towards `totalTimeout`, and not towards `timeout`. If it rejects,
   * the call fails, without another attempt.
   *
   * @param signal - Aborted if the call ends first. Its request is then not sent.
   */
  acquire(signal: AbortSignal): Promise<void>
  /**
   * Called after a 429: no request should be sent for a while.
   *
   * @param delay - The wait, in milliseconds.
   */
  pause?(delay: number): void
  /** Called with the rate limit in the `RateLimit-*` headers of a response. */
  observe?(rateLimit: RateLimit): void
  /**
   * Returns a signal that, once aborted, ends the waits of a call: for its turn, and for a retry. The call then ends as its last
   * attempt did. Without one, it rejects with a `ConnectionError` whose `unsent` is true. A request in flight is finished.
   *
   * @param attempts - Number of attempts that the call has made.
   */
  waitSignal?(attempts: number): AbortSignal | undefined
}
