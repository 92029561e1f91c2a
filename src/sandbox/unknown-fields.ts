import { describe } from '../common/describe.js'
import { didYouMean } from '../common/unknown-name.js'
import type { Shape } from '../operation/shape.js'
import { unacceptable } from './problem.js'

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
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    const prefix = place === '' ? '' : `${place}.`
    if (known === undefined)
      unacceptable(
        `${prefix}${showName(key)} is not in the OpenAPI document${didYouMean(key, Object.keys(properties))}`,
      )
    rejectUnknownFields(field, known, prefix + key)
  }
}

/** Shows the name of a field, which may be any text: as it is, or else in quotes, and cut. */
function showName(name: string): string {
  return /^[\w-]{1,80}$/.test(name) ? name : describe(name)
}
