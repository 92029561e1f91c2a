import type { Operation } from '../operation/operation.js'

/** The call that an error belongs to, and its cause. */
export interface ErrorContext {
  /** The operation of the OpenAPI document that was called. */
  operation?: Operation | undefined
  /** Number of attempts that were made. */
  attempts?: number | undefined
  /** Milliseconds from the start of the call. */
  duration?: number | undefined
  cause?: unknown
}

/** Base class of all errors of this client. */
export class SceytError extends Error {
  /** The operation of the OpenAPI document that was called, such as `createUser`. */
  readonly operationId: string | undefined
  /** Number of attempts that were made: 0 if the call failed while queued, undefined if an argument is invalid. */
  readonly attempts: number | undefined
  /** Milliseconds from the start of the call to its failure, waits included. */
  readonly duration: number | undefined

  constructor(message: string, { operation, attempts, duration, cause }: ErrorContext = {}) {
    const count = attempts && attempts > 1 ? ` (${attempts} attempts)` : ''
    super(operation ? `${operation.name}${count}: ${message}` : message, cause === undefined ? undefined : { cause })
    this.operationId = operation?.id
    this.attempts = attempts
    this.duration = duration
  }

  /**
   * Returns the fields of the error for `JSON.stringify`, with its name and message, which JSON would omit.
   *
   * @example
   * ```ts
   * const error = await sceyt.users.list({ limit: 51 }).catch((error) => error)
   * console.log(JSON.parse(JSON.stringify(error)).name) // InputError
   * ```
   */
  toJSON(): object {
    const { name, message } = this
    return Object.assign({ name, message }, this)
  }
}

// On the prototype, so that it is not shown as a field of each error; by a key, since minifiers rename classes.
SceytError.prototype.name = 'SceytError'
