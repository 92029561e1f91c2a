/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date; anything else counts as absent.
 * @param now - The current time, in milliseconds since 1970.
 * @returns The wait in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, Number.MAX_SAFE_INTEGER)
  const date = parseDate(header)
  return date === undefined ? undefined : Math.max(0, date - now)
}

/**
 * Returns the wait that the headers of a response ask for, in milliseconds. A date is compared with the `Date` of the
 * response, since the clocks of client and server may differ.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  return parseRetryAfter(headers.get('retry-after'), parseDate(headers.get('date')) ?? Date.now())
}

function parseDate(header: string | null): number | undefined {
  const date = new Date(header ?? Number.NaN)
  // Serialized again, a date of another format, or one that does not exist, is a different string.
  return !Number.isNaN(date.getTime()) && date.toUTCString() === header ? date.getTime() : undefined
}
