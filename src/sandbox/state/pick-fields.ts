import { fields } from '../../../generated/rules.js'
import type { components } from '../../../generated/schema.js'

type SchemaName = keyof typeof fields
type Schema<Name extends SchemaName> = components['schemas'][Name]

/** Returns the fields that a resource has in the OpenAPI document, in its order, and drops those that are undefined. */
export function pickFields<Name extends SchemaName>(
  name: Name,
  source: { readonly [Field in keyof Schema<Name>]: Schema<Name>[Field] | undefined },
): Schema<Name> {
  const picked: Record<string, unknown> = {}
  for (const field of fields[name]) {
    const value = (source as Readonly<Record<string, unknown>>)[field]
    if (value !== undefined) picked[field] = value
  }
  return picked as Schema<Name>
}
