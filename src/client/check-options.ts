import { isPlain } from '../common/copy-fields.js'
import { fieldOf } from '../common/field-of.js'
import { isHeaderValue } from '../common/header-syntax.js'
import { unknownName } from '../common/unknown-name.js'
import { InputError, refuse, toInputError } from '../errors/input-error.js'
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
  if (!isValid) refuse(name, `a number of milliseconds, 1 to ${2 ** 31 - 1}, or Infinity`, value)
}

/** Creates the check of a whole number. */
export function count(min: number): Check {
  return (name, value) => {
    if (!Number.isSafeInteger(value) || (value as number) < min) refuse(name, `a whole number, ${min} or more`, value)
  }
}

/** Checks a whole number from 1, or `Infinity`. */
export const checkMaximum: Check = (name, value) => {
  if (value !== Infinity) count(1)(name, value)
}

const hookNames = ['onRequest', 'onResponse', 'onRetry', 'onError']

export const checkHooks: Check = (name, value) => checkFunctions(name, value, 'hook', hookNames)

/** Checks an object of functions. They may be methods of a class, whose other members do not count. */
export function checkFunctions(name: string, value: unknown, kind: string, known: readonly string[]): void {
  try {
    if (Object.prototype.toString.call(value) !== '[object Object]')
      throw new InputError(name, 'must be an object of functions.')
    const members = value as Record<string, unknown>
    for (const key of isPlain(members) ? Object.keys(members) : known) {
      if (members[key] === undefined || fieldOf(members, key) === undefined) continue
      if (!known.includes(key))
        throw new InputError(`${name}.${key}`, 'is not known.', undefined, unknownName(kind, key, known))
      if (!isFunction(members[key])) throw new InputError(`${name}.${key}`, 'must be a function.')
    }
  } catch (cause) {
    throw toInputError(cause, name)
  }
}

export const checkLimiter: Check = (name, value) => {
  if (!isFunction(fieldOf(value, 'acquire'))) throw new InputError(name, 'must be an object with the method acquire.')
}

export const checkSignal: Check = (name, value) => {
  const { aborted, addEventListener, removeEventListener, throwIfAborted } = Object(value) as Partial<AbortSignal>
  const isSignal =
    typeof aborted === 'boolean' && [addEventListener, removeEventListener, throwIfAborted].every(isFunction)
  if (!isSignal) refuse(name, 'an AbortSignal', value)
}

export const checkLogger: Check = (name, value) => {
  for (const level of logLevels.slice(1)) {
    const method = fieldOf(value, level) ?? (level === 'warn' ? fieldOf(value, 'warning') : undefined)
    if (!isFunction(method)) {
      throw new InputError(name, `must have the method ${level}; to log nothing, set logLevel: 'silent'.`)
    }
  }
}

export const checkLogLevel: Check = (name, value) => {
  if (!logLevels.some((level) => level === value)) refuse(name, `one of ${logLevels.join(', ')}`, value)
}

export const checkFilterSeparator: Check = (name, value) => {
  if (!filterSeparators.some((separator) => separator === value)) {
    refuse(name, filterSeparators.map((separator) => `"${separator}"`).join(' or '), value)
  }
}
