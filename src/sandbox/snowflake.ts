/** When ids were zero. With it, ids look as old as those in the document's examples. */
const epoch = Date.UTC(2020, 1, 25)

/** Makes ids that tell the time they were made at, grow without end, and do not fit a number. */
export class Snowflakes {
  #last = 0n

  /** @param time - Milliseconds since 1970. */
  next(time: number): string {
    const first = BigInt(Math.max(0, Math.trunc(time) - epoch)) << 22n
    this.#last = first > this.#last ? first : this.#last + 1n
    return String(this.#last)
  }

  /** Gives out only higher ids from here on. */
  pass(id: string): void {
    const taken = BigInt(id)
    if (taken > this.#last) this.#last = taken
  }
}
