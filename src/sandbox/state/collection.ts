/** A value, and its place in the order in which values were added. No place is used twice. */
export interface Entry<T> {
  readonly place: number
  readonly value: T
}

/** A pair of an index and a place. The values from that index on have this place and the following ones. */
export type PlaceChange = [index: number, place: number]

/** Values in the order in which they were added, found by key in constant and by place in logarithmic time. */
export class Collection<T> {
  readonly #keyOf: (value: T) => string
  readonly #entries: { place: number; readonly value: T }[] = []
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

  /** The places of the values, and of the next one, where they are not the numbers from 0. */
  get places(): PlaceChange[] {
    const changes: PlaceChange[] = []
    let expected = 0
    for (const [index, place] of [...this.#entries.map(({ place }) => place), this.#places].entries()) {
      if (place !== expected) changes.push([index, place])
      expected = place + 1
    }
    return changes
  }

  /**
   * Gives the values the places that they had in another collection, so that links to its pages stay valid.
   *
   * @throws RangeError if two values would have one place, or not in their order.
   */
  set places(changes: readonly PlaceChange[]) {
    const places = expand(changes, this.#entries.length + 1)
    for (const [index, entry] of this.#entries.entries()) entry.place = places[index] as number
    this.#places = places.at(-1) as number
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

function expand(changes: readonly PlaceChange[], length: number): number[] {
  const places: number[] = []
  let used = 0
  for (let place = 0; places.length < length; place++) {
    const change = changes[used]
    if (change?.[0] === places.length) {
      if (change[1] < place) throw new RangeError(`places must increase, got ${change[1]} after ${place - 1}.`)
      place = change[1]
      used++
    }
    places.push(place)
  }
  if (used < changes.length)
    throw new RangeError(`places must have the indexes of items, in their order, got ${changes[used]?.[0]}.`)
  return places
}
