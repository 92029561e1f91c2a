/**
 * Reads a `Retry-After` header.
 *
 * @param header - Whole seconds, or an HTTP date; anything else counts as absent.
 * @param now - The present, in milliseconds since 1970.
 * @returns How long to wait, in milliseconds.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return undefined
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
