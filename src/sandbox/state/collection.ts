/** A value, and its place in the order in which values were added. No place is used twice. */
export interface Entry<T> {
  readonly place: number
  readonly value: T
}

/** Values in the order in which they were added, found by key in constant and by place in logarithmic time. */
export class Collection<T> {
  readonly #keyOf: (value: T) => string
  readonly #entries: Entry<T>[] = []
  readonly #byKey = new Map<string, Entry<T>>()
  #places = 0

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf
  }

  get size(): number {
    return this.#entries.length
  }

  /** All values, in order. */
  get entries(): readonly Entry<T>[] {
    return this.#entries
  }

  get last(): T | undefined {
    return this.#entries.at(-1)?.value
  }

  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  get(key: string): T | undefined {
    return this.#byKey.get(key)?.value
  }

  /** Adds a value at the end. Its key must be new. */
  add(value: T): void {
    const entry = { place: this.#places++, value }
    this.#entries.push(entry)
    this.#byKey.set(this.#keyOf(value), entry)
  }

  delete(key: string): T | undefined {
    const entry = this.#byKey.get(key)
    if (!entry) return undefined
    this.#byKey.delete(key)
    this.#entries.splice(indexOf(this.#entries, entry.place), 1)
    return entry.value
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (const { value } of this.#entries) yield value
  }
}

/** Returns the index of the first entry at or after a place. */
export function indexOf(entries: readonly Entry<unknown>[], place: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] as Entry<unknown>).place < place) low = middle + 1
    else high = middle
  }
  return low
}
