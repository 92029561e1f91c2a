import type { Operation } from '../operation/operation.js'

/** Where an error belongs: which call, how often it was sent, and what led to it. */
export interface ErrorContext {
  /** The operation of the document that was called. */
  operation?: Operation | undefined
  /** How often the call was sent. */
  attempts?: number | undefined
  /** Milliseconds from the start of the call. */
  duration?: number | undefined
  cause?: unknown
}

/** Any error of this client. */
export class SceytError extends Error {
  /** The operation of the document that was called, such as `createUser`. */
  readonly operationId: string | undefined
  /** How often the call was sent, if it was sent at all. */
  readonly attempts: number | undefined
  /** Milliseconds from the start of the call to its failure, waits included. */
  readonly duration: number | undefined

  constructor(message: string, { operation, attempts, duration, cause }: ErrorContext = {}) {
    super(
      `${operation ? `${operation.name}: ` : ''}${message}${attempts && attempts > 1 ? ` It was tried ${attempts} times.` : ''}`,
      cause === undefined ? undefined : { cause },
    )
    this.operationId = operation?.id
    this.attempts = attempts
    this.duration = duration
  }
}

// On the prototype, so that it is not shown as a field of each error; by a key, since minifiers rename classes.
SceytError.prototype.name = 'SceytError'
