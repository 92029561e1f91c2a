import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'
import type { Operation } from '../operation/operation.js'
import { nameErrors } from './name-errors.js'
import { type ErrorContext, SceytError } from './sceyt-error.js'

/**
 * An argument or option is not valid. No request was sent.
 *
 * @example
 * ```ts
 * import { InputError } from 'sceyt-platform'
 *
 * const error = await sceyt.users.list({ limit: 51 }).catch((error) => error)
 * console.log(error instanceof InputError && error.message) // users.list: limit must be 1 to 50, got 51.
 * ```
 */
export class InputError extends SceytError {
  /** Name of the argument or option, such as `members[0].username`. */
  readonly parameter: string

  /** @param message - By default the parameter and the problem. */
  constructor(parameter: string, problem: string, context?: ErrorContext, message = `${parameter} ${problem}`) {
    super(message, context)
    this.parameter = parameter
  }
}

nameErrors(InputError, 'InputError')

/** Throws the error for a value that is not what was expected. */
export function refuse(parameter: string, expected: string, value: unknown): never {
  throw new InputError(parameter, `must be ${expected}, got ${describe(value)}.`)
}

/**
 * Converts an error of the caller's own code, such as a getter, a proxy or a serializer.
 *
 * @param operation - The operation that is called. An InputError without one is then of that call.
 */
export function toInputError(
  cause: unknown,
  parameter: string,
  operation?: Operation,
  problem = 'cannot be read',
): SceytError {
  if (cause instanceof InputError && operation && !cause.operationId)
    return new InputError(cause.parameter, '', { operation, cause: fieldOf(cause, 'cause') }, cause.message)
  if (cause instanceof SceytError) return cause
  const reason = cause instanceof Error ? cause.message : describe(cause)
  return new InputError(parameter, `${problem}: ${reason}`, { operation, cause })
}
