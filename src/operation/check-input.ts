import { excerpt } from '../errors/excerpt.js'
import { InputError } from '../errors/input-error.js'
import { isWellFormed } from './encode-url.js'
import { filterProblem } from './filter.js'
import { isUploadable } from './multipart.js'
import type { Operation } from './operation.js'
import type { Shape } from './shape.js'

/** The input of a call, before it is encoded. */
export interface Input {
  path?: Readonly<Record<string, unknown>> | undefined
  query?: object | undefined
  body?: unknown
}

/**
 * Checks the input of a call against the OpenAPI document.
 *
 * @throws InputError naming the first parameter that is not valid, what was received, and what is allowed.
 */
export function checkInput(operation: Operation, { path, query, body }: Input): void {
  const fail: Fail = (parameter, problem) => {
    throw new InputError(parameter, problem, { operation })
  }
  for (const name in operation.pathParameters) {
    const value = path?.[name]
    checkValue(name, value, operation.pathParameters[name] as Shape, fail)
    if (value === '' || value === '.' || value === '..')
      fail(
        name,
        value === '' ? 'must not be empty.' : `must not be \`${value}\`, which URL parsers remove from a path.`,
      )
  }
  if (operation.query || query !== undefined)
    checkValue('query', query ?? {}, operation.query ?? { type: 'object' }, fail)
  if (operation.body) checkValue('body', body, operation.body.shape, fail)
  else if (body !== undefined) fail('body', 'must not be set: this operation has no body.')
}

type Fail = (parameter: string, problem: string) => never

function checkValue(name: string, value: unknown, shape: Shape, fail: Fail): void {
  switch (shape.type) {
    case 'string':
      checkString(name, value, shape, fail)
      break
    case 'integer':
      checkInteger(name, value, shape, fail)
      break
    case 'boolean':
      if (typeof value !== 'boolean') fail(name, `must be true or false, got ${describe(value)}.`)
      break
    case 'union':
      checkUnion(name, value, shape, fail)
      break
    case 'array':
      checkArray(name, value, shape, fail)
      break
    case 'object':
      checkObject(name, value, shape, fail)
      break
    case 'file':
      if (!isUploadable(value)) {
        fail(
          name,
          typeof value === 'string'
            ? "must be a Blob or File. For a path, use fromPath() from 'sceyt-platform/node'."
            : `must be a Blob or File, or come from fromPath() or fromStream(), got ${describe(value)}.`,
        )
      }
  }
}

function checkString(
  name: string,
  value: unknown,
  { minLength = 0, maxLength = Infinity, pattern, words, filter }: Shape,
  fail: Fail,
): void {
  if (typeof value !== 'string') {
    if (value instanceof Date) fail(name, 'must be a string, got a Date. Use its toISOString().')
    if (typeof value === 'number' || typeof value === 'bigint')
      fail(name, `must be a string, got the ${typeof value} ${value}. Ids do not fit into a number: use strings.`)
    fail(name, `must be a string, got ${describe(value)}.`)
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
  if (pattern && !new RegExp(pattern, 'u').test(value)) fail(name, `must be ${words}, got ${describe(value)}.`)
  const problem = filter ? filterProblem(value) : undefined
  if (problem) fail(name, problem)
}

function checkInteger(
  name: string,
  value: unknown,
  { minimum = -Infinity, maximum = Infinity }: Shape,
  fail: Fail,
): void {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    fail(name, `must be a whole number, got ${describe(value)}.`)
  if (value < minimum || value > maximum) {
    const range = maximum === Infinity ? `at least ${minimum}` : `${minimum} to ${maximum}`
    fail(name, `must be ${range}, got ${value}.`)
  }
}

const kinds: Record<string, string> = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
}

/** Checks a value of several types by the shape of its own type. */
function checkUnion(name: string, value: unknown, { anyOf = [] }: Shape, fail: Fail): void {
  const type = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
  const shape = value === null || value instanceof Date ? undefined : anyOf.find((one) => one.type === type)
  if (!shape)
    fail(name, `must be ${anyOf.map((one) => kinds[one.type] ?? one.type).join(' or ')}, got ${describe(value)}.`)
  checkValue(name, value, shape, fail)
}

function checkArray(
  name: string,
  value: unknown,
  { items, minItems = 0, maxItems = Infinity }: Shape,
  fail: Fail,
): void {
  if (!Array.isArray(value)) fail(name, `must be an array, got ${describe(value)}.`)
  if (value.length < minItems || value.length > maxItems) {
    const range = minItems === maxItems ? `exactly ${minItems}` : `at least ${minItems}`
    fail(name, `must have ${range} ${minItems === 1 ? 'item' : 'items'}, got ${value.length}.`)
  }
  for (const [index, item] of value.entries()) {
    if (items) checkValue(`${name}[${index}]`, item, items, fail)
  }
}

function checkObject(name: string, value: unknown, { required = [], properties = {} }: Shape, fail: Fail): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    fail(name, `must be an object, got ${describe(value)}.`)
  // The outermost object is the call itself: callers know `limit`, not `query.limit`.
  const nameOf = (key: string) => (name === 'body' || name === 'query' ? key : `${name}.${key}`)
  const fields = value as Readonly<Record<string, unknown>>
  for (const key of required) {
    if (fields[key] === undefined) fail(nameOf(key), 'is missing.')
  }
  // Objects have fewer fields than the OpenAPI document has properties.
  for (const key in fields) {
    const shape = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (shape && fields[key] !== undefined) checkValue(nameOf(key), fields[key], shape, fail)
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'string') return JSON.stringify(excerpt(value, 80))
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return `the ${typeof value} ${value}`
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'function') return 'a function'
  return `an object${value.constructor?.name && value.constructor !== Object ? ` (${value.constructor.name})` : ''}`
}
