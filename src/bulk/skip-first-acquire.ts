import type { RateLimiter } from 'sceyt-platform'

/** Milliseconds for which an admission holds. After a 429, the client can hold back a call for longer than that. */
const lifetime = 25

/**
 * Returns a limiter for the attempts of one call, of which the given limiter has just admitted the first. If the client holds
 * the call back, the admission ends: calls that were held back together would otherwise be sent together.
 */
export function skipFirstAcquire(limiter: RateLimiter): RateLimiter {
  let validUntil = performance.now() + lifetime
  return {
    async acquire(signal) {
      const isAdmitted = performance.now() < validUntil
      validUntil = 0
      if (!isAdmitted) await limiter.acquire(signal)
    },
    pause: (delay) => limiter.pause?.(delay),
    observe: (rateLimit) => limiter.observe?.(rateLimit),
  }
}
