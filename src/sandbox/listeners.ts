/** Functions that are told of something. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>()

  /** @returns What stops it. */
  add(listener: (value: T) => void): () => void {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  /** Tells all of them. One that throws is logged: what it was told of has happened, whatever it thinks of it. */
  tell(value: T): void {
    for (const listener of this.#all) {
      try {
        listener(value)
      } catch (error) {
        console.error('A listener of the sandbox failed.', error)
      }
    }
  }
}
