import { Listeners } from './listeners.js'

/** A request and its outcome. It never contains an API key. */
export interface JournalEntry {
  /** Position in the journal, from 1, in the order in which requests ended. */
  readonly number: number
  /** Time at which the request arrived, on the sandbox's clock. */
  readonly time: string
  /** The HTTP method, such as `POST`. */
  readonly method: string
  /** Path and query as requested. */
  readonly url: string
  /** Id of the operation, if the path and the method have one. */
  readonly operation: string | undefined
  /** Status of the response; null if the connection was broken instead. */
  readonly status: number | null
  /** Time from the request to the response, in milliseconds. */
  readonly duration: number
  /** The body of the request as text, if it was read. */
  readonly body: string | undefined
  /** The error message, if the request failed. */
  readonly problem: string | undefined
}

/** An entry that has no number yet. */
export type NewJournalEntry = Omit<JournalEntry, 'number'>

const maxEntries = 1000

/** The log of the latest requests. */
export class Journal {
  readonly #listeners = new Listeners<JournalEntry>()
  #entries: JournalEntry[] = []
  #count = 0

  /** The latest 1,000 entries, the oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-maxEntries)
  }

  /** Number of requests since the start or the last `clear`. */
  get count(): number {
    return this.#count
  }

  /**
   * Deletes every entry, and starts to count again.
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
   * Subscribes to further entries.
   *
   * @param listener - Called with each entry. If it throws, the error is logged.
   * @returns A function that unsubscribes.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const sandbox = createSandbox()
   * sandbox.journal.listen(({ method, url, status }) => console.log(`${method} ${url}: ${status}`)) // GET /v1/sandbox/users: 200
   * await createSceyt(sandbox.connection()).users.list()
   * ```
   */
  listen(listener: (entry: JournalEntry) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** @internal */
  add(added: NewJournalEntry): void {
    const entry = { number: ++this.#count, ...added }
    this.#entries.push(entry)
    // Dropped a thousand at a time, since each time copies the rest.
    if (this.#entries.length >= 2 * maxEntries) this.#entries = this.#entries.slice(-maxEntries)
    this.#listeners.notify(entry)
  }
}
