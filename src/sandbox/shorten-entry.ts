import type { JournalEntry, NewJournalEntry } from './journal-entry.js'

/** The most characters of one text of an entry, or of the headers of one message. */
export const maxText = 16 * 1024

const texts = ['method', 'url', 'body', 'problem', 'responseBody'] as const

/** The full lengths of what was cut. */
export type FullLengths = NonNullable<JournalEntry['fullLengths']>

/** Cuts what is too long. Returns the full lengths too, or nothing if nothing was cut. */
export function shorten(entry: NewJournalEntry): { entry: NewJournalEntry; fullLengths: FullLengths } | undefined {
  const cut: { -readonly [Field in keyof FullLengths]: NewJournalEntry[Field] } = {}
  const fullLengths: { -readonly [Field in keyof FullLengths]: number } = {}
  for (const name of texts) {
    const text = entry[name] ?? ''
    if (text.length <= maxText) continue
    cut[name] = beginningOf(text, maxText)
    fullLengths[name] = text.length
  }
  const { headers, responseHeaders } = entry
  const length = lengthOfTexts(headers)
  if (length > maxText) {
    cut.headers = firstHeaders(headers ?? []).flat()
    fullLengths.headers = length
  }
  const responseLength = lengthOfHeaders(responseHeaders)
  if (responseLength > maxText) {
    cut.responseHeaders = Object.fromEntries(firstHeaders(Object.entries(responseHeaders ?? {}).flat()))
    fullLengths.responseHeaders = responseLength
  }
  return Object.keys(cut).length === 0 ? undefined : { entry: { ...entry, ...cut }, fullLengths }
}

/** Returns how many characters an entry has, without the body of the response. */
export function lengthOf({ method, url, body, problem, headers, responseHeaders }: NewJournalEntry): number {
  const own = method.length + url.length + (body?.length ?? 0) + (problem?.length ?? 0)
  return own + lengthOfTexts(headers) + lengthOfHeaders(responseHeaders)
}

function lengthOfTexts(texts: readonly string[] | undefined): number {
  let length = 0
  for (const text of texts ?? []) length += text.length
  return length
}

function lengthOfHeaders(headers: NewJournalEntry['responseHeaders']): number {
  let length = 0
  if (headers) for (const name of Object.keys(headers)) length += name.length + (headers[name] as string).length
  return length
}

/** Returns the first headers as pairs, the last one of them cut. */
function firstHeaders(headers: readonly string[]): [name: string, value: string][] {
  const first: [name: string, value: string][] = []
  let left = maxText
  for (let index = 0; index < headers.length; index += 2) {
    const [name = '', value = ''] = headers.slice(index, index + 2)
    left -= name.length
    if (left <= 0) break
    first.push([name, value.length > left ? beginningOf(value, left) : value])
    left -= value.length
  }
  return first
}

/** Copies the beginning of a text. Engines would keep the whole text in memory for a slice of it. */
function beginningOf(text: string, length: number): string {
  return JSON.parse(JSON.stringify(text.slice(0, length)))
}
