/** A set of callbacks for one kind of event. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>()

  get size(): number {
    return this.#all.size
  }

  /** @returns A function that unsubscribes. */
  add(listener: (value: T) => void): () => void {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  /** Calls every listener. One that throws is logged, and does not affect the event or other listeners. */
  notify(value: T): void {
    for (const listener of this.#all) {
      try {
        listener(value)
      } catch (error) {
        console.error('A listener of the sandbox failed.', error)
      }
    }
  }
}
