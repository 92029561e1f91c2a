import { snowflake } from '../../../generated/operations.js'

const { epoch } = snowflake
const shift = BigInt(snowflake.shift)

/** Makes ids that carry the time at which they were made, only grow, and do not fit a number. */
export class Snowflakes {
  #last = 0n

  /** @param time - Milliseconds since 1970. */
  next(time: number): string {
    const first = BigInt(Math.max(0, Math.trunc(time) - epoch)) << shift
    this.#last = first > this.#last ? first : this.#last + 1n
    return String(this.#last)
  }

  /** Makes only higher ids from here on. */
  pass(id: string): void {
    const taken = BigInt(id)
    if (taken > this.#last) this.#last = taken
  }
}
