import { describeMissing } from '../common/describe-missing.js'
import { fieldOf } from '../common/field-of.js'
import { unknownName } from '../common/unknown-name.js'
import { InputError, refuse, toInputError } from '../errors/input-error.js'
import { isWellFormed } from './encode-url.js'
import { filterProblem } from './filter.js'
import { isUploadable } from './multipart.js'
import type { Operation } from './operation.js'
import { copyItems, copyObject, toJsonValue, toPlainData } from './plain-data.js'
import { refuseFile } from './refuse-file.js'
import type { Shape } from './shape.js'

/** The input of a call, before it is encoded. */
export interface Input {
  path?: Readonly<Record<string, unknown>> | undefined
  query?: object | undefined
  body?: unknown
  /** Name of the argument that is the one field of the body, for errors. A raw call has none: its caller names the field. */
  argument?: string
}

/** The input of a call, as it is sent. */
export interface CheckedInput extends Input {
  unknownFields: readonly UnknownField[]
}

/** A field of the body that is not in the OpenAPI document. */
export interface UnknownField {
  /** Its place, such as `members[0].colour`. */
  name: string
  key: string
  /** The fields that its object has in the OpenAPI document. */
  known: Readonly<Record<string, Shape>>
}

/** The state of a check. */
interface Check {
  /** The part of a call that is being checked, by its encoding. Callers who serialize a body themselves may add fields of any kind. */
  part: 'path' | 'query' | 'json' | 'form' | 'own body'
  readonly unknownFields: UnknownField[]
  readonly argument: unknown
}

/**
 * Checks the input of a call against the OpenAPI document.
 *
 * @param isSerialized - Whether the caller serializes the body.
 * @returns A copy of the input, in which each value has been read once: it is sent as it was checked.
 * @throws InputError naming the first parameter that is not valid, what was received, and what is allowed.
 */
export function checkInput(operation: Operation, input: Input, isSerialized = false): CheckedInput {
  const { path, query, body } = input
  const check: Check = {
    part: 'path',
    unknownFields: [],
    argument: fieldOf(input, 'argument'),
  }
  let place = 'path'
  try {
    checkPath(operation, path, check)
    place = 'query'
    check.part = 'query'
    const checked: CheckedInput = { path, query: undefined, body: undefined, unknownFields: check.unknownFields }
    if (query !== undefined) checked.query = checkValue(place, query, operation.query ?? noParameters, check) as object
    else if (operation.query) checkValue(place, noQuery, operation.query, check)
    place = 'body'
    if (operation.body) {
      const { media, shape } = operation.body
      check.part = isSerialized ? 'own body' : media
      checked.body = checkValue(place, body, shape, check)
      if (isSerialized) checked.body = body
    } else if (body !== undefined) fail(place, 'must not be set: this operation has no body.')
    return checked
  } catch (cause) {
    throw toInputError(cause, place, operation)
  }
}

function fail(parameter: string, problem: string): never {
  throw new InputError(parameter, problem)
}

const noParameters: Shape = { type: 'object', properties: {} }
const noQuery = {}

function checkPath({ pathParameters }: Operation, path: Input['path'], check: Check): void {
  for (const name in pathParameters) {
    const value = path?.[name]
    checkValue(name, value, pathParameters[name] as Shape, check)
    if (value === '') fail(name, 'must not be empty.')
    if (value === '.' || value === '..') fail(name, `must not be \`${value}\`, which URL parsers remove from a path.`)
  }
}

/** Checks a value, and returns it as it is sent. Its key is empty for a whole part of a call. */
function checkValue(name: string, given: unknown, shape: Shape, check: Check, key = ''): unknown {
  // A Date has an error of its own, with a hint.
  const value = check.part === 'json' && !(given instanceof Date) ? toJsonValue(key, given) : given
  return checkShape(name, value, shape, check)
}

function checkShape(name: string, value: unknown, shape: Shape, check: Check): unknown {
  switch (shape.type) {
    case 'string':
      return checkString(name, value, shape)
    case 'integer':
      return checkInteger(name, value, shape)
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(name, 'true or false', value)
    case 'union':
      return checkUnion(name, value, shape, check)
    case 'array':
      return checkArray(name, value, shape, check)
    case 'object':
      return checkObject(name, value, shape, check)
    case 'file':
      return checkFile(name, value)
  }
}

function checkString(
  name: string,
  value: unknown,
  { minLength = 0, maxLength = Infinity, pattern, words, filter }: Shape,
): string {
  if (typeof value !== 'string') {
    if (value instanceof Date) fail(name, 'must be a string, got a Date. Use its toISOString().')
    if (typeof value === 'number' || typeof value === 'bigint')
      fail(
        name,
        `must be a string, got the ${typeof value} ${value}.${/id$/i.test(name) ? ' Ids do not fit into a number: use strings.' : ''}`,
      )
    refuse(name, 'a string', value)
  }
  if (!isWellFormed(value)) fail(name, 'must be well-formed text; it contains a lone surrogate.')
  if (value.length < minLength || value.length > maxLength) {
    fail(
      name,
      value === '' && minLength === 1
        ? 'must not be empty.'
        : `must be ${minLength} to ${maxLength} characters long, got ${value.length}.`,
    )
  }
  if (pattern && !new RegExp(pattern, 'u').test(value)) refuse(name, `${words}`, value)
  const problem = filter ? filterProblem(value) : undefined
  if (problem) fail(name, problem)
  return value
}

function checkInteger(name: string, value: unknown, { minimum = -Infinity, maximum = Infinity }: Shape): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) refuse(name, 'a whole number', value)
  if (value < minimum || value > maximum) {
    const range = maximum === Infinity ? `at least ${minimum}` : `${minimum} to ${maximum}`
    fail(name, `must be ${range}, got ${value}.`)
  }
  return value
}

const kinds: Record<string, string> = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
}

/** Checks a value of several types by the shape of its own type. */
function checkUnion(name: string, value: unknown, { anyOf = [] }: Shape, check: Check): unknown {
  const type = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
  const shape = value === null || value instanceof Date ? undefined : anyOf.find((one) => one.type === type)
  if (!shape) refuse(name, anyOf.map((one) => kinds[one.type] ?? one.type).join(' or '), value)
  return checkShape(name, value, shape, check)
}

function checkArray(
  name: string,
  value: unknown,
  { items: shape, minItems = 0, maxItems = Infinity }: Shape,
  check: Check,
): unknown[] {
  if (!Array.isArray(value)) refuse(name, 'an array', value)
  const items = copyItems(value)
  if (items.length < minItems || items.length > maxItems) {
    const range = minItems === maxItems ? `exactly ${minItems}` : `at least ${minItems}`
    fail(name, `must have ${range} ${minItems === 1 ? 'item' : 'items'}, got ${items.length}.`)
  }
  return items.map((item, index) => {
    const nameOfItem = `${name}[${index}]`
    const key = String(index)
    return shape
      ? checkValue(nameOfItem, item, shape, check, key)
      : checkUndescribed(nameOfItem, key, item, check, value)
  })
}

function checkObject(name: string, value: unknown, { required = [], properties, open }: Shape, check: Check): object {
  // The outermost object is the call itself: callers pass `limit`, not `query.limit`.
  const isCall = name === 'body' || name === 'query'
  const nameOf = (key: string) => (isCall ? String(check.argument ?? key) : `${name}.${key}`)
  const fields = copyObject(name, value, properties ?? {}, nameOf)
  const missing = required.filter((key) => fieldOf(fields, key) === undefined).map(nameOf)
  if (missing[0] !== undefined) fail(missing[0], describeMissing(missing))
  for (const key of Object.keys(fields)) {
    const field = fields[key]
    if (field === undefined) continue
    if (properties && Object.hasOwn(properties, key)) {
      fields[key] = checkValue(nameOf(key), field, properties[key] as Shape, check, key)
      continue
    }
    if (check.part === 'query') refuseParameter(key, Object.keys(properties ?? {}))
    if (properties && !open) check.unknownFields.push({ name: nameOf(key), key, known: properties })
    fields[key] = checkUndescribed(nameOf(key), key, field, check, value)
  }
  return fields
}

function refuseParameter(name: string, known: readonly string[]): never {
  throw new InputError(name, 'is not known.', undefined, unknownName('query parameter', name, known))
}

/** Checks a value that the OpenAPI document does not describe. */
function checkUndescribed(name: string, key: string, value: unknown, check: Check, parent: unknown): unknown {
  if (check.part === 'form') return checkFile(name, value)
  return check.part === 'json' ? toPlainData(name, key, value, new Set([parent])) : value
}

function checkFile(name: string, value: unknown): unknown {
  if (isUploadable(value)) return value
  return refuseFile(name, value)
}
