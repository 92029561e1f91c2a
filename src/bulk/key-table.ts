import { createHash, hash } from 'node:crypto'

/** The place of a key in every table: 96 bits of its hash, so that two keys of a job of any size have different places. */
export interface HashedKey {
  readonly words: readonly [number, number, number]
}

/** Bytes of a slot: the hash, and then the state in a table of its own. */
const wordsPerSlot = 3
const firstCapacity = 1024

/** Remembers a small number for each of millions of keys, in 13 bytes a slot: a `Map` takes eight times as much. */
export class KeyTable {
  #capacity = firstCapacity
  #words = new Uint32Array(firstCapacity * wordsPerSlot)
  #states = new Uint8Array(firstCapacity)
  #size = 0

  /** Returns the state of a key; 0 if it has none. */
  get(key: HashedKey): number {
    return this.#states[this.#find(key)] as number
  }

  /** @param state - From 1 to 255. */
  set(key: HashedKey, state: number): void {
    let slot = this.#find(key)
    if (this.#states[slot] === 0) {
      if (++this.#size * 3 > this.#capacity * 2) {
        this.#grow()
        slot = this.#find(key)
      }
      this.#words.set(key.words, slot * wordsPerSlot)
    }
    this.#states[slot] = state
  }

  /** Counts the keys in each state. */
  count(): Record<number, number> {
    const counts: Record<number, number> = {}
    for (const state of this.#states) if (state !== 0) counts[state] = (counts[state] ?? 0) + 1
    return counts
  }

  /** Returns the slot of a key, or the free one where it belongs. */
  #find({ words: [first, second, third] }: HashedKey): number {
    const words = this.#words
    for (let slot = first % this.#capacity; ; slot = (slot + 1) % this.#capacity) {
      const at = slot * wordsPerSlot
      if (this.#states[slot] === 0) return slot
      if (words[at] === first && words[at + 1] === second && words[at + 2] === third) return slot
    }
  }

  #grow(): void {
    const [words, states] = [this.#words, this.#states]
    this.#capacity *= 2
    this.#words = new Uint32Array(this.#capacity * wordsPerSlot)
    this.#states = new Uint8Array(this.#capacity)
    for (const [index, state] of states.entries()) {
      if (state === 0) continue
      const at = index * wordsPerSlot
      const key: HashedKey = { words: [words[at] as number, words[at + 1] as number, words[at + 2] as number] }
      const slot = this.#find(key)
      this.#words.set(key.words, slot * wordsPerSlot)
      this.#states[slot] = state
    }
  }
}

// `hash` is three times as fast, and some runtimes do not have it.
const sha256 =
  (hash as typeof hash | undefined) === undefined
    ? (text: string) => createHash('sha256').update(text).digest('hex')
    : (text: string) => hash('sha256', text)

/** Hashes a key. */
export function hashKey(key: string): HashedKey {
  const digest = sha256(key)
  const word = (index: number) => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16)
  return { words: [word(0), word(1), word(2)] }
}
