import { readOptions } from './read-options.js'

/**
 * Copies the options of a function whose errors are RangeErrors.
 *
 * @param name - The place of the object, or `options` for an argument itself.
 * @param prefix - The start of a message about an option.
 * @throws RangeError naming the option that is not known, or cannot be read.
 */
export function readRangeOptions<T extends object>(
  name: string,
  value: T,
  known: readonly (keyof T & string)[],
  prefix = name === 'options' ? '' : `${name}: `,
  kind = 'option',
): T {
  return readOptions(
    name,
    value,
    kind,
    known,
    (option, problem, message = `${option} ${problem}`, cause = undefined) => {
      throw new RangeError(option === name ? message : prefix + message, { cause })
    },
  )
}
