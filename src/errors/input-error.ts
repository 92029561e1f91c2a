import { type ErrorContext, SceytError } from './sceyt-error.js'

/** An argument or option cannot be used. No request was made. */
export class InputError extends SceytError {
  /** What was wrong, such as `members[0].username`. */
  readonly parameter: string

  constructor(parameter: string, problem: string, context?: ErrorContext) {
    super(`${parameter} ${problem}`, context)
    this.parameter = parameter
  }
}

InputError.prototype.name = 'InputError'
