import type { Operation } from '../operation/operation.js'

/** How an attempt failed, as far as it decides whether another may follow. */
export interface Failure {
  /** Status of the answer; absent if there was none, or not a whole one. */
  status?: number | undefined
  /** It is proven that the server got nothing. */
  unsent?: boolean | undefined
  /** Milliseconds that the server asks to wait. */
  retryAfter?: number | undefined
}

/** The longest wait for a `Retry-After`, in milliseconds. A server that asks for more has the call fail instead. */
export const longestRetryAfter = 60_000

const firstBackoff = 500
const longestBackoff = 8_000
const passing = [408, 429, 500, 502, 503, 504]

/**
 * Whether a call may be sent again. A write that may have taken effect never is:
 * it must have been turned away by a 429, or be proven unsent.
 */
export function mayRetry(operation: Operation, { status, unsent }: Failure): boolean {
  if (status === 429 || unsent) return true
  return operation.idempotent && (status === undefined || passing.includes(status))
}

/**
 * How long to wait before the next attempt: what the server asks for, or exponential backoff with full jitter.
 *
 * @param attempt - How many were made, from 1.
 * @param random - From 0 to 1.
 * @returns Milliseconds, or undefined if the server asks for more than `longestRetryAfter`.
 */
export function retryDelay(attempt: number, { retryAfter }: Failure, random = Math.random()): number | undefined {
  if (retryAfter !== undefined) return retryAfter <= longestRetryAfter ? retryAfter : undefined
  return random * Math.min(longestBackoff, firstBackoff * 2 ** (attempt - 1))
}
