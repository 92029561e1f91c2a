import { ownFields } from '../common/own-fields.js'
import type { Operation } from '../operation/operation.js'
import { nameErrors } from './name-errors.js'

/** The call that an error belongs to, and its cause. */
export interface ErrorContext {
  /** The operation of the OpenAPI document that was called. */
  operation?: Operation | undefined
  /** Id of the call, as in its events and log lines. */
  callId?: string | undefined
  /** Number of attempts that were made. */
  attempts?: number | undefined
  /** Milliseconds from the start of the call. */
  duration?: number | undefined
  cause?: unknown
}

/**
 * Base class of all errors of this client.
 *
 * @example
 * ```ts
 * import { SceytError } from 'sceyt-platform'
 *
 * const sceyt = createSceyt(sandbox.connection())
 * const error = await sceyt.users.get('nobody').catch((error) => error)
 * console.log(error instanceof SceytError && error.attempts) // 1
 * ```
 */
export class SceytError extends Error {
  /** The operation of the OpenAPI document that was called, such as `createUser`. */
  readonly operationId: string | undefined
  /** Id of the call, as in its events, log lines and spans; undefined if an argument is invalid. */
  readonly callId: string | undefined
  /** Number of attempts that were made: 0 if nothing was sent, undefined if an argument is invalid. */
  readonly attempts: number | undefined
  /** Milliseconds from the start of the call to its failure, waits included. */
  readonly duration: number | undefined

  constructor(message: string, context: ErrorContext = {}) {
    const { operation, callId, attempts, duration, cause } = ownFields(context)
    const count = attempts && attempts > 1 ? ` (${attempts} attempts)` : ''
    super(operation ? `${operation.name}${count}: ${message}` : message, cause === undefined ? undefined : { cause })
    this.operationId = operation?.id
    this.callId = callId
    this.attempts = attempts
    this.duration = duration
  }

  /**
   * Returns the name, the message, the public fields and the causes, for `JSON.stringify`, which would omit some of them.
   *
   * @example
   * ```ts
   * const error = await sceyt.users.list({ limit: 51 }).catch((error) => error)
   * console.log(JSON.parse(JSON.stringify(error)).name) // InputError
   * ```
   */
  toJSON(): object {
    return toJson(this)
  }
}

function toJson(error: Error, depth = 3): object {
  const { name, message, cause } = error
  const shown = cause instanceof Error && depth > 0 ? toJson(cause, depth - 1) : undefined
  if (!(error instanceof SceytError)) {
    const { code } = error as { code?: unknown }
    // `JSON.stringify` rejects some of the other values, such as cycles.
    return { name, message, code: ['string', 'number'].includes(typeof code) ? code : undefined, cause: shown }
  }
  const fields = Object.entries(error).map(([field, value]) => [
    field,
    value instanceof Headers ? Object.fromEntries(value) : value,
  ])
  return { name, message, ...Object.fromEntries(fields), cause: shown }
}

nameErrors(SceytError, 'SceytError')
