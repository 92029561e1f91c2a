import type { RowImport } from '../../src/operation/row-import.js'
import { type Endpoint, endpointsOf, type JsonSchema, type OpenApiDocument, pointInto, resolveIn } from '../document.js'
import { plainText } from './plain-text.js'
import { literal, madeBy } from './source.js'

const ruleNames = [
  'rows',
  'type',
  'columns',
  'items',
  'key',
  'id',
  'update',
  'list',
  'read',
  'nested',
  'except',
  'inOrder',
]

/** Writes how rows of files become calls: one entry for each operation with `x-import`. */
export function printImports(document: OpenApiDocument): string {
  const imports = endpointsOf(document).flatMap((endpoint) => importOf(document, endpoint) ?? [])
  return `// ${madeBy}
import type { RowImport } from '../src/operation/row-import.js'

/** The operations that create something from a row of a file, in the order of the document. */
export const imports: readonly RowImport[] = [
${imports.map((entry) => `${literal(entry, true)},\n`).join('')}]
`
}

function importOf(document: OpenApiDocument, { operation, parameters }: Endpoint): RowImport | undefined {
  const rule = operation['x-import']
  if (!rule) return undefined
  const resolve = resolveIn(document)
  const fail = (problem: string): never => {
    throw new Error(`${operation.operationId}: x-import ${problem}`)
  }
  const unknown = Object.keys(rule).find((name) => !ruleNames.includes(name))
  if (unknown !== undefined) fail(`has ${unknown}, which nothing reads; use ${ruleNames.join(', ')}.`)
  const endpoints = endpointsOf(document)
  const find = (id: string) =>
    endpoints.find((endpoint) => endpoint.operation.operationId === id) ??
    fail(`names ${id}, which is not an operation.`)
  const body = resolve(operation.requestBody?.content['application/json']?.schema) ?? fail('needs a JSON body.')
  const row = rule.items === undefined ? body : resolve(resolve(body.properties?.[rule.items])?.items)
  const fields = row?.properties ?? fail(`names the array ${rule.items}, which the body does not have.`)
  const path = parameters.filter((parameter) => parameter.in === 'path')
  const columnOf = (name: string) => rule.columns?.[name] ?? fail(`has no column for the path parameter ${name}.`)
  if (rule.key !== undefined && !(rule.key in fields)) fail(`has the key ${rule.key}, which is not a field of the row.`)
  for (const id of [rule.update ?? [], Object.values(rule.nested ?? {})].flat()) find(id)
  const columns = [
    ...path.map(({ name, description }) => [columnOf(name), plainText(description)] as const),
    ...Object.entries(fields).map(([name, schema]) => [name, plainText(resolve(schema).description ?? '')] as const),
  ]
  const item = itemOf(document, find(rule.list)) ?? {}
  const read = Object.entries(fields).flatMap(([name, schema]) => {
    const pointer = rule.read?.[name] ?? `/${resolve(schema)['x-response-name'] ?? name}`
    if (pointInto(item, pointer, resolve) !== undefined) return [[name, pointer] as const]
    return rule.read?.[name] === undefined ? [] : fail(`reads ${pointer}, which is not in the list.`)
  })
  return {
    rows: rule.rows,
    ...(rule.type !== undefined && { type: rule.type }),
    create: operation.operationId,
    columns: Object.fromEntries(columns),
    path: Object.fromEntries(path.map(({ name }) => [name, columnOf(name)])),
    ...(rule.items !== undefined && { items: rule.items }),
    ...(rule.key !== undefined && { key: rule.key }),
    ...(rule.id !== undefined && { id: rule.id }),
    ...(rule.update !== undefined && { update: rule.update }),
    list: rule.list,
    read: Object.fromEntries(read),
    nested: rule.nested ?? {},
    except: rule.except ?? {},
    inOrder: rule.inOrder ?? false,
  }
}

/** Returns the schema of an item of a list. */
function itemOf(document: OpenApiDocument, { operation }: Endpoint): JsonSchema | undefined {
  const resolve = resolveIn(document)
  const schema = resolve(operation.responses['200'])?.content?.['application/json']?.schema
  const pointer = operation['x-pagination']?.items
  const list = schema && (pointer === undefined ? resolve(schema) : pointInto(schema, pointer, resolve))
  return resolve(list?.items)
}
