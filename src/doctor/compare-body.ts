import { type Validate, validators } from '../../generated/validators.js'
import type { Redact } from '../errors/redact.js'
import { keysOf, valueAt } from '../operation/json-pointer.js'
import { violationsOf } from '../validate/violations.js'
import type { DocumentFacts, Schema } from './document-facts.js'
import { showText } from './show-text.js'

const maxListed = 6
const unchanged: Redact = (text) => text

/** Lists the fields of a response that are missing or have another type. Undefined if there are none. */
export function differencesIn(
  operationId: string,
  status: number,
  json: unknown,
  redact: Redact = unchanged,
): string | undefined {
  const validate: Validate | null | undefined = validators[operationId as keyof typeof validators].responses[status]
  if (!validate) return undefined
  // Values belong to the application, so the report contains only their types.
  return list(
    violationsOf(validate, json).listed.map(({ pointer, expected, received }) => {
      const kind = received === 'nothing' ? received : kindOf(valueAt(json, pointer))
      return `${place(pointer, redact)} ${expected}, got ${kind}`
    }),
  )
}

/** Lists the fields of a response that are not in the OpenAPI document, as JSON pointers. Undefined if there are none. */
export function unknownFields(
  facts: DocumentFacts,
  schema: Schema,
  json: unknown,
  redact: Redact = unchanged,
): string | undefined {
  // Only the listed ones are redacted, which is expensive.
  return list(findUnknown(facts, schema, json, '').map(pathOf), (path) => showPath(path, redact))
}

/** Returns the type of a value, without the value. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a bare array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function findUnknown(facts: DocumentFacts, schema: Schema, value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const found = variantsOf(facts, schema)
    .filter((variant) => allows(variant, Array.isArray(value) ? 'array' : 'object'))
    .map((variant) => findUnknownIn(facts, variant, value, pointer))
  // The schema of a union that the value is closest to.
  return found.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function findUnknownIn(
  facts: DocumentFacts,
  { properties, additionalProperties, items }: Schema,
  value: object,
  pointer: string,
): string[] {
  if (Array.isArray(value))
    return items ? value.flatMap((item, index) => findUnknown(facts, items, item, `${pointer}/${index}`)) : []
  if (!properties || additionalProperties) return []
  return Object.entries(value).flatMap(([name, own]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined
    return property ? findUnknown(facts, property, own, at) : [at]
  })
}

function allows({ type, properties, items }: Schema, kind: 'array' | 'object'): boolean {
  if (type !== undefined) return [type].flat().includes(kind)
  return kind === 'array' ? !properties : !items
}

/** Returns the schemas of a union, or the only one. */
function variantsOf(facts: DocumentFacts, schema: Schema): Schema[] {
  const resolved = facts.resolve(schema)
  const variants = resolved.oneOf ?? resolved.anyOf
  return variants ? variants.flatMap((variant) => variantsOf(facts, variant)) : [resolved]
}

/** Shows a JSON pointer with an asterisk in place of each index. Its names come from the server. */
function place(pointer: string, redact: Redact): string {
  return showPath(pathOf(pointer), redact)
}

function pathOf(pointer: string): string {
  return keysOf(pointer)
    .map((key) => `/${/^\d+$/.test(key) ? '*' : key}`)
    .join('')
}

function showPath(path: string, redact: Redact): string {
  return path ? showText(redact(path)) : 'the body'
}

function list(texts: readonly string[], show = (text: string) => text): string | undefined {
  const distinct = [...new Set(texts)]
  const listed = distinct.slice(0, maxListed).map(show)
  if (distinct.length > listed.length) listed.push(`and ${distinct.length - listed.length} more`)
  return listed.join('; ') || undefined
}
