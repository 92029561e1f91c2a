import { fields } from '../../../generated/rules.js'
import type { components } from '../../../generated/schema.js'

type SchemaName = keyof typeof fields
type Schema<Name extends SchemaName> = components['schemas'][Name]
type Optional<T> = { readonly [Field in keyof T]?: T[Field] | undefined }

/**
 * Returns the fields that a resource has in the OpenAPI document, in its order, and drops those that are undefined.
 *
 * @param source - Where the values are. It may have other fields.
 * @param own - Values in place of those of the source. To copy both into one object would take a third of a reset.
 */
export function pickFields<Name extends SchemaName, Own extends Optional<Schema<Name>>>(
  name: Name,
  source: Optional<Omit<Schema<Name>, keyof Own>>,
  own: Own,
): Schema<Name> {
  const picked: Record<string, unknown> = {}
  const values = source as Readonly<Record<string, unknown>>
  const ownValues: Readonly<Record<string, unknown>> = own
  for (const field of fields[name]) {
    const holder = Object.hasOwn(own, field) ? ownValues : values
    const value = Object.hasOwn(holder, field) ? holder[field] : undefined
    if (value !== undefined) picked[field] = value
  }
  return picked as Schema<Name>
}
