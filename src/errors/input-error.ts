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

  constructor(parameter: string, problem: string, context?: ErrorContext) {
    super(`${parameter} ${problem}`, context)
    this.parameter = parameter
  }
}

nameErrors(InputError, 'InputError')
