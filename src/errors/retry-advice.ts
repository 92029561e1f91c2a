import type { Operation } from '../operation/operation.js'

/** The sentence of an error message that says whether the call may be retried when its outcome is unknown. */
export function retryAdvice(operation: Operation | undefined): string {
  if (!operation) return ''
  return operation.idempotent
    ? 'The call is safe to retry.'
    : 'The request may have taken effect: check before you retry.'
}
