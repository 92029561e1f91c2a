import { Problem } from './problem.js'
import type { Clock } from './state/clock.js'

/** How many requests an application may make. */
export interface RateLimit {
  /** How many, 1 or more. */
  requests: number
  /** Milliseconds in which it may make them. */
  window: number
}

/** Counts the requests of one application, window by window. */
export class RateCounter {
  readonly #limit: RateLimit
  readonly #clock: Clock
  #start = 0
  #count = 0

  /** @throws RangeError if the limit is none. */
  constructor(limit: RateLimit, clock: Clock) {
    for (const name of ['requests', 'window'] as const) {
      if (!(Number.isInteger(limit[name]) && limit[name] > 0))
        throw new RangeError(`rateLimit.${name} must be a whole number, 1 or more.`)
    }
    this.#limit = limit
    this.#clock = clock
  }

  /** @throws Problem 429 once the limit is reached, until the window ends. */
  count(): void {
    const { requests, window } = this.#limit
    const now = this.#clock.now()
    // The clock may also be set back.
    if (now >= this.#start + window || now < this.#start) {
      this.#start = now
      this.#count = 0
    }
    if (++this.#count <= requests) return
    const seconds = Math.max(1, Math.ceil((this.#start + window - now) / 1000))
    throw new Problem(429, `More than ${requests} requests in ${window} ms.`, {
      headers: { 'Retry-After': String(seconds) },
    })
  }
}
