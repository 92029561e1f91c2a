/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date; anything else counts as absent.
 * @param now - The current time, in milliseconds since 1970.
 * @returns The wait in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,12}$/.test(header)) return Number(header) * 1000
  const date = new Date(header)
  // Serialized again, a date of another format, or one that does not exist, is a different string.
  return !Number.isNaN(date.getTime()) && date.toUTCString() === header ? Math.max(0, date.getTime() - now) : undefined
}
