/** Milliseconds of the first backoff, and of the longest one. */
const [firstBackoff, longestBackoff] = [1_000, 16_000]

/** Returns the milliseconds to wait after an error: what the server asks for, or exponential backoff with jitter. */
export function waitAfter(error: unknown, attempt: number): number {
  const { retryAfter } = error as { retryAfter?: unknown }
  if (typeof retryAfter === 'number') return retryAfter
  return Math.min(longestBackoff, firstBackoff * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
}
