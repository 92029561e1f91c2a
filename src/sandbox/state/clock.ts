/** The time in the sandbox. It runs like the real one until it is set. */
export class Clock {
  #offset = 0
  #stopped: number | undefined
  #written = { time: Number.NaN, text: '' }

  /**
   * Milliseconds since 1970.
   *
   * @example
   * ```ts
   * sandbox.clock.set(0)
   * console.log(sandbox.clock.now()) // 0
   * ```
   */
  now(): number {
    return this.#stopped ?? Date.now() + this.#offset
  }

  /**
   * The present, as the API writes it.
   *
   * @example
   * ```ts
   * sandbox.clock.set(0)
   * console.log(sandbox.clock.timestamp()) // 1970-01-01T00:00:00.000Z
   * ```
   */
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
   *
   * @example
   * ```ts
   * sandbox.clock.set('2026-01-05T09:00:00Z')
   * console.log(sandbox.clock.timestamp()) // 2026-01-05T09:00:00.000Z
   * ```
   */
  set(time: Date | string | number): void {
    this.#stopped = momentOf(new Date(time).getTime(), time)
  }

  /**
   * Moves the clock, whether it runs or is stopped.
   *
   * @param duration - Milliseconds; less than zero for back.
   * @throws RangeError if that leads beyond what the API can write.
   *
   * @example
   * ```ts
   * sandbox.clock.set('2026-01-05T09:00:00Z')
   * sandbox.clock.advance(60_000)
   * console.log(sandbox.clock.timestamp()) // 2026-01-05T09:01:00.000Z
   * ```
   */
  advance(duration: number): void {
    momentOf(this.now() + duration, duration)
    if (this.#stopped === undefined) this.#offset += duration
    else this.#stopped += duration
  }

  /**
   * Back to the real time.
   *
   * @example
   * ```ts
   * sandbox.clock.set('2026-01-05T09:00:00Z')
   * sandbox.clock.run()
   * console.log(Math.abs(sandbox.clock.now() - Date.now()) < 1000) // true
   * ```
   */
  run(): void {
    this.#offset = 0
    this.#stopped = undefined
  }
}

function momentOf(time: number, given: unknown): number {
  if (time >= 0 && time < Date.UTC(10_000, 0)) return time
  throw new RangeError(`The clock can be set between the years 1970 and 9999, not with ${String(given)}.`)
}
