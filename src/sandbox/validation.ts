import { type Violation, validators } from '../../generated/validators.js'
import { excerpt } from '../excerpt.js'
import { Problem } from './problem.js'
import type { OperationId } from './types.js'

const longestExcerpt = 60

/** @throws Problem 422 naming each field of a query or a body that the document does not allow. */
export function checkInput(id: OperationId, part: 'query' | 'body', value: unknown): void {
  const validate = validators[id][part]
  if (validate && !validate(value)) throw new Problem(422, describeViolations(validate.errors as readonly Violation[], value))
}

/** How an answer differs from what the document says, if it does. */
export function answerViolation(id: OperationId, status: number, body: unknown): string | undefined {
  const validate = validators[id].responses[status]
  if (validate === undefined) return `status ${status} is not documented`
  if (validate === null || validate(body)) return undefined
  return describeViolations(validate.errors as readonly Violation[], body)
}

/** One sentence for each place: what is allowed there, and what came. */
export function describeViolations(violations: readonly Violation[], value: unknown): string {
  return [...new Set(violations.map((violation) => describe(violation, value)))].join(' ')
}

function describe({ instancePath, keyword, params, message }: Violation, value: unknown): string {
  const field = instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~')
  const inside = (name: unknown) => (field ? `${field}/${name}` : String(name))
  switch (keyword) {
    case 'required':
      return `${inside(params['missingProperty'])} is required.`
    case 'additionalProperties':
      return `${inside(params['additionalProperty'])} is not known.`
    case 'unevaluatedProperties':
      return `${inside(params['unevaluatedProperty'])} is not known.`
    case 'enum':
      return `${field} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}, got ${show(at(value, instancePath))}.`
    default:
      return `${field || 'It'} ${message}, got ${show(at(value, instancePath))}.`
  }
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], value)
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : excerpt(JSON.stringify(value) ?? 'nothing', longestExcerpt)
}
