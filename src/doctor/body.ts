import { type Validate, validators } from '../../generated/validators.js'
import { keysOf, valueAt } from '../pointer.js'
import { violationsOf } from '../violations.js'
import type { DocumentFacts, Schema } from './document.js'

const mostToTell = 6

/** How the JSON of an answer differs from the document: fields that are missing or of another type. Undefined if it does not. */
export function differencesIn(operationId: string, status: number, json: unknown): string | undefined {
  const validate: Validate | null | undefined = validators[operationId as keyof typeof validators].responses[status]
  if (!validate) return undefined
  // Values are the application's own. Their types tell enough.
  return list(
    violationsOf(validate, json).map(({ pointer, due, came }) => `${place(pointer)} ${due}, got ${came === 'nothing' ? came : kindOf(valueAt(json, pointer))}`),
  )
}

/** The fields of an answer that the document does not know, as JSON pointers. Undefined if there are none. */
export function unknownFields(facts: DocumentFacts, schema: Schema, json: unknown): string | undefined {
  return list(walk(facts, schema, json, '').map(place))
}

/** What a value is, without telling it. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a bare array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function walk(facts: DocumentFacts, schema: Schema, value: unknown, pointer: string): string[] {
  const { properties, additionalProperties, items, oneOf } = facts.resolve(schema)
  if (oneOf) return walk(facts, oneOf.find((one) => facts.resolve(one).properties) ?? {}, value, pointer)
  if (Array.isArray(value)) return items ? value.flatMap((item, index) => walk(facts, items, item, `${pointer}/${index}`)) : []
  if (!properties || additionalProperties || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, own]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined
    return property ? walk(facts, property, own, at) : [at]
  })
}

/** A place, in which one item of a list stands for all. */
function place(pointer: string): string {
  return (
    keysOf(pointer)
      .map((key) => `/${/^\d+$/.test(key) ? '*' : key}`)
      .join('') || 'it'
  )
}

function list(texts: readonly string[]): string | undefined {
  const distinct = [...new Set(texts)]
  const told = distinct.slice(0, mostToTell)
  if (distinct.length > told.length) told.push(`and ${distinct.length - told.length} more`)
  return told.join('; ') || undefined
}
