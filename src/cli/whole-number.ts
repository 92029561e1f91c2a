import { UsageError } from './usage-error.js'

/**
 * Creates a parser of whole numbers in a range.
 *
 * @param flag - The flag, for the error.
 */
export function wholeNumber(flag: string, least: number, most: number): (text: string) => number {
  return (text) => toNumber(flag, text, least, most, true)
}

/** Creates a parser of numbers in a range. */
export function numberInRange(flag: string, least: number, most: number): (text: string) => number {
  return (text) => toNumber(flag, text, least, most, false)
}

function toNumber(flag: string, text: string, least: number, most: number, isWhole: boolean): number {
  const isNumber = isWhole ? /^\d+$/.test(text) : /^\d+(\.\d+)?$/.test(text)
  const value = Number(text)
  if (isNumber && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`
  throw new UsageError(`${flag} must be a ${isWhole ? 'whole ' : ''}number${range}, got ${JSON.stringify(text)}.`)
}
