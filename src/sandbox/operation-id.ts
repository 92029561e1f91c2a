import { operationIds } from '../../generated/rules.js'
import type { operations } from '../../generated/schema.js'
import { describe } from '../common/describe.js'
import { didYouMean } from '../common/unknown-name.js'

/** The id of an operation of the OpenAPI document. */
export type OperationId = keyof operations
/** The name of an operation in the client, such as `users.get`. */
export type OperationName = keyof typeof operationIds

const ids: ReadonlyMap<string, OperationId> = new Map(
  Object.entries(operationIds).flatMap(([name, id]) => [
    [name, id],
    [id, id],
  ]),
)

/**
 * Returns the id of an operation that a caller has named, by its id or by its name in the client.
 *
 * @param fail - Throws the error with a message about the operation.
 */
export function readOperation(given: unknown, fail: (problem: string) => never): OperationId {
  const id = typeof given === 'string' ? ids.get(given) : undefined
  if (id !== undefined) return id
  return fail(
    `must be in the OpenAPI document, such as users.get or getUser, got ${describe(given)}${didYouMean(given, [...ids.keys()])}`,
  )
}
