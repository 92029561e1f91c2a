import { type Limits, withLimits } from './deadline.js'

/** A call that waits for its turn. */
interface Waiting {
  ticket: number
  enter: () => void
}

/**
 * Decides when a call may be sent: at most so many at once, in the order in which they came, and none during a pause.
 *
 * After a pause, calls are let through one at first, and twice as many with each answer and each second, so that the
 * server that has just said "too many" is not met by all of them at once, and one slow call does not hold up the rest.
 */
export class Limiter {
  readonly #maxConcurrent: number
  readonly #queue: Waiting[] = []
  #tickets = 0
  #active = 0
  #resumeAt = 0
  #answers = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param maxConcurrent - How many calls may be on the wire at once. */
  constructor(maxConcurrent: number) {
    this.#maxConcurrent = maxConcurrent
  }

  /** A place in line. A call keeps it for all of its attempts. */
  ticket(): number {
    return this.#tickets++
  }

  /** Takes a turn, if nobody is before and there is room. Each turn is given back by `leave`. */
  tryEnter(): boolean {
    if (this.#queue.length > 0 || !this.#open()) return false
    this.#active++
    return true
  }

  /**
   * Takes a turn when its time comes.
   *
   * @throws What the limits say, if they end the wait.
   */
  async enter(ticket: number, limits: Limits): Promise<void> {
    let waiting: Waiting | undefined
    try {
      await withLimits(
        limits,
        () =>
          new Promise<void>((enter) => {
            waiting = { ticket, enter }
            this.#queue.splice(this.#queue.findLastIndex((other) => other.ticket < ticket) + 1, 0, waiting)
            this.#admit()
          }),
      )
    } catch (error) {
      const place = waiting ? this.#queue.indexOf(waiting) : -1
      if (place >= 0) this.#queue.splice(place, 1)
      // Its turn came in the same moment as its end.
      else if (waiting) this.#active--
      this.#admit()
      throw error
    }
  }

  /**
   * Gives a turn back.
   *
   * @param limited - Whether the server said "too many" to it.
   */
  leave(limited = false): void {
    this.#active--
    if (this.#resumeAt === 0) {
      if (this.#queue.length > 0) this.#admit()
      return
    }
    if (!limited && performance.now() >= this.#resumeAt) this.#answers++
    this.#admit()
  }

  /** Lets nobody enter for so many milliseconds. */
  pause(delay: number): void {
    this.#resumeAt = Math.max(this.#resumeAt, performance.now() + delay)
    this.#answers = 0
  }

  #open(): boolean {
    return this.#active < Math.min(this.#maxConcurrent, this.#window())
  }

  #window(): number {
    if (this.#resumeAt === 0) return Infinity
    const since = performance.now() - this.#resumeAt
    if (since < 0) return 0
    const doublings = this.#answers + Math.floor(since / 1000)
    // By then it is wider than any crowd: back to normal.
    if (doublings > 16) this.#resumeAt = 0
    return 2 ** doublings
  }

  #admit(): void {
    while (this.#queue.length > 0 && this.#open()) {
      this.#active++
      this.#queue.shift()?.enter()
    }
    clearTimeout(this.#timer)
    if (this.#queue.length === 0 || this.#resumeAt === 0) return
    const since = performance.now() - this.#resumeAt
    this.#timer = setTimeout(() => this.#admit(), since < 0 ? Math.ceil(-since) : 1000 - (since % 1000))
  }
}
