import { createHash, hash } from 'node:crypto'

/** A key is stored as 96 bits of its hash: enough that no two keys of a job collide in practice. */
const wordsPerSlot = 3
const bytesPerSlot = wordsPerSlot * Uint32Array.BYTES_PER_ELEMENT
const firstCapacity = 1024
/** A key such as `17`: the number of a row. */
const numberPattern = /^(?:0|[1-9]\d{0,8})$/
/** Numeric keys index an array of bytes while it is dense enough: up to a length of 4096, or of 4 bytes for each key. */
const [denseLength, bytesPerKey] = [4096, 4]

type Words = readonly [number, number, number]

/**
 * Allocates memory that the process returns to the system when it is garbage: engines map the memory of resizable buffers, and
 * take that of others from the C library, which keeps tens of megabytes.
 */
function allocate(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength: bytes })
}

/**
 * Stores a state for each of millions of keys. A numeric key takes one byte, if most numbers from 0 on are keys, and any other key
 * takes 20 to 40. In a `Map` it would take about a hundred.
 */
export class KeyTable {
  /** The states of keys that are numbers, by number. */
  #numbers = new Uint8Array(allocate(denseLength))
  #numberCount = 0
  /** A hash table with open addressing for other keys: their hashes and their states. */
  #capacity = firstCapacity
  #words = new Uint32Array(allocate(firstCapacity * bytesPerSlot))
  #states = new Uint8Array(allocate(firstCapacity))
  #size = 0

  /** Returns the state of a key; 0 if it has none. */
  get(key: string): number {
    const state = numberPattern.test(key) ? this.#numbers[Number(key)] : undefined
    if (state || this.#size === 0) return state ?? 0
    return this.#states[this.#find(hashOf(key))] as number
  }

  /** @param state - From 1 to 255. */
  set(key: string, state: number): void {
    if (numberPattern.test(key) && this.#setNumber(Number(key), state)) return
    const words = hashOf(key)
    let slot = this.#find(words)
    if (this.#states[slot] === 0) {
      if (++this.#size * 3 > this.#capacity * 2) {
        this.#grow()
        slot = this.#find(words)
      }
      this.#words.set(words, slot * wordsPerSlot)
    }
    this.#states[slot] = state
  }

  /** Sets the state of a number. Returns false if the number is too far above the others. */
  #setNumber(number: number, state: number): boolean {
    if (number >= this.#numbers.length) {
      if (number > denseLength && number > this.#numberCount * bytesPerKey) return false
      const larger = new Uint8Array(allocate(Math.max(number + 1, this.#numbers.length * 2)))
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    if (this.#numbers[number] === 0) this.#numberCount++
    this.#numbers[number] = state
    return true
  }

  /** Returns the slot of a hash, or the free slot where it belongs. */
  #find([first, second, third]: Words): number {
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
    this.#words = new Uint32Array(allocate(this.#capacity * bytesPerSlot))
    this.#states = new Uint8Array(allocate(this.#capacity))
    for (const [index, state] of states.entries()) {
      if (state === 0) continue
      const at = index * wordsPerSlot
      const slot = this.#find([words[at] as number, words[at + 1] as number, words[at + 2] as number])
      this.#words.set(words.subarray(at, at + wordsPerSlot), slot * wordsPerSlot)
      this.#states[slot] = state
    }
  }
}

// `hash` is three times as fast, but some runtimes other than Node do not have it.
const sha256 =
  (hash as typeof hash | undefined) === undefined
    ? (text: string) => createHash('sha256').update(text).digest('hex')
    : (text: string) => hash('sha256', text)

function hashOf(key: string): Words {
  const digest = sha256(key)
  const word = (index: number) => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16)
  return [word(0), word(1), word(2)]
}
