import { type FieldSchema, type Parameter, resolveSchema, type StudioOperation } from '../openapi-document.js'
import type { DataRow } from './data-collections.js'

/** A field of a form: a parameter of the operation, or a field of its body. */
export interface FormField {
  readonly name: string
  readonly place: 'path' | 'query' | 'body'
  readonly kind: 'text' | 'number' | 'boolean' | 'choice' | 'json' | 'file'
  readonly isRequired: boolean
  readonly hint: string
  readonly example: string
  readonly choices: readonly unknown[]
  /** Its text when the form opens. */
  readonly initial: string
}

/** What a user has entered into a field. */
export interface FieldEntry {
  readonly text: string
  /** Whether it is sent: so a text can be set to an empty one. */
  readonly isSent: boolean
  readonly file?: File | undefined
}

/**
 * Returns the fields of an operation.
 *
 * @param path - The path parameters that are known already.
 * @param row - What the form changes. Without it, the form creates something.
 */
export function fieldsOf(
  { parameters, body, isForm }: StudioOperation,
  path: Readonly<Record<string, string>>,
  row: DataRow | undefined,
): FormField[] {
  const { properties = {}, required = [] } = body ? resolveSchema(body) : {}
  const ofParameters = parameters
    .filter((parameter) => parameter.in !== 'header' && path[parameter.name] === undefined)
    .map((parameter) => fieldOf(parameter.name, toPlace(parameter), parameter.schema, parameter, row))
  const ofBody = Object.entries(properties).map(([name, schema]) => {
    const field = fieldOf(name, 'body', schema, { required: required.includes(name) }, row)
    return isForm && resolveSchema(schema).format === 'binary' ? { ...field, kind: 'file' as const } : field
  })
  return [...ofParameters, ...ofBody]
}

function toPlace(parameter: Parameter): 'path' | 'query' {
  return parameter.in === 'path' ? 'path' : 'query'
}

function fieldOf(
  name: string,
  place: FormField['place'],
  given: FieldSchema,
  { required = false, description }: { readonly required?: boolean; readonly description?: string | undefined },
  row: DataRow | undefined,
): FormField {
  const schema = resolveSchema(given)
  const kind = kindOf(schema)
  const value = row?.[schema['x-response-name'] ?? name]
  const isFitting = value !== undefined && value !== null && (kind === 'json' || typeof value !== 'object')
  return {
    name,
    place,
    kind,
    isRequired: required,
    hint: description ?? schema.description ?? '',
    example: textOf(schema.examples?.[0]),
    choices: schema.enum ?? [],
    initial: isFitting ? textOf(value) : '',
  }
}

function kindOf({ type, enum: choices, properties, items }: FieldSchema): FormField['kind'] {
  if (choices) return 'choice'
  if (properties || items || (Array.isArray(type) && !type.includes('string'))) return 'json'
  switch (type) {
    case 'boolean':
      return 'boolean'
    case 'integer':
    case 'number':
      return 'number'
    case 'object':
    case 'array':
    case undefined:
      return 'json'
    default:
      return 'text'
  }
}

function textOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * Returns the parameters of a method of the client, in its order: those of the path, then the query or the body.
 *
 * @throws Error naming a field whose text is no JSON.
 */
export function argumentsOf(
  operation: StudioOperation,
  path: Readonly<Record<string, string>>,
  fields: readonly FormField[],
  entries: Readonly<Record<string, FieldEntry>>,
): unknown[] {
  const sent = fields.filter((field) => entries[keyOf(field)]?.isSent)
  const objectOf = (place: FormField['place']) =>
    Object.fromEntries(
      sent
        .filter((field) => field.place === place)
        .map((field) => [field.name, parseEntry(field, entries[keyOf(field)] as FieldEntry)]),
    )
  const known: Record<string, unknown> = { ...path, ...objectOf('path') }
  const inPath = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({ name, schema }) => (resolveSchema(schema).type === 'integer' ? Number(known[name]) : known[name]))
  const query = objectOf('query')
  const body = objectOf('body')
  if (operation.isForm) return [...inPath, ...Object.values(body)]
  return [...inPath, ...(operation.body ? [body] : Object.keys(query).length > 0 ? [query] : [])]
}

/** A name that no other field of the form has. */
export function keyOf({ place, name }: Pick<FormField, 'place' | 'name'>): string {
  return `${place} ${name}`
}

function parseEntry({ name, kind, choices }: FormField, { text, file }: FieldEntry): unknown {
  switch (kind) {
    case 'file':
      return file
    case 'boolean':
      return text === 'true'
    case 'choice':
      return choices.find((choice) => String(choice) === text) ?? text
    case 'number':
      // A text that is no number is refused by the client, which names the field.
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
    case 'json':
      try {
        return JSON.parse(text)
      } catch (cause) {
        throw new Error(`${name} is not JSON: ${(cause as Error).message}`, { cause })
      }
    default:
      return text
  }
}
