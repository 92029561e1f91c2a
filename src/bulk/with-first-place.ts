import type { RateLimiter } from 'sceyt-platform'

/** Returns a limiter for one call, whose first attempt has its place in the given one already. */
export function withFirstPlace(limiter: RateLimiter): RateLimiter {
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
