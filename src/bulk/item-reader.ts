import { iteratorOf } from './check-job.js'

/** Reads the items of a job one at a time, since not every iterator supports concurrent calls of `next`. */
export class ItemReader<Item> {
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>
  #reading: Promise<unknown> = Promise.resolve()
  #isStopped = false

  constructor(items: Iterable<Item> | AsyncIterable<Item>) {
    this.#iterator = (iteratorOf(items) as () => Iterator<Item>)()
  }

  /** Reads the next item, unless the reader was stopped before its turn. */
  next(): Promise<IteratorResult<Item>> {
    const next = this.#reading.then(() =>
      this.#isStopped ? { done: true as const, value: undefined } : this.#iterator.next(),
    )
    this.#reading = next.catch(() => {})
    return next
  }

  /** Ends the items here: no further one is read. */
  stop(): void {
    this.#isStopped = true
  }

  async close(): Promise<void> {
    await this.#iterator.return?.()
  }
}
