import type { Violation as AjvViolation, Validate } from '../../generated/validators.js'
import { excerpt } from '../errors/excerpt.js'
import { valueAt } from '../operation/json-pointer.js'

/** One place where a value is not what the document says. */
export interface Violation {
  /** Where, as a JSON pointer, such as `/users/0/username`. */
  pointer: string
  /** What was due, such as `must be string`. */
  due: string
  /** What came, such as `5`, or `nothing`. */
  came: string
}

const longestExcerpt = 60

/** Every way in which a value differs from its schema, each once. */
export function violationsOf(validate: Validate, value: unknown): Violation[] {
  if (validate(value)) return []
  const found = (validate.errors ?? []).map((error) => explain(error, value))
  return [...new Map(found.map((violation) => [`${violation.pointer} ${violation.due}`, violation])).values()]
}

/** What is wrong there: what was due, and what came if that says more. */
export function problemOf({ due, came }: Violation): string {
  return due.startsWith('must') ? `${due}, got ${came}` : due
}

function explain({ instancePath, keyword, params, message = '' }: AjvViolation, value: unknown): Violation {
  const inside = (name: unknown) => `${instancePath}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
  const came = show(valueAt(value, instancePath))
  switch (keyword) {
    case 'required':
      return { pointer: inside(params['missingProperty']), due: 'is required', came: 'nothing' }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const pointer = inside(params['additionalProperty'] ?? params['unevaluatedProperty'])
      return { pointer, due: 'is not known', came: show(valueAt(value, pointer)) }
    }
    case 'enum':
      return { pointer: instancePath, due: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`, came }
    default:
      return { pointer: instancePath, due: message, came }
  }
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  return typeof value === 'object' && value !== null
    ? 'an object'
    : excerpt(JSON.stringify(value) ?? 'nothing', longestExcerpt)
}
