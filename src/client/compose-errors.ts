import { ApiError } from '../errors/api-error.js'
import { InputError } from '../errors/input-error.js'
import type { CallState } from '../http/call-state.js'
import { isTransient } from '../http/retry.js'
import { failureOf } from '../http/transport.js'

/** Returns whether the method continues after an error of its create. */
export function isExpected({ attempts, earlier, limits }: CallState, error: unknown): boolean {
  // The outcome of a create that was not sent is not unknown.
  return alreadyExists(error) || (attempts > earlier && attempts <= limits.maxRetries && isUnknownOutcome(error))
}

/** Returns whether a create may have taken effect, and its resource may be read or updated to find out. */
function isUnknownOutcome(error: unknown): boolean {
  if (error instanceof ApiError) return error.status !== 429 && isTransient(error.status)
  return failureOf(error)?.unsent === false
}

export function alreadyExists(error: unknown): boolean {
  return error instanceof ApiError && error.reason === 'already-exists'
}

/** Returns whether an id from a list is not valid in a path. An InputError of a call that was sent is another one. */
export function isInvalidId(error: unknown): boolean {
  return error instanceof InputError && error.attempts === undefined
}

/** Returns whether the item has been deleted, or its members may not be read. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ApiError && (error.reason === 'not-found' || error.reason === 'not-allowed')
}
