import { storedFields } from '../../../generated/rules.js'
import type { BodyOf } from './handler.js'

type StoredFields = typeof storedFields
type Id = keyof StoredFields
/** The fields of a body that the response shows, under the names that they have there. */
type KeptFields<Operation extends Id> = {
  [Field in keyof BodyOf<Operation> as Field extends keyof StoredFields[Operation]
    ? StoredFields[Operation][Field] & string
    : never]: BodyOf<Operation>[Field]
}

/** Returns the fields of a body that its response shows. The OpenAPI document states which, and under which names. */
export function keptFields<Operation extends Id>(operation: Operation, body: BodyOf<Operation>): KeptFields<Operation> {
  const kept: Record<string, unknown> = Object.setPrototypeOf({}, null)
  const sent = body as Readonly<Record<string, unknown>>
  const names: Readonly<Record<string, string>> = storedFields[operation]
  for (const field of Object.keys(names)) if (sent[field] !== undefined) kept[names[field] as string] = sent[field]
  return kept as KeptFields<Operation>
}
