import { nameErrors } from './name-errors.js'
import { retryAdvice } from './retry-advice.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/** No response was received: the server was not reached, or the connection broke. */
export class ConnectionError extends SceytError {
  /** True if it is proven that the server received nothing of the request. */
  readonly unsent: boolean

  constructor(problem: string, unsent: boolean, context: ErrorContext) {
    super(`no response: ${problem}. ${unsent ? 'Nothing was sent.' : retryAdvice(context.operation)}`, context)
    this.unsent = unsent
  }
}

nameErrors(ConnectionError, 'ConnectionError')
