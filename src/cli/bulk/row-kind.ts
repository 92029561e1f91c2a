import { imports } from '../../../generated/imports.js'
import { operations } from '../../../generated/operations.js'
import { describe } from '../../common/describe.js'
import { unknownName } from '../../common/unknown-name.js'
import { InputError } from '../../errors/input-error.js'
import { checkInput } from '../../operation/check-input.js'
import type { Operation } from '../../operation/operation.js'
import type { RowImport } from '../../operation/row-import.js'
import type { Shape } from '../../operation/shape.js'
import { parseValue } from '../parse-value.js'

/** The fields of a row: text from CSV, values from NDJSON. */
export type RowFields = Readonly<Record<string, unknown>>

/** A kind of rows, such as `users`. */
export interface RowKind {
  name: string
  imports: readonly RowImport[]
  /** All columns, each with its description. */
  columns: Readonly<Record<string, string>>
  /** Whether rows have an id that other rows refer to. */
  hasId: boolean
  /** Whether a row can update what exists. */
  canUpdate: boolean
}

/** The call of a row, whose input is valid. */
export interface RowCall {
  rule: RowImport
  operation: Operation
  /** The values of path parameters, by name. */
  path: Record<string, unknown>
  body: Record<string, unknown>
  /** The fields of the row, converted. */
  fields: Record<string, unknown>
  /** The key with the path under which it is unique: no other row may have both. */
  identity: string | undefined
}

const typeColumn = 'type'
const idColumn = 'id'

/** Every kind of rows, in the order in which one may refer to another. */
export const rowKinds: readonly RowKind[] = ['roles', 'users', 'channels', 'members', 'messages'].map(kindOf)

function kindOf(name: string): RowKind {
  const own = imports.filter(({ rows }) => rows === name)
  const hasId = own.some(({ id }) => id !== undefined)
  const types = own.flatMap(({ type }) => type ?? [])
  return {
    name,
    imports: own,
    columns: {
      ...(hasId && {
        [idColumn]: 'Id in the application that was exported. It is not sent; other rows refer to it.',
      }),
      ...(types.length > 0 && { [typeColumn]: `One of ${types.join(', ')}.` }),
      ...Object.assign({}, ...own.map(({ columns }) => columns)),
    },
    hasId,
    canUpdate: own.some(({ update }) => update !== undefined),
  }
}

/** Returns the name of the file with the rows of a kind in an export. */
export function fileOf({ name }: RowKind): string {
  return `${name}.ndjson`
}

/** Returns the operation with an id of the OpenAPI document. */
export function operationOf(id: string): Operation {
  return operations.find((operation) => operation.id === id) as Operation
}

/**
 * Converts a row to its call.
 *
 * @param isText - Whether the fields are text, which is converted to the type of each column. An empty text stands for no value.
 * @throws InputError naming the column that is not valid.
 */
export function toRowCall(kind: RowKind, given: RowFields, isText: boolean): RowCall {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(kind.columns, name)) failColumn(name, unknownName('column', name, Object.keys(kind.columns)))
  const present = Object.entries(given).filter(([, value]) => value !== undefined && !(isText && value === ''))
  const rule = ruleOf(kind, present.find(([name]) => name === typeColumn)?.[1])
  const operation = operationOf(rule.create)
  const shapes = shapesOf(rule, operation)
  const fields: Record<string, unknown> = {}
  for (const [name, value] of present) {
    if (name === idColumn && kind.hasId) {
      if (typeof value !== 'string')
        failColumn(name, `id must be a string, got ${describe(value)}. Ids do not fit into a number.`)
      fields[name] = value
    } else if (name === typeColumn && rule.type !== undefined) fields[name] = value
    else {
      const shape = shapes[name]
      if (!shape) failColumn(name, `${name} is not a field of ${rule.type} ${kind.name}.`)
      fields[name] = isText ? parseValue(String(value), shape as Shape, name) : value
    }
  }
  const path = Object.fromEntries(Object.entries(rule.path).map(([parameter, column]) => [parameter, fields[column]]))
  for (const column of Object.values(rule.path))
    if (fields[column] === undefined) failColumn(column, `${column} is required.`)
  const isOwn = (name: string) => Object.hasOwn(rule.columns, name) && !Object.values(rule.path).includes(name)
  const row = Object.fromEntries(Object.entries(fields).filter(([name]) => isOwn(name)))
  const body = rule.items === undefined ? row : { [rule.items]: [row] }
  checkInput(operation, { path, body })
  const key = rule.key === undefined ? undefined : fields[rule.key]
  return {
    rule,
    operation,
    path,
    body,
    fields,
    identity: key === undefined ? undefined : JSON.stringify([rule.type, ...Object.values(path), key]),
  }
}

function ruleOf({ name, imports: own }: RowKind, type: unknown): RowImport {
  const [first] = own as [RowImport]
  if (first.type === undefined) return first
  const types = own.map((rule) => rule.type)
  const found = own.find((rule) => rule.type === type)
  if (found) return found
  const given = type === undefined ? 'it is missing' : `got ${JSON.stringify(type)}`
  return failColumn(
    typeColumn,
    `${typeColumn} of ${name} must be ${types.slice(0, -1).join(', ')} or ${types.at(-1)}; ${given}.`,
  )
}

/** Returns the shape of each column. */
function shapesOf(rule: RowImport, operation: Operation): Record<string, Shape> {
  const body = operation.body?.shape.properties ?? {}
  const row = rule.items === undefined ? body : (body[rule.items]?.items?.properties ?? {})
  const path = Object.entries(rule.path).map(([parameter, column]) => [column, operation.pathParameters[parameter]])
  return { ...row, ...Object.fromEntries(path) }
}

/** Throws the error about a column. */
export function failColumn(column: string, message: string): never {
  throw new InputError(column, '', undefined, message)
}
