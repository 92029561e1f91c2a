import { type ErrorContext, SceytError } from './sceyt-error.js'

/** An argument or option is not valid. No request was sent. */
export class InputError extends SceytError {
  /** Name of the argument or option, such as `members[0].username`. */
  readonly parameter: string

  constructor(parameter: string, problem: string, context?: ErrorContext) {
    super(`${parameter} ${problem}`, context)
    this.parameter = parameter
  }
}

InputError.prototype.name = 'InputError'
