/** The time in the sandbox. It runs like the real one until it is set. */
export class Clock {
  #offset = 0
  #stopped: number | undefined
  #written = { time: Number.NaN, text: '' }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#stopped ?? Date.now() + this.#offset
  }

  /** The present, as the API writes it. */
  timestamp(): string {
    const time = this.now()
    // Several requests come in a millisecond.
    if (time !== this.#written.time) this.#written = { time, text: new Date(time).toISOString() }
    return this.#written.text
  }

  /**
   * Stops the clock at a moment.
   *
   * @param time - A date, what `new Date()` understands, or milliseconds since 1970.
   * @throws RangeError if it is no moment that the API can write.
   */
  set(time: Date | string | number): void {
    this.#stopped = momentOf(new Date(time).getTime(), time)
  }

  /**
   * Moves the clock, whether it runs or is stopped.
   *
   * @param duration - Milliseconds; less than zero for back.
   * @throws RangeError if that leads beyond what the API can write.
   */
  advance(duration: number): void {
    momentOf(this.now() + duration, duration)
    if (this.#stopped === undefined) this.#offset += duration
    else this.#stopped += duration
  }

  /** Back to the real time. */
  run(): void {
    this.#offset = 0
    this.#stopped = undefined
  }
}

function momentOf(time: number, given: unknown): number {
  if (time >= 0 && time < Date.UTC(10_000, 0)) return time
  throw new RangeError(`The clock can be set between the years 1970 and 9999, not with ${String(given)}.`)
}
