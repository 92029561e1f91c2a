import { readOptions } from './read-options.js'

/**
 * Copies the options of a function whose errors are RangeErrors.
 *
 * @param name - The place of the object, which begins the message; `options` for an argument itself.
 * @throws RangeError naming the option that is not known, or cannot be read.
 */
export function readRangeOptions<T extends object>(name: string, value: T, known: readonly (keyof T & string)[]): T {
  return readOptions(
    name,
    value,
    'option',
    known,
    (option, problem, message = `${option} ${problem}`, cause = undefined) => {
      throw new RangeError(name === 'options' || option === name ? message : `${name}: ${message}`, { cause })
    },
  )
}
