import { Listeners } from './listeners.js'

/** A request and its outcome. It never contains an API key. Each text is cut to its first 16,384 characters. */
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
  /** The full lengths of texts that were cut, in characters, such as `{ body: 100000 }`; undefined if none was cut. */
  readonly fullLengths?: Readonly<Partial<Record<'method' | 'url' | 'body' | 'problem', number>>> | undefined
}

/** An entry that has no number yet. */
export type NewJournalEntry = Omit<JournalEntry, 'number' | 'fullLengths'>

const maxEntries = 1000
/** The most characters of one text of an entry. */
const maxText = 16 * 1024
/** The most characters of all entries: each takes at most two bytes. */
const maxTotal = 8 * 1024 * 1024
const longTexts = ['method', 'url', 'body', 'problem'] as const

/** The log of the latest requests. */
export class Journal {
  readonly #listeners = new Listeners<JournalEntry>()
  #entries: JournalEntry[] = []
  #count = 0
  #clears = 0
  #total = 0

  /** The latest 1,000 entries, the oldest first; fewer if their texts take more than 8 MiB. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-maxEntries)
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
    this.#entries = []
    this.#count = 0
    this.#total = 0
    this.#clears++
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
    const kept = lengthOf(added) > maxText ? shorten(added) : added
    const entry = { number: ++this.#count, ...kept }
    this.#entries.push(entry)
    this.#total += lengthOf(entry)
    if (this.#entries.length >= 2 * maxEntries || this.#total > maxTotal) this.#drop()
    this.#listeners.notify(entry)
  }

  /** Drops the oldest entries: many at a time, since each time copies the rest. */
  #drop(): void {
    let total = 0
    let first = this.#entries.length
    for (const entry of this.#entries.slice(-maxEntries).reverse()) {
      const length = lengthOf(entry)
      if (total + length > maxTotal / 2) break
      total += length
      first--
    }
    this.#entries = this.#entries.slice(first)
    this.#total = total
  }
}

function lengthOf({ method, url, body, problem }: NewJournalEntry): number {
  return method.length + url.length + (body?.length ?? 0) + (problem?.length ?? 0)
}

function shorten(entry: NewJournalEntry): Omit<JournalEntry, 'number'> {
  const long = longTexts.filter((name) => (entry[name]?.length ?? 0) > maxText)
  if (long.length === 0) return entry
  const texts = long.map((name) => [name, entry[name] as string] as const)
  return {
    ...entry,
    ...Object.fromEntries(texts.map(([name, text]) => [name, beginningOf(text)])),
    fullLengths: Object.fromEntries(texts.map(([name, { length }]) => [name, length])),
  }
}

/** Copies the beginning of a text. Engines would keep the whole text in memory for a slice of it. */
function beginningOf(text: string): string {
  return JSON.parse(JSON.stringify(text.slice(0, maxText)))
}
