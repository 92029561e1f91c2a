/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date, once or twice; anything else counts as absent.
 * @param now - The current time, in milliseconds since 1970.
 * @returns The wait in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  // A header that is sent twice arrives with a comma in between.
  const half = header.slice(0, header.length / 2 - 1)
  const value = header === `${half}, ${half}` ? half : header
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER)
  const date = parseDate(value)
  return date === undefined ? undefined : Math.max(0, date - now)
}

/**
 * Returns the wait that the headers of a response ask for, in milliseconds. A date is compared with the `Date` of the
 * response, since the clocks of client and server may differ.
 */
export function retryAfterOf(headers: Headers): number | undefined {
  // Of a repeated header, the first.
  const date = /^.*?(GMT|\d{4})(?=, |$)/.exec(headers.get('date') ?? '')?.[0]
  return parseRetryAfter(headers.get('retry-after'), parseDate(date) ?? Date.now())
}

/** Parses an HTTP date in any format of RFC 9110: its own, that of RFC 850, or that of `asctime`. */
function parseDate(header = ''): number | undefined {
  const text = header
    .replace(/^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/, '$1, $3 $2 $5 $4 GMT')
    .replace(/^(\w{3})\w*day, (\d\d)-(\w{3})-(\d\d) /, (_all, day, date, month, year) => {
      const isPast = 2000 + Number(year) > new Date().getUTCFullYear() + 50
      return `${day}, ${date} ${month} ${isPast ? 19 : 20}${year} `
    })
    .replace(',  ', ', 0')
  const date = new Date(text)
  // Serialized again, a date of another format, or one that does not exist, is a different string.
  return !Number.isNaN(date.getTime()) && date.toUTCString() === text ? date.getTime() : undefined
}
