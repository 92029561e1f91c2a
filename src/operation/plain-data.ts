import { copyFields } from '../common/copy-fields.js'
import { InputError, refuse } from '../errors/input-error.js'

/** Copies the own fields of an object of a body or a query, each read once. */
export function copyObject(
  name: string,
  value: unknown,
  properties: object,
  nameOf: (key: string) => string,
): Record<string, unknown> {
  // Its own field is not what JSON.stringify writes.
  if ((JSON as { isRawJSON?(value: unknown): boolean }).isRawJSON?.(value))
    throw new InputError(name, 'must not come from JSON.rawJSON; pass a string.')
  const effect = name === 'query' ? 'is not read' : 'JSON does not contain'
  const { copy, problem, field } = copyFields(value, Object.keys(properties), effect)
  if (problem) throw new InputError(field === undefined ? name : nameOf(field), problem)
  return copy
}

/** Copies the items of an array, each read once. JSON drops other fields, such as those of a match of a regular expression. */
export function copyItems(value: readonly unknown[]): unknown[] {
  return Array.from({ length: value.length }, (_, index) => value[index])
}

/**
 * Returns the value that `JSON.stringify` writes in place of an object with the method `toJSON`.
 *
 * @param key - The field or index of the value in the object that contains it, and an empty string for a whole body.
 */
export function toJsonValue(key: string, value: unknown): unknown {
  if ((typeof value !== 'object' && typeof value !== 'bigint') || value === null) return value
  const { toJSON } = value as { toJSON?: unknown }
  return typeof toJSON === 'function' ? toJSON.call(value, key) : value
}

/**
 * Copies a value that the OpenAPI document does not describe, as JSON writes it.
 *
 * @param parents - The objects that contain the value.
 * @throws InputError for a value that JSON would drop or replace, such as NaN, a function or a `Map`.
 */
export function toPlainData(name: string, key: string, given: unknown, parents: Set<unknown>): unknown {
  const value = toJsonValue(key, given)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value)) return value
  if (typeof value !== 'object') refuse(name, 'a value that JSON can contain', value)
  if (parents.has(value)) throw new InputError(name, 'must not contain itself.')
  parents.add(value)
  const copy = Array.isArray(value)
    ? copyItems(value).map((item, index) => toPlainData(`${name}[${index}]`, String(index), item, parents))
    : toPlainFields(name, value, parents)
  parents.delete(value)
  return copy
}

function toPlainFields(name: string, value: object, parents: Set<unknown>): object {
  const nameOf = (key: string) => `${name}.${key}`
  const fields = copyObject(name, value, {}, nameOf)
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) fields[key] = toPlainData(nameOf(key), key, fields[key], parents)
  }
  return fields
}
