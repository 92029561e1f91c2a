import type { SchemaError, Validate } from '../../generated/validators.js'
import { excerpt } from '../errors/excerpt.js'
import { valueAt } from '../operation/json-pointer.js'

/** One value that does not match the OpenAPI document. */
export interface Violation {
  /** JSON pointer to the value, such as `/users/0/username`. */
  pointer: string
  /** The rule that it breaks, such as `must be string`. */
  expected: string
  /** The value, such as `5`, or `nothing`. */
  received: string
}

const longestExcerpt = 60

/** Lists every violation of a schema, each once. */
export function violationsOf(validate: Validate, value: unknown): Violation[] {
  if (validate(value)) return []
  const found = (validate.errors ?? []).map((error) => explain(error, value))
  return [...new Map(found.map((violation) => [`${violation.pointer} ${violation.expected}`, violation])).values()]
}

/** Describes a violation: the rule, and the value where that says more. */
export function problemOf({ expected, received }: Violation): string {
  return expected.startsWith('must') ? `${expected}, got ${received}` : expected
}

function explain({ instancePath, keyword, params, message = '' }: SchemaError, value: unknown): Violation {
  const inside = (name: unknown) => `${instancePath}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
  const received = show(valueAt(value, instancePath))
  switch (keyword) {
    case 'required':
      return { pointer: inside(params['missingProperty']), expected: 'is required', received: 'nothing' }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const pointer = inside(params['additionalProperty'] ?? params['unevaluatedProperty'])
      return { pointer, expected: 'is not known', received: show(valueAt(value, pointer)) }
    }
    case 'enum':
      return {
        pointer: instancePath,
        expected: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`,
        received,
      }
    default:
      return { pointer: instancePath, expected: message, received }
  }
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  return typeof value === 'object' && value !== null
    ? 'an object'
    : excerpt(JSON.stringify(value) ?? 'nothing', longestExcerpt)
}
