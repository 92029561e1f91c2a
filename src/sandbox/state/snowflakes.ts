import { snowflake } from '../../../generated/operations.js'

const { epoch } = snowflake
const shift = BigInt(snowflake.shift)

/** Creates ids that contain their creation time, only grow, and exceed the safe integers. */
export class Snowflakes {
  #last = 0n

  /** The highest id so far. */
  get last(): string {
    return String(this.#last)
  }

  /** @param time - Milliseconds since 1970. */
  next(time: number): string {
    const first = BigInt(Math.max(0, Math.trunc(time) - epoch)) << shift
    this.#last = first > this.#last ? first : this.#last + 1n
    return String(this.#last)
  }

  /** Makes every further id higher than this one. */
  pass(id: string): void {
    const taken = BigInt(id)
    if (taken > this.#last) this.#last = taken
  }
}
