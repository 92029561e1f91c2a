import { nearestName } from '../common/unknown-name.js'
import type { UnknownField } from '../operation/check-input.js'
import type { Operation } from '../operation/operation.js'

/** The most fields to describe, since their names may be data. */
const mostFields = 100
const longestName = 200

/**
 * Creates a function that describes unknown fields, each with the known one that was probably meant: once for each operation,
 * whatever the index in an array.
 */
export function createNewUnknownFields(): (operation: Operation, fields: readonly UnknownField[]) => string[] {
  const described = new Set<string>()
  return ({ id }, fields) => {
    const found: string[] = []
    for (const { name, key, known } of fields) {
      if (described.size >= mostFields) break
      const field = `${id} ${name.slice(0, longestName).replace(/\[\d+\]/g, '[]')}`
      if (described.has(field)) continue
      described.add(field)
      const nearest = nearestName(key, Object.keys(known))
      found.push(nearest === undefined ? name : `${name} (did you mean ${nearest}?)`)
    }
    return found
  }
}
