import type { Validate } from '../../generated/validators.js'
import { nearestName } from '../common/unknown-name.js'
import { keysOf } from '../operation/json-pointer.js'
import { countMore, problemOf, violationsOf } from '../validate/violations.js'

const longestPlace = 200

/**
 * Describes where a value violates its schema: one sentence for each place, with what was expected and what was received.
 *
 * @param whole - The subject of a sentence about the whole value, such as `the body`.
 * @param fields - The known fields of each object, by its place without the indexes of arrays.
 * @returns The sentences, or undefined if the value is valid.
 */
export function describeViolations(
  whole: string,
  validate: Validate,
  value: unknown,
  fields: Readonly<Record<string, readonly string[]>> = {},
): string | undefined {
  const { listed, more } = violationsOf(validate, value)
  const sentences = listed.map((violation) => {
    const keys = keysOf(violation.pointer)
    return `${placeOf(keys) || whole} ${problemOf(violation)}.${violation.expected === 'is not known' ? hintFor(keys, fields) : ''}`
  })
  if (more > 0) sentences.push(`And ${countMore(more)}.`)
  return sentences.join(' ') || undefined
}

function hintFor(keys: readonly string[], fields: Readonly<Record<string, readonly string[]>>): string {
  const place = keys.slice(0, -1).filter((key) => !/^\d+$/.test(key))
  const nearest = nearestName(keys.at(-1) ?? '', fields[place.join('/')] ?? [])
  return nearest ? ` Did you mean ${JSON.stringify(nearest)}?` : ''
}

/** Joins keys to the name of a field in the client's errors: `members[0].username`. */
function placeOf(keys: readonly string[]): string {
  const place = keys
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
  return place.length > longestPlace ? `${place.slice(0, longestPlace)}…` : place
}
