import { type Validate, validators } from '../../generated/validators.js'
import { keysOf } from '../operation/json-pointer.js'
import { problemOf, violationsOf } from '../validate/violations.js'
import { Problem } from './problem.js'
import type { OperationId } from './types.js'

/** @throws Problem 422 naming each field of a query or a body that the document does not allow. */
export function checkInput(id: OperationId, part: 'query' | 'body', value: unknown): void {
  const validate = validators[id][part]
  const problem = validate && describeViolations(validate, value)
  if (problem) throw new Problem(422, problem)
}

/** How an answer differs from what the document says, if it does. */
export function answerViolation(id: OperationId, status: number, body: unknown): string | undefined {
  const validate = validators[id].responses[status]
  if (validate === undefined) return `status ${status} is not documented`
  return validate ? describeViolations(validate, body) : undefined
}

/** One sentence for each place where a value is not what it must be: what is allowed there, and what came. Nothing, if all is well. */
export function describeViolations(validate: Validate, value: unknown): string | undefined {
  const sentences = violationsOf(validate, value).map(
    (violation) => `${keysOf(violation.pointer).join('/') || 'It'} ${problemOf(violation)}.`,
  )
  return sentences.join(' ') || undefined
}
