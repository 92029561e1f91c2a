import { nearestName } from '../common/unknown-name.js'
import type { UnknownField } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'

/** The most fields to describe, since their names may be data. */
const mostFields = 100
const longestKey = 99

/**
 * Creates a function that describes unknown fields, each with the known one that was probably meant: once for each operation,
 * whatever its place.
 */
export function createNewUnknownFields(): (operation: Operation, fields: readonly UnknownField[]) => string[] {
  const described = new Set<string>()
  return ({ id }, fields) =>
    fields.flatMap(({ name, key, known }) => {
      const field = `${id} ${key.slice(0, longestKey)}`
      if (described.size >= mostFields || described.has(field)) return []
      described.add(field)
      const nearest = nearestName(key, Object.keys(known))
      return nearest ? `${name} (did you mean ${nearest}?)` : name
    })
}
