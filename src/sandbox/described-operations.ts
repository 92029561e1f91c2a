import { operations as allOperations } from '../../generated/operations.js'
import type { OperationName } from '../../generated/rules.js'
import type { operations as Described } from '../../generated/schema.js'
import { describe } from '../common/describe.js'
import { didYouMean } from '../common/unknown-name.js'
import type { Operation } from '../operation/operation.js'

export type { OperationName } from '../../generated/rules.js'
/** The id of an operation of the OpenAPI document. */
export type OperationId = keyof Described
/** An operation of the OpenAPI document. */
export type DescribedOperation = Operation & { id: OperationId; name: OperationName }

/** Every operation of the OpenAPI document, which `operations` and the ids of the schema are generated from. */
export const operations = allOperations as readonly DescribedOperation[]

/**
 * Returns the id of an operation that a caller has named, by its id or by its name in the client.
 *
 * @param fail - Throws the error with a message about the operation.
 */
export function readOperation(given: unknown, fail: (problem: string) => never): OperationId {
  const found = operations.find(({ id, name }) => id === given || name === given)
  if (found) return found.id
  const known = operations.flatMap(({ id, name }) => [id, name])
  return fail(
    `must be the name or the id of an operation, such as users.get or getUser, got ${describe(given)}${didYouMean(given, known)}`,
  )
}
