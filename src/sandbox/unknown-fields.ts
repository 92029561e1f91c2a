import { describe } from '../common/describe.js'
import { didYouMean } from '../common/unknown-name.js'
import { excerpt } from '../errors/excerpt.js'
import type { Shape } from '../operation/shape.js'
import { unacceptable } from './problem.js'

const longestName = 80

/** Whether a request may have fields that are not in the OpenAPI document. */
export type UnknownFields = 'accept' | 'reject'
const unknownFieldsValues: readonly UnknownFields[] = ['accept', 'reject']

/** @throws RangeError if it is no value of the option. */
export function checkUnknownFields(value: unknown): asserts value is UnknownFields {
  if (!unknownFieldsValues.some((known) => known === value))
    throw new RangeError(`unknownFields must be 'accept' or 'reject', got ${describe(value)}.`)
}

/** @throws Problem 422 naming the first field of a body that is not in the OpenAPI document. */
export function rejectUnknownFields(value: unknown, shape: Shape, place = ''): void {
  if (Array.isArray(value) && shape.items) {
    for (const [index, item] of value.entries()) rejectUnknownFields(item, shape.items, `${place}[${index}]`)
    return
  }
  // The value is valid, so that it is an object if its shape has properties.
  const shapeOfObject = shape.type === 'union' ? shape.anyOf?.find(({ type }) => type === 'object') : shape
  const { properties, open } = shapeOfObject ?? {}
  if (properties === undefined || open || typeof value !== 'object' || value === null) return
  for (const [key, field] of Object.entries(value)) {
    const known = rejectUnknownName(key, properties, place)
    rejectUnknownFields(field, known, place === '' ? key : `${place}.${key}`)
  }
}

/** @throws Problem 422 naming the first part of a form that is not in the OpenAPI document. */
export function rejectUnknownParts(names: readonly string[], { properties = {} }: Shape): void {
  for (const name of names) rejectUnknownName(name, properties)
}

function rejectUnknownName<Value>(name: string, known: Readonly<Record<string, Value>>, place = ''): Value {
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found !== undefined) return found
  const shown = place === '' ? showName(name) : `${place}.${showName(name)}`
  return unacceptable(`${shown} is not in the OpenAPI document${didYouMean(name, Object.keys(known))}`)
}

/** Shows the name of a field, which may be any text: as it is, or else in quotes, and cut. */
function showName(name: string): string {
  if (name.length <= longestName && /^[\w-]+$/.test(name)) return name
  return JSON.stringify(excerpt(name, longestName)).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
