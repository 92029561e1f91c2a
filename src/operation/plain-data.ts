import { copyFields } from '../common/copy-fields.js'
import { describe } from '../common/describe.js'

/** Throws the error for a parameter. */
export type Fail = (parameter: string, problem: string) => never

/** Copies the own fields of an object of a body or a query, each read once. */
export function copyObject(
  name: string,
  value: unknown,
  properties: object,
  nameOf: (key: string) => string,
  fail: Fail,
): Record<string, unknown> {
  // Its own field is not what JSON.stringify writes.
  if ((JSON as { isRawJSON?(value: unknown): boolean }).isRawJSON?.(value))
    fail(name, 'must not come from JSON.rawJSON; pass a string.')
  const effect = name === 'query' ? 'is not read' : 'JSON does not contain'
  const { copy, problem, field } = copyFields(value, Object.keys(properties), effect)
  return problem ? fail(field === undefined ? name : nameOf(field), problem) : copy
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
 * @throws What `fail` throws, for a value that JSON would drop or replace, such as NaN, a function or a `Map`.
 */
export function toPlainData(name: string, key: string, given: unknown, fail: Fail, parents: Set<unknown>): unknown {
  const value = toJsonValue(key, given)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value)) return value
  if (typeof value !== 'object') return fail(name, `must be a value that JSON can contain, got ${describe(value)}.`)
  if (parents.has(value)) fail(name, 'must not contain itself.')
  parents.add(value)
  const copy = Array.isArray(value)
    ? copyItems(value).map((item, index) => toPlainData(`${name}[${index}]`, String(index), item, fail, parents))
    : toPlainFields(name, value, fail, parents)
  parents.delete(value)
  return copy
}

function toPlainFields(name: string, value: object, fail: Fail, parents: Set<unknown>): object {
  const nameOf = (key: string) => `${name}.${key}`
  const fields = copyObject(name, value, {}, nameOf, fail)
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) fields[key] = toPlainData(nameOf(key), key, fields[key], fail, parents)
  }
  return fields
}
