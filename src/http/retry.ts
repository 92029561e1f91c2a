import type { Operation } from '../operation/operation.js'

/** A failed attempt, as the decision about a retry needs it. */
export interface Failure {
  /** Status of the response; undefined if there was none, or not a whole one. */
  status?: number | undefined
  /** It is proven that the server received nothing. */
  unsent?: boolean | undefined
  /** Milliseconds that the server asks to wait. */
  retryAfter?: number | undefined
}

/** The longest wait for a `Retry-After`, in milliseconds. If a server asks for more, the call fails instead. */
export const longestRetryAfter = 60_000

const firstBackoff = 500
const longestBackoff = 8_000
/** Statuses after which an idempotent call is retried. Any call is retried after a 429. */
export const transientStatuses: readonly number[] = [408, 429, 500, 502, 503, 504]

/**
 * Returns whether a call may be retried. One that is not idempotent may have taken effect, unless the server rejected it with a
 * 429, or it is proven unsent.
 */
export function mayRetry(operation: Operation, { status, unsent }: Failure): boolean {
  if (status === 429 || unsent) return true
  return operation.idempotent && (status === undefined || isTransient(status))
}

/** Returns whether the server may respond with another status to the same request. */
export function isTransient(status: number): boolean {
  return transientStatuses.includes(status)
}

/**
 * Returns the wait before the next attempt: what the server asks for, or exponential backoff with full jitter.
 *
 * @param attempt - Number of attempts so far.
 * @param random - A number from 0 to 1.
 * @returns Milliseconds, or undefined if the server asks for more than `longestRetryAfter`.
 */
export function retryDelay(attempt: number, { retryAfter }: Failure, random = Math.random()): number | undefined {
  if (retryAfter !== undefined) return retryAfter <= longestRetryAfter ? retryAfter : undefined
  return random * Math.min(longestBackoff, firstBackoff * 2 ** (attempt - 1))
}
