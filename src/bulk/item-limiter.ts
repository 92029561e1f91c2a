import type { RateLimiter } from 'sceyt-platform'

/** Milliseconds for which the client may hold back a call without a new admission. After a 429, it can be longer than that. */
const longestHold = 25

/** What the limiter of an item needs to know. */
export interface ItemLimiterOptions {
  /** Aborted when the job stops. */
  stop: AbortSignal
  /** Whether the limiter of the job has just admitted the first attempt. */
  isAdmitted: boolean
  isRepeatable: boolean
}

/** The limiter of the calls for one item. */
export class ItemLimiter implements RateLimiter {
  readonly #limiter: RateLimiter
  readonly #stop: AbortSignal
  readonly #isRepeatable: boolean
  #isAdmitted: boolean
  /** When the client first asked for the signal of a wait: before it holds the call back, or right before it sends it. */
  #heldSince: number | undefined
  /** Attempts of all calls for the item. */
  #attempts = 0

  constructor(limiter: RateLimiter, { stop, isAdmitted, isRepeatable }: ItemLimiterOptions) {
    this.#limiter = limiter
    this.#stop = stop
    this.#isRepeatable = isRepeatable
    this.#isAdmitted = isAdmitted
  }

  async acquire(signal: AbortSignal): Promise<void> {
    const now = performance.now()
    // Calls that were held back together would otherwise be sent together. The time before the call does not matter.
    const isAdmitted = this.#isAdmitted && now - (this.#heldSince ?? now) < longestHold
    this.#isAdmitted = false
    if (!isAdmitted) await this.#limiter.acquire(signal)
    this.#attempts++
  }

  pause(delay: number): void {
    this.#limiter.pause?.(delay)
  }

  observe(rateLimit: Parameters<NonNullable<RateLimiter['observe']>>[0]): void {
    this.#limiter.observe?.(rateLimit)
  }

  /** The waits of a second call are not ended, unless the item is repeatable: the first one has changed something already. */
  waitSignal(attempts: number): AbortSignal | undefined {
    this.#heldSince ??= performance.now()
    const own = this.#isRepeatable || !this.hasMoreThan(attempts) ? this.#stop : undefined
    const given = this.#limiter.waitSignal?.(attempts)
    return own && given ? AbortSignal.any([own, given]) : (own ?? given)
  }

  /** Returns whether there were more attempts for the item than those of one of its calls. */
  hasMoreThan(attempts: number): boolean {
    return this.#attempts > attempts
  }
}
