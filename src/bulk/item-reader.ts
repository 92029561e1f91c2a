import { iteratorOf } from './check-job.js'

/** Reads the items of a job one after another: not every iterator may be asked twice at once. */
export class ItemReader<Item> {
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>
  #reading: Promise<unknown> = Promise.resolve()
  #isStopped = false

  constructor(items: Iterable<Item> | AsyncIterable<Item>) {
    this.#iterator = (iteratorOf(items) as () => Iterator<Item>)()
  }

  /** Reads the next item, unless no more are wanted by its turn. */
  next(): Promise<IteratorResult<Item>> {
    const next = this.#reading.then(() =>
      this.#isStopped ? { done: true as const, value: undefined } : this.#iterator.next(),
    )
    this.#reading = next.catch(() => {})
    return next
  }

  /** Lets no further item be read. */
  stop(): void {
    this.#isStopped = true
  }

  async close(): Promise<void> {
    await this.#iterator.return?.()
  }
}
