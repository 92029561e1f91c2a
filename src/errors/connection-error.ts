import { endSentence } from './end-sentence.js'
import { nameErrors } from './name-errors.js'
import { retryAdvice } from './retry-advice.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/**
 * No response was received: the server was not reached, or the connection broke.
 *
 * @example
 * ```ts
 * import { ConnectionError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
 * sandbox.faults.add({ reset: 'before' })
 * const error = await sceyt.users.list().catch((error) => error)
 * console.log(error instanceof ConnectionError && error.name) // ConnectionError
 * ```
 */
export class ConnectionError extends SceytError {
  /** True if it is proven that the server received nothing of the request, or refused it unprocessed. */
  readonly unsent: boolean
  /**
   * True if a retry would fail in the same way, so none was made: for example, an invalid certificate, a blocked port, or a body
   * that cannot be read.
   */
  readonly permanent: boolean

  constructor(problem: string, unsent: boolean, context: ErrorContext, permanent = false) {
    const advice = unsent
      ? `Nothing was sent${permanent ? ', and a retry would fail too' : ''}.`
      : retryAdvice(context.operation)
    super(`no response: ${endSentence(problem)} ${advice}`, context)
    this.unsent = unsent
    this.permanent = permanent
  }
}

nameErrors(ConnectionError, 'ConnectionError')
