const shards = 64

/** A map by ids that is split into many, since the growth of one with a million entries would stop the process for 70 ms. */
export class ShardedMap<T> {
  readonly #maps: readonly Map<string, T>[] = Array.from({ length: shards }, () => new Map())

  get(id: string): T | undefined {
    return this.#mapOf(id).get(id)
  }

  set(id: string, value: T): void {
    this.#mapOf(id).set(id, value)
  }

  delete(id: string): void {
    this.#mapOf(id).delete(id)
  }

  #mapOf(id: string): Map<string, T> {
    const { length } = id
    // Of the last two characters, or 0 for those that a short id does not have.
    const hash = (id.charCodeAt(length - 1) | 0) * 10 + (id.charCodeAt(length - 2) | 0)
    return this.#maps[hash % shards] as Map<string, T>
  }
}
