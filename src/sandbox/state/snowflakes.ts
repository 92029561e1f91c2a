import { snowflake } from '../../../generated/operations.js'

const { epoch } = snowflake
const shift = BigInt(snowflake.shift)

/** Creates ids that contain their creation time, only grow, and exceed the safe integers. */
export class Snowflakes {
  #last = '0'

  /** The highest id so far. */
  get last(): string {
    return this.#last
  }

  /** @param time - Milliseconds since 1970. */
  next(time: number): string {
    const first = BigInt(Math.max(0, Math.trunc(time) - epoch)) << shift
    const last = BigInt(this.#last)
    this.#last = String(first > last ? first : last + 1n)
    return this.#last
  }

  /** Makes every further id higher than this one. */
  pass(id: string): void {
    if (isHigher(id, this.#last)) this.#last = id
  }
}

/** Compares ids as text, since the conversion to numbers takes most of the time to load a message. */
function isHigher(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length
}
