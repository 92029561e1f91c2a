import type { RateLimit, RateLimiter } from 'sceyt-platform'
import { checkRate } from '../common/check-rate.js'
import { readRangeOptions } from '../common/read-range-options.js'
import { longestTimer } from './timers.js'

/** Options of `limiter`. */
export interface LimiterOptions {
  /** The rate limit of the server, in requests per second. Default: it is learned from the responses. */
  rate?: number | undefined
}

/** Share of a limit that is used: latency varies, so requests may arrive closer together than they were sent. */
const usedShare = 0.98
/** Milliseconds by which a request may be late without delaying those after it, since timers are not exact. */
const tolerance = 8
/** Milliseconds of rest after the first request, which opens a connection: it arrives late, and the others would catch up with it. */
const startTime = 30
/** A learned rate is raised after this many milliseconds without a 429, and by this factor. */
const [raiseAfter, raiseFactor] = [10_000, 1.1]
/** `RateLimit-Reset` is a number of seconds. From this value on it is a Unix time, which some servers send instead. */
const longestReset = 1e9

/**
 * Creates a rate limiter for one process. It spaces requests evenly, so that a server with a rate limit rejects none. Without a
 * rate, it learns one from the `RateLimit-*` headers of responses, or from responses with a 429.
 *
 * @param options - `rate` is the limit in requests per second, such as 200, or 0.5.
 * @returns The limiter, for one client or several.
 * @throws RangeError if the rate is not a number above 0.
 *
 * @example
 * ```ts
 * import { limiter } from 'sceyt-platform/bulk'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), limiter: limiter({ rate: 200 }) })
 * console.log((await sceyt.users.list()).count) // 0
 * ```
 */
export function limiter(options: LimiterOptions = {}): RateLimiter {
  const { rate } = readRangeOptions('options', options, ['rate'])
  if (rate !== undefined) checkRate(rate)
  return new LocalLimiter(rate)
}

/** A call that waits for its turn. */
interface WaitingCall {
  enter: () => void
}

class LocalLimiter implements RateLimiter {
  readonly #isFixed: boolean
  readonly #queue: WaitingCall[] = []
  /** Milliseconds from one request to the next; 0 for no limit. */
  #interval: number
  /** When the next request may be sent. */
  #next = 0
  #resumeAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Requests since the start, or since the end of the last pause. */
  #sent = 0
  #since = 0
  /** Milliseconds of the server's window: the longest time until a reset that a response has stated. */
  #window = 0
  /** The interval at the limit that the server has stated. A learned rate is never raised above it. */
  #shortestInterval = 0
  #raiseAt = 0

  constructor(rate: number | undefined) {
    this.#isFixed = rate !== undefined
    this.#interval = rate === undefined ? 0 : intervalOf(rate)
  }

  acquire(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason)
    if (this.#queue.length === 0 && this.#wait() <= 0) {
      this.#take()
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1)
        reject(signal.reason)
        this.#admit()
      }
      const waiting: WaitingCall = {
        enter: () => {
          signal.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#queue.push(waiting)
      this.#admit()
    })
  }

  pause(delay: number): void {
    const now = performance.now()
    // Only the first 429 counts: the others are for requests that were in flight with it.
    if (now >= this.#resumeAt && !this.#isFixed && this.#sent > 0)
      this.#learn(Math.max(this.#interval, intervalOf((this.#sent * 1000) / (now - this.#since + delay))), 0)
    this.#resumeAt = Math.max(this.#resumeAt, now + delay)
    // The time of the pause is not made up for: its end is the start of a window of the server.
    this.#next = Math.max(this.#next, this.#resumeAt)
    this.#since = this.#resumeAt
    this.#sent = 0
    this.#admit()
  }

  observe({ limit, remaining, reset }: RateLimit): void {
    if (this.#isFixed || !limit || reset === undefined) return
    const window = reset < longestReset ? reset * 1000 : reset * 1000 - Date.now()
    if (window <= this.#window) return
    this.#window = window
    this.#shortestInterval = intervalOf((limit * 1000) / window)
    // The server may not have counted the requests that are in flight.
    this.#learn(this.#shortestInterval, Math.max(limit - (remaining ?? limit), this.#sent))
  }

  /** @param sent - Requests that count towards the current window. */
  #learn(interval: number, sent: number): void {
    const now = performance.now()
    this.#interval = interval
    // A new window begins by then at the latest.
    this.#next = Math.max(this.#next, Math.min(this.#since + sent * interval, now + this.#window))
    this.#raiseAt = now + raiseAfter
  }

  #take(): void {
    const now = performance.now()
    if (this.#since === 0) {
      this.#since = now
      this.#next = now + (this.#interval > 0 ? startTime : 0)
    }
    this.#sent++
    if (!this.#isFixed && this.#interval > this.#shortestInterval && now > this.#raiseAt) {
      this.#interval = Math.max(this.#shortestInterval, this.#interval / raiseFactor)
      this.#raiseAt = now + raiseAfter
    }
    // A late request does not bring the next one forward: together they could exceed the limit of a window.
    this.#next = Math.max(this.#next, now - tolerance) + this.#interval
  }

  #wait(): number {
    return Math.max(this.#next, this.#resumeAt) - performance.now()
  }

  #admit(): void {
    while (this.#queue.length > 0 && this.#wait() <= 0) {
      this.#take()
      this.#queue.shift()?.enter()
    }
    clearTimeout(this.#timer)
    if (this.#queue.length === 0) return
    // The turn may have come since it was checked, and Node warns about a negative delay.
    const delay = Math.max(0, Math.ceil(this.#wait()))
    this.#timer = setTimeout(() => this.#admit(), Math.min(delay, longestTimer))
  }
}

function intervalOf(rate: number): number {
  return 1000 / (rate * usedShare)
}
