import { InputError } from 'sceyt-platform'
import { refuseUnknown } from '../common/read-options.js'

/** @throws InputError naming an option that is not known, with the nearest known one. */
export function refuseUnknownOptions(options: object | undefined, known: readonly string[]): void {
  refuseUnknown(options ?? {}, 'option', known, (name, problem, message) => {
    throw new InputError(name, problem, undefined, message)
  })
}
