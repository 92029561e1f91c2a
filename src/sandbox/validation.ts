import { validators } from '../../generated/validators.js'
import { ownFields } from '../common/own-fields.js'
import { describeViolations } from './describe-violations.js'
import type { OperationId } from './described-operations.js'
import { unacceptable } from './problem.js'

/** @throws Problem 422 naming each field of a query or body that violates the OpenAPI document. */
export function checkInput(id: OperationId, part: 'query' | 'body', value: unknown): void {
  const validate = ownFields(validators[id])[part]
  const problem = validate && describeViolations(part === 'body' ? 'The body' : 'The query', validate, value)
  if (problem) unacceptable(problem)
}

/** Describes how a response violates the OpenAPI document, if it does. */
export function responseViolation(id: OperationId, status: number, body: unknown): string | undefined {
  const validate = validators[id].responses[status]
  if (validate === undefined) return `status ${status} is not documented`
  return validate ? describeViolations('the body', validate, body) : undefined
}
