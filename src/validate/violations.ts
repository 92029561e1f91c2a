import type { SchemaError, Validate } from '../../generated/validators.js'
import { fieldOf } from '../common/field-of.js'
import { excerpt } from '../errors/excerpt.js'
import type { Redact } from '../errors/redact.js'
import { valueAt } from '../operation/json-pointer.js'

/** One value that does not match the OpenAPI document. */
export interface Violation {
  /** JSON pointer to the value, such as `/users/0/username`. */
  pointer: string
  /** The rule that it breaks, such as `must be a string`. */
  expected: string
  /** The value, such as `5`, or `nothing`. */
  received: string
}

const longestExcerpt = 60
const maxMore = 900

/** The first violations of a schema, each once, and the number of the others, counted up to 900. */
export interface Violations {
  listed: Violation[]
  more: number
}

/**
 * Lists the violations of a schema: the first hundred.
 *
 * @param redact - Redacts the texts of the value.
 */
export function violationsOf(validate: Validate, value: unknown, redact?: Redact): Violations {
  const errors = validate(value) ? undefined : validate.errors
  if (!errors) return { listed: [], more: 0 }
  const found = errors.listed.map((error) => explain(error, value, redact))
  const listed = [
    ...new Map(found.map((violation) => [`${violation.pointer} ${violation.expected}`, violation])).values(),
  ]
  return { listed, more: Math.min(errors.length - errors.listed.length, maxMore) }
}

/** Describes the number of further violations, of which some may be listed. */
export function countMore(more: number, further = 0): string {
  return `${more === maxMore ? 'at least ' : ''}${more + further} more`
}

/** Describes a violation: the rule and, for rules on values, the received value. */
export function problemOf({ expected, received }: Violation): string {
  return expected.startsWith('must') ? `${expected}, got ${received}` : expected
}

function explain(error: SchemaError, value: unknown, redact: Redact = (text) => text): Violation {
  const { instancePath, keyword, params, message = '' } = error
  const pointer = redact(instancePath)
  const inside = (name: string) => `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const received = show(valueAt(value, instancePath), redact)
  switch (keyword) {
    case 'required':
      return {
        pointer: redact(inside(String(params['missingProperty']))),
        expected: 'is required',
        received: 'nothing',
      }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params['additionalProperty'] ?? params['unevaluatedProperty'])
      const unknown = fieldOf(valueAt(value, instancePath), name)
      return { pointer: redact(inside(name)), expected: 'is not known', received: show(unknown, redact) }
    }
    case 'enum':
      return {
        pointer,
        expected: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`,
        received,
      }
    case 'type':
      return { pointer, expected: `must be ${typeWords(params['type'])}`, received }
    default:
      return { pointer, expected: message, received }
  }
}

/** Describes JSON types: `a string or null`. */
function typeWords(types: unknown): string {
  return [types]
    .flat()
    .map((type) => (type === 'null' ? type : `${/^[aeio]/.test(String(type)) ? 'an' : 'a'} ${type}`))
    .join(' or ')
}

function show(value: unknown, redact: Redact): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  // Only its beginning, since the text may be as long as the body.
  const text = typeof value === 'string' ? value.slice(0, 2 * longestExcerpt) : value
  return excerpt(JSON.stringify(text) ?? 'nothing', longestExcerpt, redact)
}
