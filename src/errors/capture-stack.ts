import { SceytError } from './sceyt-error.js'

/**
 * Captures the stack of an error anew. In an async function that has waited, the stack then names the callers that wait for it;
 * the error itself may be of a timer, which nothing waits for, or of checks so deep that they fill the stack.
 *
 * @param above - The function at the top of the stack is the caller of this one.
 */
export function captureStack(error: unknown, above: (...given: never[]) => unknown = captureStack): void {
  // Not every runtime has it.
  if (error instanceof SceytError) Error.captureStackTrace?.(error, above)
}
