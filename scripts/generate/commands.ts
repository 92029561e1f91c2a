import { kebabOf } from '../../src/cli/kebab-of.js'
import { shellWord } from '../../src/cli/shell-quote.js'
import { encode } from '../../src/operation/encode-url.js'
import {
  type Composition,
  type Endpoint,
  endpointsOf,
  type JsonSchema,
  type OpenApiDocument,
  pointInto,
  resolveIn,
} from '../document.js'
import { withLimits } from './limits.js'
import { plainText } from './plain-text.js'
import { type ExampleInput, exampleInputs } from './samples.js'
import { shortestInput } from './shortest-input.js'
import { literal, madeBy } from './source.js'

/** Writes the texts of the commands: one for each operation, and one for each composed method. */
export function printCommands(document: OpenApiDocument): string {
  const commands = endpointsOf(document).flatMap((endpoint) => {
    const { 'x-sdk-name': name, summary, description, 'x-sdk-compose': composed } = endpoint.operation
    const command = textOf(document, endpoint, name, summary, description)
    return composed
      ? [command, textOf(document, endpoint, composed.name, composed.summary, composed.description, composed)]
      : [command]
  })
  return `// ${madeBy}
import type { CommandText } from '../src/operation/command-text.js'

/** The commands of the command line, in the order of the document. */
export const commands: readonly CommandText[] = [
${commands.map((command) => `${literal(command, true)},\n`).join('')}]

/** Description of each resource. */
export const resourceTexts: Readonly<Record<string, string>> = ${literal(resourceTexts(document), true)}
`
}

function textOf(
  document: OpenApiDocument,
  endpoint: Endpoint,
  name: string,
  summary: string,
  description: string,
  composition?: Composition,
): object {
  const { operation, parameters } = endpoint
  const describe = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, description, schema }) => [name, describeValue(description, schema)]),
    )
  const resolve = resolveIn(document)
  const { argument } = composition ?? {}
  const fields = Object.entries(resolve(contentOf(endpoint)?.schema)?.properties ?? {})
  const input = shortestInput(document, endpoint, exampleInputs(document, endpoint)['plain'] as ExampleInput)
  return {
    name,
    operation: operation.operationId,
    summary,
    description: plainText(description),
    path: describe('path'),
    query: describe('query'),
    body: Object.fromEntries(
      fields
        .filter(([field]) => argument === undefined || field === argument)
        .map(([field, schema]) => [field, describeValue(resolve(schema).description ?? '', schema)]),
    ),
    argument,
    example: exampleOf(document, endpoint, input),
    ...fieldsOf(document, endpoint),
  }
}

function contentOf({ operation }: Endpoint) {
  return Object.values(operation.requestBody?.content ?? {})[0]
}

function describeValue(description: string, schema: JsonSchema): string {
  const { fields } = schema.items?.['x-filter'] ?? {}
  const [field, { suggestions: [value] = [] } = {}] = Object.entries(fields ?? {})[0] ?? []
  // The limits of a filter are those of the function that builds its conditions.
  return plainText(
    field ? `${description.trim()}\n\nFor example ${field}:eq:${value}.` : withLimits(description, schema),
  )
}

/** Writes the words of a call: path parameters, then flags. */
function exampleOf(document: OpenApiDocument, endpoint: Endpoint, { path, query, body, media }: ExampleInput): string {
  const positional = Object.values(path).map((value) => shellWord(String(value)))
  if (media === 'multipart/form-data') return [...positional, 'hello.txt'].join(' ')
  const { properties = {} } = resolveIn(document)(contentOf(endpoint)?.schema) ?? {}
  const flags = Object.entries({ ...query, ...(body as object | undefined) }).flatMap(([name, value]) => {
    const item = resolveIn(document)(properties[name]?.items)
    return [value].flat().map((one) => `--${kebabOf(name)} ${shellWord(wordOf(one, item))}`)
  })
  const isFile = endpoint.operation.responses['200']?.content?.['application/json'] === undefined
  const file = isFile && endpoint.method === 'get' ? [`--out ${encode(String(Object.values(path).at(-1)))}`] : []
  return [...positional, ...flags, ...file].join(' ')
}

/** Writes a value as the text of a flag: an object with nothing but its only required field as the value of that field. */
function wordOf(value: unknown, schema: JsonSchema | undefined): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const [field] = schema?.required ?? []
  const isShort = schema?.required?.length === 1 && Object.keys(value).join() === field
  return isShort ? String((value as Record<string, unknown>)[field as string]) : JSON.stringify(value)
}

/** Lists the fields of a result, or of an item of its list, with those of an object in it; and those that a table shows first. */
function fieldsOf(document: OpenApiDocument, { operation }: Endpoint): { fields: string[]; columns: string[] } {
  const resolve = resolveIn(document)
  const schema = resolve(operation.responses['200'])?.content?.['application/json']?.schema
  const pointer = operation['x-pagination']?.items
  const result = schema && (pointer === undefined ? resolve(schema) : pointInto(schema, pointer, resolve))
  const item = resolve(result?.items) ?? result
  const fields = Object.entries(item?.properties ?? {}).flatMap(([name, property]) => {
    const nested = Object.keys(resolve(property).properties ?? {}).map((field) => `${name}.${field}`)
    return [name, ...nested]
  })
  const columns = item?.['x-columns'] ?? []
  const unknown = columns.find((name) => !fields.includes(name))
  if (unknown !== undefined)
    throw new Error(`${operation.operationId}: x-columns names ${unknown}, which is no field of the result.`)
  return { fields, columns }
}

function resourceTexts(document: OpenApiDocument): Record<string, string> {
  const texts = endpointsOf(document).map(({ operation }) => {
    const tag = document.tags.find(({ name }) => name === operation.tags[0])
    return [
      operation['x-sdk-name'].split('.').slice(0, -1).join('.'),
      plainText(tag?.description ?? '').replace(/(?<=\.) .*/s, ''),
    ] as const
  })
  return Object.fromEntries(texts)
}
