/**
 * Removes the prototypes of the objects in a table, in place, so that a field which one of them lacks is never read from a
 * polluted `Object.prototype`.
 */
export function withoutPrototypes<T extends object>(table: T): T {
  for (const value of Object.values(table)) if (typeof value === 'object') withoutPrototypes(value)
  return Array.isArray(table) ? table : Object.setPrototypeOf(table, null)
}
