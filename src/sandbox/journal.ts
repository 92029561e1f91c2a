import { Listeners } from './listeners.js'

/** A request that was answered. It never holds an API key. */
export interface JournalEntry {
  /** From 1, in the order of the answers. */
  readonly number: number
  /** When it came, on the sandbox's clock. */
  readonly time: string
  /** The method of HTTP, such as `POST`. */
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  /** The document's operation, if it led to one. */
  readonly operation: string | undefined
  /** Null if the connection was broken instead. */
  readonly status: number | null
  /** Milliseconds that it took. */
  readonly duration: number
  /** The body as text, if it was read. */
  readonly body: string | undefined
  /** Why it was turned away. */
  readonly problem: string | undefined
}

const kept = 1000

/** The latest requests. */
export class Journal {
  readonly #listeners = new Listeners<JournalEntry>()
  #entries: JournalEntry[] = []
  #count = 0

  /**
   * The latest 1,000, the oldest first.
   *
   * @example
   * ```ts
   * await createSceyt(sandbox.connection()).users.list()
   * console.log(sandbox.journal.entries[0]?.operation) // listUsers
   * ```
   */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-kept)
  }

  /** How many there were since the start or the last `clear`. */
  get count(): number {
    return this.#count
  }

  /**
   * Forgets every request.
   *
   * @example
   * ```ts
   * await createSceyt(sandbox.connection()).users.list()
   * sandbox.journal.clear()
   * console.log(sandbox.journal.count) // 0
   * ```
   */
  clear(): void {
    this.#entries = []
    this.#count = 0
  }

  /**
   * Tells of each request from here on.
   *
   * @returns What stops it.
   *
   * @example
   * ```ts
   * const unsubscribe = sandbox.journal.listen(({ operation, status }) => console.log(operation, status)) // listUsers 200
   * await createSceyt(sandbox.connection()).users.list()
   * unsubscribe()
   * ```
   */
  listen(listener: (entry: JournalEntry) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** @internal */
  add(seen: Omit<JournalEntry, 'number'>): void {
    const entry = { number: ++this.#count, ...seen }
    this.#entries.push(entry)
    // Thrown away a thousand at a time, since each time costs a copy of the rest.
    if (this.#entries.length >= 2 * kept) this.#entries = this.#entries.slice(-kept)
    this.#listeners.tell(entry)
  }
}
