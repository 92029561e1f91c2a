import { apiKeyHeader } from '../../generated/operations.js'
import type { JournalEntry, NewJournalEntry } from './journal-entry.js'
import { type FullLengths, lengthOf, maxText, shorten } from './shorten-entry.js'

/** Longer response bodies are cut at once, others when they are read, since most never are. */
const maxWhole = 64 * 1024
const secretNames: ReadonlySet<string> = new Set([
  apiKeyHeader.toLowerCase(),
  'authorization',
  'cookie',
  'proxy-authorization',
])
/** Stands for a value that the journal must not contain. */
const hidden = '…'

/** A request in the journal. Its entry is made when it is first read. */
export class LoggedRequest {
  readonly number: number
  /** The characters of its texts, without the body of the response. */
  readonly length: number
  #kept: NewJournalEntry
  #fullLengths: FullLengths | undefined
  #entry: JournalEntry | undefined

  /** @param isKey - Checks whether a text is the key of an application. */
  constructor(number: number, added: NewJournalEntry, isKey: (text: string) => boolean) {
    this.number = number
    this.#kept = hideKeys(added, isKey)
    this.length = lengthOf(this.#kept)
    if (this.length <= maxText && this.bodyLength <= maxWhole) return
    const short = shorten(this.#kept)
    if (!short) return
    this.#kept = short.entry
    this.#fullLengths = short.fullLengths
    this.length = lengthOf(this.#kept)
  }

  /** The characters of the body of the response that are in memory. */
  get bodyLength(): number {
    return this.#kept.responseBody?.length ?? 0
  }

  get entry(): JournalEntry {
    if (!this.#entry) {
      const short = shorten(this.#kept)
      const { headers, ...kept } = short?.entry ?? this.#kept
      const fullLengths = short ? { ...this.#fullLengths, ...short.fullLengths } : this.#fullLengths
      const rest = fullLengths && { fullLengths }
      this.#entry = { number: this.number, ...kept, headers: toRecord(headers), ...rest }
    }
    return this.#entry
  }

  /** Drops the body of the response. */
  dropBody(): void {
    if (this.bodyLength === 0) return
    this.#fullLengths = { responseBody: this.bodyLength, ...this.#fullLengths }
    this.#kept = { ...this.#kept, responseBody: undefined }
    this.#entry = undefined
  }
}

/** Hides keys at once, since an application may be removed before the entry is read. */
function hideKeys(entry: NewJournalEntry, isKey: (text: string) => boolean): NewJournalEntry {
  const headers = entry.headers?.map((text, index) => (index % 2 === 1 && isKey(text) ? hidden : text))
  // Other headers of responses are the sandbox's own. Without an operation, they may be those of another server.
  if ((entry.operation && entry.faults.length === 0) || !entry.responseHeaders) return { ...entry, headers }
  const fields = Object.entries(entry.responseHeaders).map(([name, value]) => [name, isKey(value) ? hidden : value])
  return { ...entry, headers, responseHeaders: Object.fromEntries(fields) }
}

/** Converts the names and values of headers to an object, without secrets. */
function toRecord(headers: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (!headers) return undefined
  const shown = new Map<string, string>()
  for (let index = 0; index < headers.length; index += 2) {
    const [name = '', value = ''] = headers.slice(index, index + 2)
    const key = name.toLowerCase()
    const known = shown.get(key)
    shown.set(key, secretNames.has(key) ? hidden : known === undefined ? value : `${known}, ${value}`)
  }
  return Object.fromEntries(shown)
}
