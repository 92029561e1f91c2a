import type { JournalEntry, NewJournalEntry } from './journal-entry.js'
import { Listeners } from './listeners.js'
import { LoggedRequest } from './logged-request.js'

const maxEntries = 1000
/** The most characters of all entries: each takes at most two bytes. */
const maxTotal = 8 * 1024 * 1024
/** The most characters of all response bodies. They are one byte each, unless a body has characters beyond Latin-1. */
const maxBodies = 2 * 1024 * 1024

/** The log of the latest requests. */
export class Journal {
  readonly #listeners = new Listeners<JournalEntry>()
  readonly #clearListeners = new Listeners<void>()
  #requests: LoggedRequest[] = []
  #count = 0
  #clears = 0
  #total = 0
  /** The number of the first request that still has the body of its response, and the characters of all such bodies. */
  #firstBody = 1
  #bodies = 0

  /** The latest 1,000 entries, the oldest first; fewer if their texts take more than 8 MiB. */
  get entries(): readonly JournalEntry[] {
    return this.#requests.slice(-maxEntries).map(({ entry }) => entry)
  }

  /** Number of requests since the start or the last `clear`. */
  get count(): number {
    return this.#count
  }

  /** @internal How many times the log was cleared. */
  get clears(): number {
    return this.#clears
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
    this.#requests = []
    this.#count = 0
    this.#total = 0
    this.#firstBody = 1
    this.#bodies = 0
    this.#clears++
    this.#clearListeners.notify()
  }

  /** @internal Subscribes to the deletion of all entries. Returns a function that unsubscribes. */
  onClear(listener: () => void): () => void {
    return this.#clearListeners.add(listener)
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

  /** @internal Finds an entry by its number, if it is still there. */
  find(number: number): JournalEntry | undefined {
    return this.#requestOf(number)?.entry
  }

  /**
   * @internal
   * @param isKey - Checks whether a text is the key of an application.
   */
  add(added: NewJournalEntry, isKey: (text: string) => boolean = () => false): void {
    const request = new LoggedRequest(++this.#count, added, isKey)
    this.#requests.push(request)
    this.#total += request.length
    this.#bodies += request.bodyLength
    while (this.#bodies > maxBodies) this.#dropBody()
    if (this.#requests.length >= 2 * maxEntries || this.#total > maxTotal) this.#drop()
    if (this.#listeners.size > 0) this.#listeners.notify(request.entry)
  }

  #requestOf(number: number): LoggedRequest | undefined {
    return this.#requests[number - (this.#requests[0]?.number ?? 0)]
  }

  #dropBody(): void {
    const request = this.#requestOf(this.#firstBody++)
    this.#bodies -= request?.bodyLength ?? 0
    request?.dropBody()
  }

  /** Drops the oldest entries: many at a time, since each time copies the rest. */
  #drop(): void {
    let total = 0
    let first = this.#requests.length
    for (const { length } of this.#requests.slice(-maxEntries).reverse()) {
      if (total + length > maxTotal / 2) break
      total += length
      first--
    }
    for (const request of this.#requests.splice(0, first))
      if (request.number >= this.#firstBody) this.#bodies -= request.bodyLength
    this.#firstBody = Math.max(this.#firstBody, this.#requests[0]?.number ?? 1)
    this.#total = total
  }
}
