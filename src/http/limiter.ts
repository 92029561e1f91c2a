import { type Limits, withLimits } from './deadline.js'
import { clockReplacements, now } from './monotonic-clock.js'

/** A call in the queue. */
interface QueuedCall {
  ticket: number
  enter: () => void
  onPause: ((delay: number) => void) | undefined
}

/**
 * Limits how many requests are in flight: at most `maxConcurrent`, in the order of their calls, and none during a pause.
 *
 * After a pause it starts slowly (slow start): one request at first, and twice as many with each second and each attempt that
 * ends without a 429, even in an error. So a server that has just responded with a 429 does not receive all requests at once,
 * and one slow request does not delay the rest.
 */
export class Limiter {
  readonly #maxConcurrent: number
  readonly #queue: QueuedCall[] = []
  #tickets = 0
  #active = 0
  #resumeAt = 0
  #clock = 0
  #unlimited = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param maxConcurrent - Maximum number of requests in flight. */
  constructor(maxConcurrent: number) {
    this.#maxConcurrent = maxConcurrent
  }

  /** Returns a place in the queue. A call keeps it for all of its attempts. */
  ticket(): number {
    return this.#tickets++
  }

  /** Enters at once, if the queue is empty and the limit is not reached. Each entered call must `leave`. */
  tryEnter(): boolean {
    if (this.#queue.length > 0 || !this.#open()) return false
    this.#active++
    return true
  }

  /**
   * Waits in the queue, and enters.
   *
   * @param onPause - Called with the milliseconds of a pause that the call waits for, at once or when it begins.
   * @throws The error of the limits, if they end the wait.
   */
  async enter(ticket: number, limits: Limits, onPause?: (delay: number) => void): Promise<void> {
    let waiting: QueuedCall | undefined
    try {
      await withLimits(
        limits,
        () =>
          new Promise<void>((enter) => {
            waiting = { ticket, enter, onPause }
            this.#queue.splice(this.#queue.findLastIndex((other) => other.ticket < ticket) + 1, 0, waiting)
            const pause = this.#resumeAt - now()
            if (pause > 0) onPause?.(pause)
            this.#admit()
          }),
      )
    } catch (error) {
      const place = waiting ? this.#queue.indexOf(waiting) : -1
      if (place >= 0) this.#queue.splice(place, 1)
      // The call entered at the moment at which its wait ended.
      else if (waiting) this.#active--
      this.#admit()
      throw error
    }
  }

  /**
   * Leaves, so that the next call may enter.
   *
   * @param limited - Whether the server responded with a 429.
   */
  leave(limited = false): void {
    this.#active--
    if (!this.#isPaused()) {
      if (this.#queue.length > 0) this.#admit()
      return
    }
    if (!limited && now() >= this.#resumeAt) this.#unlimited++
    this.#admit()
  }

  /** Keeps every call in the queue for a number of milliseconds. */
  pause(delay: number): void {
    this.#resumeAt = Math.max(this.#isPaused() ? this.#resumeAt : 0, now() + delay)
    this.#clock = clockReplacements()
    this.#unlimited = 0
    for (const { onPause } of this.#queue) onPause?.(delay)
  }

  /** Returns whether this is a pause, or the slow start after one. A pause ends with its clock, on which its timer was set. */
  #isPaused(): boolean {
    if (this.#resumeAt > 0 && this.#clock !== clockReplacements()) this.#resumeAt = 0
    return this.#resumeAt > 0
  }

  #open(): boolean {
    return this.#active < Math.min(this.#maxConcurrent, this.#window())
  }

  #window(): number {
    if (!this.#isPaused()) return Infinity
    const since = now() - this.#resumeAt
    if (since < 0) return 0
    const doublings = this.#unlimited + Math.floor(since / 1000)
    // By then the window is wider than any queue: back to normal.
    if (doublings > 16) this.#resumeAt = 0
    return 2 ** doublings
  }

  #admit(): void {
    while (this.#queue.length > 0 && this.#open()) {
      this.#active++
      this.#queue.shift()?.enter()
    }
    clearTimeout(this.#timer)
    if (this.#queue.length === 0 || !this.#isPaused()) return
    const since = now() - this.#resumeAt
    const wait = since < 0 ? Math.ceil(-since) : 1000 - (since % 1000)
    const end = now() + wait
    this.#timer = setTimeout(() => {
      // A test may replace the timers and not the clock, so the timer decides.
      this.#resumeAt -= Math.max(0, end - now())
      this.#admit()
    }, wait)
  }
}
