import { excerpt } from '../errors/excerpt.js'
import type { Redact } from '../errors/redact.js'
import type { CallState } from './call-state.js'
import { type FastResponse, readWhole } from './fast-path.js'
import type { Sendable } from './sendable.js'
import { whyUnchecked } from './unchecked-file.js'

/** Returns why a 2xx response may be incomplete, or another part than requested, before its body is read. */
export function checkComplete(
  { operation }: CallState,
  { headers }: Sendable,
  response: FastResponse,
  redact: Redact,
): string | undefined {
  const isFile = operation.result === 'file'
  const isPart = response.status === 206 || (isFile && response.headers.has('content-range'))
  if (isPart) {
    const range = new Headers(headers).get('range')
    if (range === null) return 'the body is a part, which was not requested'
    const received = response.headers.get('content-range')
    if (!isRange(range, received))
      return `the body is another part than requested: expected ${range}, got ${excerpt(`${received}`, 100, redact)}`
  }
  return isFile && mayHaveBody(response) ? whyUnchecked(response, codingOf(response), redact) : undefined
}

/** Returns whether a Content-Range is that of a Range. Its end may be earlier only where the file ends. */
function isRange(range: string, received: string | null): boolean {
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(range) ?? []
  // Several ranges have a format of their own, and across origins a page cannot see the header.
  if (first === undefined || received === null) return true
  const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(received) ?? []
  if (start === undefined) return false
  const total = size === '*' ? Infinity : Number(size)
  const isSuffix = first === ''
  const expectedStart = isSuffix ? Math.max(0, total - Number(last)) : Number(first)
  const expectedEnd = Math.min(isSuffix || !last ? Infinity : Number(last), total - 1)
  // Of a file whose size is not known, neither the start of a suffix nor the end of the rest is.
  const matches = (expected: number, text: string | undefined) => expected === Infinity || expected === Number(text)
  return matches(expectedStart, start) && matches(expectedEnd, end)
}

/** Returns the size in bytes that the headers state, if it is that of the bytes to read. */
export function sizeOf(response: FastResponse): number | undefined {
  const length = readWhole in response ? null : response.headers.get('content-length')
  if (length === null || !mayHaveBody(response)) return undefined
  // Across origins, a page cannot see whether the body is encoded.
  return response.type === 'cors' || codingOf(response) ? undefined : Number(length) || undefined
}

function mayHaveBody({ status }: Response): boolean {
  return status !== 204 && status !== 205
}

/** Returns the content coding of a body; empty if it has none. */
function codingOf({ headers }: Response): string {
  const coding = headers.get('content-encoding') ?? ''
  return headers.get('content-length') === '0' || coding.toLowerCase() === 'identity' ? '' : coding
}
