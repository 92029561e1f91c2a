import type { RateLimiter } from 'sceyt-platform'

/** Returns a limiter for the attempts of one call, of which the given limiter has admitted the first already. */
export function skipFirstAcquire(limiter: RateLimiter): RateLimiter {
  let isFirst = true
  return {
    async acquire(signal) {
      if (!isFirst) return limiter.acquire(signal)
      isFirst = false
    },
    pause: (delay) => limiter.pause?.(delay),
    observe: (rateLimit) => limiter.observe?.(rateLimit),
  }
}
