import { iteratorOf } from './check-job.js'

/** Milliseconds in which an iterator may close. */
const closeTime = 1_000

/** Reads the items of a job one at a time, since not every iterator supports concurrent calls of `next`. */
export class ItemReader<Item> {
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>
  /** Ends the calls of `next` that wait for an item. */
  readonly #waiting = new Set<() => void>()
  #reading: Promise<unknown> = Promise.resolve()
  #isStopped = false

  constructor(items: Iterable<Item> | AsyncIterable<Item>) {
    this.#iterator = (iteratorOf(items) as () => Iterator<Item>)()
  }

  /** Reads the next item, unless the reader is stopped first: the items may come from a source that yields none for long. */
  next(): Promise<IteratorResult<Item>> {
    return new Promise((resolve, reject) => {
      const end = () => resolve({ done: true, value: undefined })
      this.#waiting.add(end)
      this.#reading = this.#reading
        .then(async () => (this.#isStopped ? end() : resolve(await this.#iterator.next())))
        .catch(reject)
        .finally(() => this.#waiting.delete(end))
    })
  }

  /** Ends the items here: no further one is read. */
  stop(): void {
    this.#isStopped = true
    for (const end of this.#waiting) end()
  }

  /** Closes the iterator. One that is still reading an item closes when it has it, which may be never. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, closeTime)
    })
    try {
      await Promise.race([this.#iterator.return?.(), late])
    } catch {
      // Why the items were not read to their end is the error that matters.
    } finally {
      clearTimeout(timer)
    }
  }
}
