/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date; anything else counts as absent.
 * @param now - The present, in milliseconds since 1970.
 * @returns How long to wait, in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,12}$/.test(header)) return Number(header) * 1000
  const date = new Date(header)
  // Written back, a date of any other form, or one that no calendar has, looks different; but what is no date is written `Invalid Date`.
  return !Number.isNaN(date.getTime()) && date.toUTCString() === header ? Math.max(0, date.getTime() - now) : undefined
}
