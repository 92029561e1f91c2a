import { type StateSize, sizeOf } from './state-size.js'

/** A value, and its place in the order in which values were added. No place is used twice. */
interface Placed<T> {
  readonly place: number
  readonly value: T
}

/** A value of a collection. */
export interface Entry<T> extends Placed<T> {
  readonly collection: Collection<T>
}

/** Entries by key: of one collection, or of several that have no key in common. */
export interface Index<T> {
  get(key: string): Entry<T> | undefined
  set(key: string, entry: Entry<T>): void
  delete(key: string): void
}

/** A pair of an index and a place. The values from that index on have this place and the following ones. */
export type PlaceChange = [index: number, place: number]

/** The values of a collection at one moment, which later changes do not affect. */
export class CollectionView<T> {
  readonly #entries: readonly Placed<T>[]
  readonly #nextPlace: number

  constructor(entries: readonly Placed<T>[], nextPlace: number) {
    this.#entries = entries
    this.#nextPlace = nextPlace
  }

  /** The places of the values, and of the next one, where they are not the numbers from 0. */
  get places(): PlaceChange[] {
    const changes: PlaceChange[] = []
    let expected = 0
    const add = (index: number, place: number) => {
      if (place !== expected) changes.push([index, place])
      expected = place + 1
    }
    for (const [index, { place }] of this.#entries.entries()) add(index, place)
    add(this.#entries.length, this.#nextPlace)
    return changes
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (const { value } of this.#entries) yield value
  }
}

/**
 * Values in the order in which they were added, found by key in constant and by place in logarithmic time. A value is replaced
 * and never changed, so that a view of all of them costs nothing.
 */
export class Collection<T> {
  readonly #keyOf: (value: T) => string
  readonly #index: Index<T>
  readonly #size: StateSize
  /** Its part of the size of the state, in bytes. */
  #bytes = 0
  #entries: Entry<T>[] = []
  /** The number of entries that are in the index, from the first one. The index of others is built when it is needed. */
  #indexed = 0
  #nextPlace = 0
  /** Whether a view has the entries too. They are then copied before they change. */
  #isShared = false

  /** @param size - The size of the whole state, to which the values count. */
  constructor(size: StateSize, keyOf: (value: T) => string, index: Index<T> = new Map()) {
    this.#size = size
    this.#keyOf = keyOf
    this.#index = index
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

  get view(): CollectionView<T> {
    this.#isShared = true
    return new CollectionView(this.#entries, this.#nextPlace)
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined
  }

  get(key: string): T | undefined {
    return this.#find(key)?.value
  }

  /** Adds a value at the end. Its key must be new. */
  add(value: T): void {
    const entry = { place: this.#nextPlace++, value, collection: this }
    if (this.#indexed === this.#entries.length) {
      this.#index.set(this.#keyOf(value), entry)
      this.#indexed++
    }
    this.#changeable().push(entry)
    this.#grow(sizeOf(value))
  }

  /** Sets all values at once, in a collection that is empty. Their keys must be new. */
  fill(values: readonly T[]): void {
    let bytes = 0
    this.#entries = values.map((value, place) => {
      bytes += sizeOf(value)
      return { place, value, collection: this }
    })
    this.#nextPlace = values.length
    this.#grow(bytes)
  }

  /**
   * Builds the index of further entries.
   *
   * @param limit - The most entries to add to it.
   * @returns How many were added.
   */
  index(limit = Infinity): number {
    const start = this.#indexed
    const end = Math.min(this.#entries.length, start + limit)
    for (const entry of this.#entries.slice(start, end)) this.#index.set(this.#keyOf(entry.value), entry)
    this.#indexed = end
    return end - start
  }

  /** Puts a value in the place of the one with the same key. */
  replace<Value extends T>(value: Value): Value {
    const key = this.#keyOf(value)
    const { place, value: previous } = this.#find(key) as Entry<T>
    const entry = { place, value, collection: this }
    this.#changeable()[indexOf(this.#entries, place)] = entry
    this.#index.set(key, entry)
    this.#grow(sizeOf(value) - sizeOf(previous))
    return value
  }

  delete(key: string): T | undefined {
    const entry = this.#find(key)
    if (!entry) return undefined
    this.#index.delete(key)
    this.#indexed--
    this.#changeable().splice(indexOf(this.#entries, entry.place), 1)
    this.#grow(-sizeOf(entry.value))
    return entry.value
  }

  /** Removes all values. */
  clear(): void {
    for (const { value } of this.#entries) this.#index.delete(this.#keyOf(value))
    this.#entries = []
    this.#indexed = 0
    this.#isShared = false
    this.#grow(-this.#bytes)
  }

  /**
   * Gives the values the places that they had in another collection, so that links to its pages stay valid.
   *
   * @throws RangeError if two values would have one place, or not in their order.
   */
  setPlaces(changes: readonly PlaceChange[]): void {
    const places = expand(changes, this.#entries.length + 1)
    this.#entries = this.#entries.map(({ value }, index) => ({
      place: places[index] as number,
      value,
      collection: this,
    }))
    this.#nextPlace = places.at(-1) as number
    this.#isShared = false
    // The index has the entries with the former places.
    this.#indexed = 0
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (const { value } of this.#entries) yield value
  }

  #grow(bytes: number): void {
    this.#bytes += bytes
    this.#size.bytes += bytes
  }

  #find(key: string): Entry<T> | undefined {
    if (this.#indexed < this.#entries.length) this.index()
    const entry = this.#index.get(key)
    return entry?.collection === this ? entry : undefined
  }

  #changeable(): Entry<T>[] {
    if (this.#isShared) this.#entries = this.#entries.slice()
    this.#isShared = false
    return this.#entries
  }
}

/** Returns the index of the first entry at or after a place. */
export function indexOf(entries: readonly { readonly place: number }[], place: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.place as number) < place) low = middle + 1
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
