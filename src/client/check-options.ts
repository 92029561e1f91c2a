import { InputError } from '../errors/input-error.js'
import { isHeaderValue } from '../operation/check-headers.js'
import { filterSeparators } from '../operation/filter.js'
import { logLevels } from './logger.js'

/**
 * Checks the value of an option.
 *
 * @throws InputError naming the option, if the value is not valid.
 */
export type Check = (name: string, value: unknown) => void

/** Creates a check. */
export function mustBe(expected: string, isValid: (value: unknown) => boolean): Check {
  return (name, value) => {
    if (!isValid(value)) throw new InputError(name, `must be ${expected}.`)
  }
}

export const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Returns whether a value is a `User-Agent`, or turns it off. */
export const isUserAgent = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && value.trim() !== '' && isHeaderValue(value))

/** Checks a number of milliseconds. */
export const checkTime: Check = (name, value) => {
  const isValid = typeof value === 'number' && value > 0 && (value === Infinity || value < 2 ** 31)
  if (!isValid)
    throw new InputError(
      name,
      `must be a number of milliseconds, 1 to ${2 ** 31 - 1}, or Infinity, got ${String(value)}.`,
    )
}

/** Creates the check of a whole number. */
export function count(min: number): Check {
  return (name, value) => {
    if (!Number.isSafeInteger(value) || (value as number) < min)
      throw new InputError(name, `must be a whole number, ${min} or more, got ${String(value)}.`)
  }
}

/** Checks a whole number from 1, or `Infinity`. */
export const checkMaximum: Check = (name, value) => {
  if (value !== Infinity) count(1)(name, value)
}

export const checkHooks: Check = (name, value) => {
  if (typeof value !== 'object' || value === null) throw new InputError(name, 'must be an object of functions.')
  for (const [event, hook] of Object.entries(value)) {
    if (hook !== undefined && !isFunction(hook)) throw new InputError(`${name}.${event}`, 'must be a function.')
  }
}

export const checkLogger: Check = (name, value) => {
  for (const level of logLevels.slice(1)) {
    if (!isFunction((value as Record<string, unknown> | null)?.[level]))
      throw new InputError(name, `must have the method ${level}, as console has.`)
  }
}

export const checkLogLevel: Check = (name, value) => {
  if (!logLevels.some((level) => level === value))
    throw new InputError(name, `must be one of ${logLevels.join(', ')}, got ${JSON.stringify(value)}.`)
}

export const checkFilterSeparator: Check = (name, value) => {
  if (!filterSeparators.some((separator) => separator === value)) {
    const known = filterSeparators.map((separator) => `"${separator}"`).join(' or ')
    const received = typeof value === 'string' ? JSON.stringify(value) : value === null ? 'null' : typeof value
    throw new InputError(name, `must be ${known}, got ${received}.`)
  }
}
