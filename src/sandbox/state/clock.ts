import { describe } from '../../common/describe.js'

/** What a clock shows: a time at which it is stopped, or its distance from the real time. Both are in milliseconds. */
export type ClockState = { readonly stopped: number } | { readonly offset: number }

/** The time in the sandbox. It runs like the real time until it is set. */
export class Clock {
  readonly #onSet: (next: ClockState, set: () => void) => void
  #state: ClockState = { offset: 0 }

  /** @internal Calls a function that sets the clock. */
  constructor(onSet: (next: ClockState, set: () => void) => void = (_next, set) => set()) {
    this.#onSet = onSet
  }

  /** @internal */
  get state(): ClockState {
    return this.#state
  }

  /**
   * @internal
   * @throws RangeError if it is damaged, or the clock would leave the years 1970 to 9999.
   */
  set state(next: ClockState) {
    const { stopped, offset } = (next ?? {}) as { stopped?: unknown; offset?: unknown }
    const time = typeof stopped === 'number' ? stopped : typeof offset === 'number' ? Date.now() + offset : Number.NaN
    checkTime(time, JSON.stringify(next))
    this.#state = next
  }

  /**
   * Returns the current time in milliseconds since 1970.
   *
   * @example
   * ```ts
   * sandbox.clock.set(0)
   * console.log(sandbox.clock.now()) // 0
   * ```
   */
  now(): number {
    return 'stopped' in this.#state ? this.#state.stopped : Date.now() + this.#state.offset
  }

  /**
   * Returns the current time as the API writes it.
   *
   * @example
   * ```ts
   * sandbox.clock.set(0)
   * console.log(sandbox.clock.timestamp()) // 1970-01-01T00:00:00.000Z
   * ```
   */
  timestamp(): string {
    return toTimestamp(this.now())
  }

  /**
   * Stops the clock at a time.
   *
   * @param time - A date, a string that `new Date()` accepts, or milliseconds since 1970.
   * @throws RangeError if the time is not a valid date in the years 1970 to 9999.
   *
   * @example
   * ```ts
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const { clock } = createSandbox()
   * clock.set('2030-01-01T00:00:00Z')
   * clock.advance(60_000)
   * console.log(clock.timestamp()) // 2030-01-01T00:01:00.000Z
   * ```
   */
  set(time: Date | string | number): void {
    this.#set({ stopped: checkTime(new Date(time).getTime(), time) })
  }

  /**
   * Moves the clock, whether it runs or is stopped.
   *
   * @param duration - Milliseconds; negative to move it back.
   * @throws RangeError if it is not a number, or the clock would leave the years 1970 to 9999.
   *
   * @example
   * ```ts
   * sandbox.clock.set('2026-01-05T09:00:00Z')
   * sandbox.clock.advance(60_000)
   * console.log(sandbox.clock.timestamp()) // 2026-01-05T09:01:00.000Z
   * ```
   */
  advance(duration: number): void {
    if (typeof duration !== 'number')
      throw new RangeError(`advance needs a number of milliseconds, got ${describe(duration)}.`)
    checkTime(this.now() + duration, duration)
    const state = this.#state
    this.#set('stopped' in state ? { stopped: state.stopped + duration } : { offset: state.offset + duration })
  }

  /**
   * Goes back to the real time.
   *
   * @example
   * ```ts
   * sandbox.clock.set('2026-01-05T09:00:00Z')
   * sandbox.clock.run()
   * console.log(Math.abs(sandbox.clock.now() - Date.now()) < 1000) // true
   * ```
   */
  run(): void {
    this.#set({ offset: 0 })
  }

  #set(next: ClockState): void {
    this.#onSet(next, () => {
      this.#state = next
    })
  }
}

let latest = { time: Number.NaN, text: '' }

/** Formats milliseconds since 1970 as the API does. */
export function toTimestamp(time: number): string {
  // Cached, since several timestamps are written in a millisecond.
  if (time !== latest.time) latest = { time, text: new Date(time).toISOString() }
  return latest.text
}

/**
 * Checks that the API can write a time.
 *
 * @param received - The value to show in the error.
 * @throws RangeError if the time is outside of the years 1970 to 9999.
 */
export function checkTime(time: number, received: unknown): number {
  if (time >= 0 && time < Date.UTC(10_000, 0)) return time
  throw new RangeError(`The time must be in the years 1970 to 9999, got ${String(received)}.`)
}
