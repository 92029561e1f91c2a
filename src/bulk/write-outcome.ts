import { ApiError, ConnectionError, InputError, RateLimitError, ResponseError, TimeoutError } from 'sceyt-platform'

/**
 * What an error says about a write: the server has performed it (`done`), has rejected it (`rejected`, or `exists` for what exists
 * already), or has asked to wait (`limited`); nothing was sent (`unsent`); or it may have been performed (`unknown`).
 */
export type WriteOutcome = 'done' | 'rejected' | 'exists' | 'limited' | 'unsent' | 'unknown'

/** Returns what an error of a call says about its write. */
export function outcomeOf(error: unknown): WriteOutcome {
  if (error instanceof RateLimitError) return 'limited'
  if (error instanceof InputError) return 'rejected'
  if (error instanceof ResponseError) return error.accepted ? 'done' : 'unknown'
  if (error instanceof ConnectionError) return error.unsent ? 'unsent' : 'unknown'
  if (error instanceof TimeoutError) return (error.attempts ?? 1) > 0 ? 'unknown' : 'unsent'
  if (error instanceof ApiError) {
    if (error.reason === 'already-exists') return 'exists'
    if (error.reason === 'rate-limited') return 'limited'
    // After a 408 or 5xx, the server may have performed it all the same.
    return error.status < 500 && error.status !== 408 ? 'rejected' : 'unknown'
  }
  // A redirect, or an error of the caller's own code, which may be thrown after the call.
  return 'unknown'
}
