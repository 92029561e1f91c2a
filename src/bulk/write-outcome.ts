import { ApiError, ConnectionError, InputError, RateLimitError, ResponseError, TimeoutError } from 'sceyt-platform'

/**
 * What happened to a write: the server performed it (`done`), rejected it (`rejected`, or `exists` if the same exists already), or
 * asked to wait (`limited`); nothing was sent (`unsent`); or the server may have performed it (`unknown`).
 */
export type WriteOutcome = 'done' | 'rejected' | 'exists' | 'limited' | 'unsent' | 'unknown'

/** Returns what happened to a write whose call failed with an error. */
export function outcomeOf(error: unknown): WriteOutcome {
  if (error instanceof RateLimitError) return 'limited'
  // One with attempts is that of a middleware, after the request.
  if (error instanceof InputError) return error.attempts ? 'unknown' : 'rejected'
  if (error instanceof ResponseError) return isBroken(error) ? 'done' : 'unknown'
  if (error instanceof ConnectionError) return error.unsent ? 'unsent' : 'unknown'
  if (error instanceof TimeoutError) return (error.attempts ?? 1) > 0 ? 'unknown' : 'unsent'
  if (error instanceof ApiError) {
    if (error.reason === 'already-exists') return 'exists'
    if (error.reason === 'rate-limited') return 'limited'
    // The server may have performed the write in spite of a 408 or 5xx.
    return error.status < 500 && error.status !== 408 ? 'rejected' : 'unknown'
  }
  // A redirect, or an error of the caller's own code, which may be thrown after the call.
  return 'unknown'
}

/** Returns whether the server has accepted a write, and its response broke off. HTML is that of a proxy, or of another server. */
function isBroken({ accepted, incomplete, headers }: ResponseError): boolean {
  return accepted && incomplete && /\bjson\b/i.test(headers.get('content-type') ?? '')
}

/** Returns whether a retry would fail too. */
export function isPermanent(error: unknown): boolean {
  return error instanceof ConnectionError && error.permanent
}
