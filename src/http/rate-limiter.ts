import type { RateLimit } from './headers/response-metadata.js'

/**
 * Limits how many requests are sent in a time, also over several clients: the client asks it before every attempt, retries
 * included. `limiter` of `sceyt-platform/bulk` creates one.
 */
export interface RateLimiter {
  /**
   * Waits until the next request may be sent. The wait counts towards `totalTimeout`, and not towards `timeout`. If it rejects,
   * the call fails and nothing was sent.
   *
   * @param signal - Aborted if the call ends before: the request is not sent then.
   */
  acquire(signal: AbortSignal): Promise<void>
  /**
   * Called after a 429: no request should be sent for a time.
   *
   * @param delay - Milliseconds.
   */
  pause?(delay: number): void
  /** Called with the rate limit that a response states in its `RateLimit-*` headers. */
  observe?(rateLimit: RateLimit): void
}
