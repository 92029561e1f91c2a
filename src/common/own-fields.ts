/**
 * Copies the own fields of an object, so that reading a missing one never finds that of a polluted `Object.prototype`.
 *
 * @param object - An object of options, or of JSON.
 */
export function ownFields<T extends object>(object: T): T {
  return Object.assign(Object.create(null), object)
}
