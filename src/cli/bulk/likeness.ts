import { isDeepStrictEqual } from 'node:util'
import { fieldOf } from '../../common/field-of.js'

/** How a value of the server compares with that of a row: they are similar if they differ only by what the server leaves out. */
export type Likeness = 'equal' | 'similar' | 'different'

/** Compares a value of a row with that of the server. Fields that only the server has do not matter, and 7 is equal to "7". */
export function likenessOf(own: unknown, found: unknown): Likeness {
  if (own === undefined || isDeepStrictEqual(own, found)) return 'equal'
  if (found === undefined || found === null) return isEmpty(own) ? 'equal' : 'similar'
  if (typeof own !== 'object' || own === null || typeof found !== 'object')
    return isNumberOrText(own) && isNumberOrText(found) && String(own) === String(found) ? 'equal' : 'different'
  if (Array.isArray(own) !== Array.isArray(found) || (Array.isArray(own) && own.length !== fieldOf(found, 'length')))
    return 'different'
  return leastAlike(Object.entries(own).map(([name, value]) => likenessOf(value, fieldOf(found, name))))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isNumberOrText(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string'
}

/** Returns how values compare of which each part compares so. */
export function leastAlike(parts: readonly Likeness[]): Likeness {
  return (['different', 'similar'] as const).find((likeness) => parts.includes(likeness)) ?? 'equal'
}
