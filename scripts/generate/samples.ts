import { shellQuote } from '../../src/cli/shell-quote.js'
import { encode, encodePath, encodeQuery } from '../../src/operation/encode-url.js'
import {
  type CodeSample,
  type Composition,
  type Endpoint,
  endpointsOf,
  type JsonSchema,
  type MediaType,
  type OpenApiDocument,
  type ParameterObject,
  pointInto,
  referenceName,
  resolveIn,
} from '../document.js'
import { shortestInput } from './shortest-input.js'
import { indent, literal, lowerFirst } from './source.js'

/** The values of one named example of an operation. */
export interface ExampleInput {
  path: Record<string, unknown>
  query: Record<string, unknown>
  body?: unknown
  media?: string
}

/** Lists the named examples of an operation's input. A part without an example of that name gets its first one. */
export function exampleInputs(
  document: OpenApiDocument,
  { operation, parameters }: Endpoint,
): Record<string, ExampleInput> {
  const resolve = resolveIn(document)
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const named = [...parameters.map(({ examples }) => examples), content?.examples].flatMap((examples) =>
    Object.keys(examples ?? {}),
  )
  const pick = ({ examples = {}, example }: Pick<ParameterObject, 'examples' | 'example'>, name: string) => {
    const chosen = examples[name] ?? Object.values(examples)[0]
    return chosen === undefined ? example : resolve(chosen).value
  }
  const inputs: Record<string, ExampleInput> = {}
  for (const name of new Set(['plain', ...named])) {
    const values = (place: string) =>
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === place)
          .map((parameter) => [parameter.name, pick(parameter, name)]),
      )
    inputs[name] = {
      path: values('path'),
      query: values('query'),
      ...(content && media && { body: pick(content as MediaType, name), media }),
    }
  }
  return inputs
}

/**
 * Prints code samples of a call in each language: the shortest call that works, and under a label of its own the whole plain example,
 * if that has more values.
 */
export function codeSamples(document: OpenApiDocument, endpoint: Endpoint): CodeSample[] {
  const full = exampleInputs(document, endpoint)['plain'] as ExampleInput
  const shortest = shortestInput(document, endpoint, full)
  const print = (input: ExampleInput, suffix = ''): CodeSample[] => [
    { lang: 'TypeScript', label: `TypeScript${suffix}`, source: typescriptSample(document, endpoint, input) },
    { lang: 'Shell', label: `curl${suffix}`, source: curlSample(document, endpoint, input) },
  ]
  const isFull = JSON.stringify(shortest) === JSON.stringify(full)
  return [...print(shortest), ...(isFull ? [] : print(full, fullSuffix))]
}

/** Ends the label of a sample that has optional values. */
export const fullSuffix = ' (full)'

function typescriptSample(document: OpenApiDocument, endpoint: Endpoint, input: ExampleInput): string {
  const call = callExample(document, endpoint, input)
  const [, result] = /^const (\w+) = /.exec(call) ?? []
  const lines = [
    `import { createSceyt${call.includes('where(') ? ', where' : ''} } from 'sceyt-platform'`,
    '',
    'const sceyt = createSceyt() // reads SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY',
    call,
    ...(result ? [`console.log(${result})`] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Prints a call with the client as `sceyt`, by default with the values of the plain example. */
export function callExample(
  document: OpenApiDocument,
  endpoint: Endpoint,
  { path, query, body, media } = exampleInputs(document, endpoint)['plain'] as ExampleInput,
): string {
  const { operation } = endpoint
  const paging = operation['x-pagination']
  const file = media === 'multipart/form-data' ? Object.entries(body as Record<string, string>)[0] : undefined
  const content = file
    ? [`new File([${literal(file[1])}], 'hello.txt', { type: 'text/plain' })`]
    : body === undefined
      ? []
      : [shortLiteral(body)]
  const queries =
    Object.keys(query).length > 0 ? [queryLiteral(endpoint, paging ? listQuery(endpoint, query) : query)] : []
  const parameters = [...Object.values(path).map((value) => literal(value)), ...content, ...queries]
  const call = `sceyt.${operation['x-sdk-name']}(${parameters.join(', ')})`
  if (paging) {
    const { name, field } = itemOf(document, endpoint, paging.items)
    const [head, print] = [`for await (const ${name} of ${call})`, `console.log(${name}.${field})`]
    return head.length + print.length < longestLine ? `${head} ${print}` : `${head} {\n${indent(print, '  ')}\n}`
  }
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2'))
  return success === '204' ? `await ${call}` : `const ${resultName(document, endpoint)} = await ${call}`
}

/** Returns the query that reads a whole list: the largest pages, from the start. */
function listQuery(
  { parameters }: Endpoint,
  { offset: _, ...query }: Record<string, unknown>,
): Record<string, unknown> {
  const { maximum } = parameters.find(({ name }) => name === 'limit')?.schema ?? {}
  return { ...query, ...(maximum !== undefined && { limit: maximum }) }
}

/** Returns a name for an item of a list, and a field that every item has. */
function itemOf(document: OpenApiDocument, { operation }: Endpoint, pointer: string): { name: string; field: string } {
  const resolve = resolveIn(document)
  const schema = resolve(operation.responses['200'])?.content?.['application/json']?.schema as JsonSchema
  const items = pointInto(schema, pointer, resolve)?.items
  const [field] = resolve(items)?.required ?? []
  const name = referenceName(items)
  if (!name || !field)
    throw new Error(`${operation.operationId}: the items of a list must have a name and a required field.`)
  return { name: lowerFirst(name), field }
}

/** Lengths of lines in examples, which hovers show without a scroll bar. */
const longestLine = 100
const shortestSpread = 60

function shortLiteral(value: unknown): string {
  const line = literal(value)
  return line.length > shortestSpread ? literal(value, true) : line
}

/** Prints a call of a composed method, with the values of the plain example of its create. */
export function compositionExample(
  document: OpenApiDocument,
  endpoint: Endpoint,
  { name, argument, otherwise }: Composition,
): string {
  const body = exampleInputs(document, endpoint)['plain']?.body as Record<string, unknown>
  const value =
    argument && 'by' in otherwise
      ? (body[argument] as Record<string, unknown>[]).map((item) => item[otherwise.by])
      : body
  return `const ${resultName(document, endpoint)} = await sceyt.${name}(${shortLiteral(value)})`
}

/** Writes a query, with filter conditions as the client builds them. */
function queryLiteral({ parameters }: Endpoint, query: Record<string, unknown>): string {
  const fields = parameters
    .filter(({ name }) => query[name] !== undefined)
    .map(({ name, schema }) => {
      const value = query[name]
      if (!schema.items?.['x-filter'] || !Array.isArray(value)) return `${name}: ${literal(value)}`
      const conditions = value.map((condition: string) => {
        const [field, operator, ...rest] = condition.split(':')
        return `where(${[field, operator, rest.join(':')].map((part) => literal(part)).join(', ')})`
      })
      return conditions.length > 1
        ? `${name}: [\n${conditions.map((condition) => `    ${condition},\n`).join('')}  ]`
        : `${name}: [${conditions}]`
    })
  return fields.some((field) => field.includes('\n'))
    ? `{\n${fields.map((field) => `  ${field},\n`).join('')}}`
    : `{ ${fields.join(', ')} }`
}

/** Returns a name for the result: that of its schema, such as `user`. */
function resultName(document: OpenApiDocument, { operation }: Endpoint): string {
  const [media, content] = Object.entries(resolveIn(document)(operation.responses['200'])?.content ?? {})[0] ?? []
  const schema = content?.schema.$ref?.split('/').at(-1)
  if (media !== 'application/json' || !schema) return 'file'
  return /Array$/.test(schema) ? `${schema.replace(/Array$/, '').toLowerCase()}s` : lowerFirst(schema)
}

function curlSample(
  document: OpenApiDocument,
  { path: template, method, operation }: Endpoint,
  { path, query, body, media }: ExampleInput,
): string {
  const [server] = document.servers
  const scheme = Object.values(document.components.securitySchemes)[0]
  const base = server?.url.replace('{apiUrl}', '$SCEYT_API_URL').replace('{appId}', '$SCEYT_APP_ID')
  const search = encodeQuery(query)
  const parts = [
    `curl -X ${method.toUpperCase()} "${base}${encodePath(template, path)}${search && `?${search}`}"`,
    `-H "${scheme?.name}: $SCEYT_API_KEY"`,
  ]
  if (media === 'application/json')
    parts.push(`-H 'Content-Type: application/json'`, `-d ${shellQuote(JSON.stringify(body, null, 2))}`)
  if (media === 'multipart/form-data')
    parts.push(...Object.keys(body as object).map((field) => `-F '${field}=@hello.txt;type=text/plain'`))
  if (operation.responses['200'] && !resolveIn(document)(operation.responses['200']).content?.['application/json'])
    parts.push(`-o ${encode(String(Object.values(path).at(-1)))}`)
  return `${parts.join(' \\\n  ')}\n`
}

/** Returns every sample of a bundled document in one language, by operationId: of the shortest calls, or of the full ones. */
export function samplesOf(document: OpenApiDocument, label: string, kind: 'shortest' | 'full'): Record<string, string> {
  const suffix = kind === 'full' ? fullSuffix : ''
  return Object.fromEntries(
    endpointsOf(document).flatMap(({ operation }) => {
      const sample = operation['x-codeSamples']?.find((sample) => sample.label === label + suffix)
      return sample ? [[operation.operationId, sample.source]] : []
    }),
  )
}
