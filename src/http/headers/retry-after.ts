/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date; anything else counts as absent. Of repeated seconds, the first count.
 * @param now - The current time, in milliseconds since 1970.
 * @returns The wait in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const [seconds] = /^\d+(?=, |$)/.exec(header ?? '') ?? []
  if (seconds) return Math.min(Number(seconds) * 1000, Number.MAX_SAFE_INTEGER)
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

/** Parses an HTTP date, in the one format that RFC 9110 lets servers send. Of a repeated header, it reads the first. */
function parseDate(header: string | null): number | undefined {
  const text = header?.slice(0, 'Mon, 05 Jan 2026 12:00:00 GMT'.length)
  const time = Date.parse(text ?? '')
  // Serialized again, a date of another format, or one that does not exist, is a different string.
  return !Number.isNaN(time) && new Date(time).toUTCString() === text ? time : undefined
}
