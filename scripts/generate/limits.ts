import type { JsonSchema } from '../document.js'
import { capitalize } from './source.js'

/** Appends the limits of a schema to a description, such as `1 to 50.` */
export function withLimits(description: string, schema: JsonSchema): string {
  return [description.trim(), describeLimits(schema)].filter(Boolean).join(' ')
}

/** Describes the limits of a schema in a sentence, or returns an empty text. */
export function describeLimits(schema: JsonSchema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, items, 'x-pattern-words': words } = schema
  if (items?.['x-filter']) return 'Write conditions with `where()`.'
  if (words) {
    const range = describeRange(minLength, maxLength)
    return range ? `${capitalize(range)} characters: ${words}.` : `Only ${words}.`
  }
  if (minLength === 1 && maxLength === undefined) return 'Must not be empty.'
  const limits = [
    count(describeRange(minLength, maxLength), 'character'),
    describeRange(minimum, maximum),
    count(describeRange(minItems, maxItems), 'item'),
  ].filter(Boolean)
  return limits.length > 0 ? `${capitalize(limits.join(', '))}.` : ''
}

function describeRange(from: number | undefined, to: number | undefined): string {
  if (to === undefined) return from === undefined ? '' : `${from} or more`
  if (from === undefined) return `at most ${to}`
  return from === to ? `exactly ${from}` : `${from} to ${to}`
}

function count(range: string, unit: string): string {
  return range && `${range} ${unit}${/\b(exactly|at most) 1$/.test(range) ? '' : 's'}`
}
