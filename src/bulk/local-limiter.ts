import type { RateLimit, RateLimiter } from 'sceyt-platform'
import { readRangeOptions } from '../common/read-range-options.js'
import { longestTimer } from './timers.js'

/** Options of `limiter`. */
export interface LimiterOptions {
  /** The rate limit of the server, in requests per second. Default: it is learned from the responses. */
  rate?: number | undefined
}

/** The part of a limit that is used: requests that are on their way arrive earlier and later than they were sent. */
const used = 0.98
/** Milliseconds by which a request may be late without losing its place: a timer is seldom exact. */
const tolerance = 10
/** Milliseconds after which a learned rate that the server accepts is raised, and by which factor. */
const [patience, raise] = [10_000, 1.1]
/** `RateLimit-Reset` is a number of seconds; some servers write a time since 1970 instead. */
const longestReset = 1e9

/**
 * Creates a limiter of one process: it spaces requests evenly, so that a server with a rate limit rejects none. Without a rate it
 * learns one: from the `RateLimit-*` headers of responses, or from the responses with 429.
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
  if (rate !== undefined && !(typeof rate === 'number' && rate > 0 && rate < Infinity))
    throw new RangeError(`rate must be a number of requests per second, above 0, got ${String(rate)}.`)
  return new LocalLimiter(rate)
}

/** A call that waits for its place. */
interface Waiting {
  enter: () => void
}

class LocalLimiter implements RateLimiter {
  readonly #isFixed: boolean
  readonly #queue: Waiting[] = []
  /** Milliseconds from one request to the next; 0 for no limit. */
  #interval: number
  /** When the next request may be sent. */
  #next = 0
  #resumeAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Requests since the start, or since the end of the last pause. */
  #sent = 0
  #since = 0
  /** The longest time until a reset that a response has stated, in milliseconds: that of a whole window. */
  #window = 0
  /** The interval that follows from it: a learned rate is not raised beyond. */
  #least = 0
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
      const waiting: Waiting = {
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
    // Of the requests that were in flight, the first one that is rejected says enough.
    if (now >= this.#resumeAt && !this.#isFixed && this.#sent > 0)
      this.#learn(Math.max(this.#interval, intervalOf((this.#sent * 1000) / (now - this.#since + delay))), 0)
    this.#resumeAt = Math.max(this.#resumeAt, now + delay)
    this.#since = this.#resumeAt
    this.#sent = 0
    this.#admit()
  }

  observe({ limit, remaining, reset }: RateLimit): void {
    if (this.#isFixed || !limit || reset === undefined) return
    const window = reset < longestReset ? reset * 1000 : reset * 1000 - Date.now()
    if (window <= this.#window) return
    this.#window = window
    this.#least = intervalOf((limit * 1000) / window)
    // The first response comes when others are on their way, which the server has not counted then.
    this.#learn(this.#least, Math.max(limit - (remaining ?? limit), this.#sent))
  }

  /** @param sent - Requests that this window has counted. */
  #learn(interval: number, sent: number): void {
    const now = performance.now()
    this.#interval = interval
    // No server remembers for longer than its window.
    this.#next = Math.max(this.#next, Math.min(this.#since + sent * interval, now + this.#window))
    this.#raiseAt = now + patience
  }

  #take(): void {
    const now = performance.now()
    if (this.#since === 0) this.#since = now
    this.#sent++
    if (!this.#isFixed && this.#interval > this.#least && now > this.#raiseAt) {
      this.#interval = Math.max(this.#least, this.#interval / raise)
      this.#raiseAt = now + patience
    }
    // A late request does not make the next one earlier: together they could be too many for the server's window.
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
    if (this.#queue.length > 0)
      this.#timer = setTimeout(() => this.#admit(), Math.min(Math.ceil(this.#wait()), longestTimer))
  }
}

function intervalOf(rate: number): number {
  return 1000 / (rate * used)
}
