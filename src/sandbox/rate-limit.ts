import type { ResponseHeaders } from './merge-headers.js'
import { fail } from './problem.js'
import type { Clock } from './state/clock.js'

/** A limit on the requests of each application. */
export interface SandboxRateLimit {
  /** Number of requests in a window, 1 or more. */
  requests: number
  /** Length of the window in milliseconds, 1 or more. */
  window: number
}

/** Counts the requests of one application in a fixed window. */
export class RateCounter {
  readonly #limit: SandboxRateLimit
  readonly #clock: Clock
  #start = 0
  #count = 0

  /** @throws RangeError if the limit is not made of whole numbers. */
  constructor(limit: SandboxRateLimit, clock: Clock) {
    for (const name of ['requests', 'window'] as const) {
      if (!(Number.isInteger(limit[name]) && limit[name] > 0))
        throw new RangeError(`rateLimit.${name} must be a whole number, 1 or more, got ${String(limit[name])}.`)
    }
    this.#limit = limit
    this.#clock = clock
  }

  /**
   * Counts a request.
   *
   * @returns The headers of its response.
   * @throws Problem 429, with the same headers, once the limit is exceeded, until the window ends.
   */
  count(): ResponseHeaders {
    const { requests, window } = this.#limit
    const now = this.#clock.now()
    // The clock may also have been set back.
    if (now >= this.#start + window || now < this.#start) {
      this.#start = now
      this.#count = 0
    }
    this.#count++
    const seconds = String(Math.max(1, Math.ceil((this.#start + window - now) / 1000)))
    const headers = {
      'RateLimit-Limit': String(requests),
      'RateLimit-Remaining': String(Math.max(0, requests - this.#count)),
      'RateLimit-Reset': seconds,
    }
    if (this.#count > requests) fail('slowDown', { requests, window }, { ...headers, 'Retry-After': seconds })
    return headers
  }
}
