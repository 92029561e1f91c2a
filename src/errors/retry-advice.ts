import type { Operation } from '../operation/operation.js'

/** Returns the advice of an error message on retrying a call whose outcome is unknown. */
export function retryAdvice(operation: Operation | undefined): string {
  if (!operation) return ''
  return operation.idempotent
    ? 'The call is safe to retry.'
    : 'The request may have taken effect: check before you retry.'
}
