import { apiKeyHeader } from '../../generated/operations.js'
import type { JournalEntry } from './journal.js'
import type { ResponseHeaders } from './merge-headers.js'

/** A field of an entry that may be cut. */
export type CutField = (typeof longTexts)[number] | 'headers' | 'responseHeaders'

/** An entry that has no number yet. */
export interface NewJournalEntry extends Omit<JournalEntry, 'number' | 'headers'> {
  /** The names and values of the headers of the request in turn. */
  readonly headers: readonly string[] | undefined
}

const longTexts = ['method', 'url', 'body', 'problem', 'responseBody'] as const
/** The most characters of one text of an entry, or of its headers. */
const maxText = 16 * 1024
const secretNames: ReadonlySet<string> = new Set([
  apiKeyHeader.toLowerCase(),
  'authorization',
  'cookie',
  'proxy-authorization',
])
/** Stands for a value that the journal must not contain. */
const hidden = '…'

/** A request in the journal. Its entry is made when it is read first, since most never are. */
export class LoggedRequest {
  readonly number: number
  /** The characters of all texts. */
  readonly length: number
  readonly #kept: NewJournalEntry
  #entry: JournalEntry | undefined

  constructor(number: number, added: NewJournalEntry, isKey: (text: string) => boolean) {
    this.number = number
    const shown = hideKeys(added, isKey)
    const length = lengthOf(shown)
    this.#kept = length > maxText ? shorten(shown) : shown
    this.length = this.#kept === shown ? length : lengthOf(this.#kept)
  }

  get entry(): JournalEntry {
    this.#entry ??= { number: this.number, ...this.#kept, headers: toRecord(this.#kept.headers) }
    return this.#entry
  }
}

/** Hides the keys now, since an application may be removed before the entry is read. */
function hideKeys(entry: NewJournalEntry, isKey: (text: string) => boolean): NewJournalEntry {
  const headers = entry.headers?.map((text) => (isKey(text) ? hidden : text))
  // No other header of a response has a value from outside.
  if (entry.faults.length === 0 || !entry.responseHeaders) return { ...entry, headers }
  const responseHeaders = Object.entries(entry.responseHeaders).map(([name, value]) => [
    name,
    isKey(value) ? hidden : value,
  ])
  return { ...entry, headers, responseHeaders: Object.fromEntries(responseHeaders) }
}

function toRecord(headers: readonly string[] | undefined): ResponseHeaders | undefined {
  if (!headers) return undefined
  const shown = new Map<string, string>()
  for (let index = 0; index < headers.length; index += 2) {
    const name = (headers[index] as string).toLowerCase()
    const value = headers[index + 1] as string
    const known = shown.get(name)
    shown.set(name, secretNames.has(name) ? hidden : known === undefined ? value : `${known}, ${value}`)
  }
  return Object.fromEntries(shown)
}

function lengthOf({ method, url, body, problem, headers, responseHeaders, responseBody }: NewJournalEntry): number {
  const texts = method.length + url.length + (body?.length ?? 0) + (problem?.length ?? 0) + (responseBody?.length ?? 0)
  return texts + lengthOfTexts(headers) + lengthOfHeaders(responseHeaders)
}

function lengthOfTexts(texts: readonly string[] = []): number {
  let length = 0
  for (let index = 0; index < texts.length; index++) length += (texts[index] as string).length
  return length
}

function lengthOfHeaders(headers: ResponseHeaders | undefined): number {
  let length = 0
  for (const name in headers) length += name.length + (headers[name] as string).length
  return length
}

function shorten(entry: NewJournalEntry): NewJournalEntry {
  const cut: Partial<Record<CutField, unknown>> = {}
  const fullLengths: Partial<Record<CutField, number>> = {}
  for (const name of longTexts) {
    const text = entry[name] ?? ''
    if (text.length <= maxText) continue
    cut[name] = beginningOf(text)
    fullLengths[name] = text.length
  }
  const { headers = [], responseHeaders = {} } = entry
  fullLengths.headers = lengthOfTexts(headers)
  if (fullLengths.headers > maxText) cut.headers = firstOf(headers)
  else delete fullLengths.headers
  fullLengths.responseHeaders = lengthOfHeaders(responseHeaders)
  if (fullLengths.responseHeaders > maxText)
    cut.responseHeaders = toRecord(firstOf(Object.entries(responseHeaders).flat()))
  else delete fullLengths.responseHeaders
  return Object.keys(cut).length === 0 ? entry : ({ ...entry, ...cut, fullLengths } as NewJournalEntry)
}

/** Returns the first headers, the last one of them cut. */
function firstOf(headers: readonly string[]): string[] {
  const first: string[] = []
  let left = maxText
  for (let index = 0; index < headers.length && left > 0; index += 2) {
    const [name = '', value = ''] = headers.slice(index, index + 2)
    if (name.length >= left) break
    left -= name.length
    first.push(name, value.length > left ? beginningOf(value, left) : value)
    left -= value.length
  }
  return first
}

/** Copies the beginning of a text. Engines would keep the whole text in memory for a slice of it. */
function beginningOf(text: string, length = maxText): string {
  return JSON.parse(JSON.stringify(text.slice(0, length)))
}
