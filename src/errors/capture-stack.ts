import { SceytError } from './sceyt-error.js'

/**
 * Captures the stack again, after an `await`, so that it shows the callers that await this function.
 *
 * @param above - The function at the top of the stack is the caller of this one.
 */
export function captureStack(error: unknown, above: (...given: never[]) => unknown = captureStack): void {
  // Not every runtime has it.
  if (error instanceof SceytError) Error.captureStackTrace?.(error, above)
}
