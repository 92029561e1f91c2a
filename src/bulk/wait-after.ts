/** Milliseconds of the first wait, and of the longest one. */
const [firstWait, longestWait] = [1_000, 16_000]

/** Returns the milliseconds to wait after an error: what the server asks for, or exponential backoff with jitter. */
export function waitAfter(error: unknown, attempt: number): number {
  const { retryAfter } = error as { retryAfter?: unknown }
  if (typeof retryAfter === 'number') return retryAfter
  return Math.min(longestWait, firstWait * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
}
