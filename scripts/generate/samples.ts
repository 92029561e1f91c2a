import { encode, encodePath, encodeQuery } from '../../src/operation/encode-url.js'
import {
  type CodeSample,
  type Composition,
  type Endpoint,
  endpointsOf,
  type MediaType,
  type OpenApiDocument,
  type ParameterObject,
  resolveIn,
} from '../document.js'
import { literal } from './source.js'

/** The values of one named example of an operation. */
export interface ExampleInput {
  path: Record<string, unknown>
  query: Record<string, unknown>
  body?: unknown
  media?: string
}

/** Every named example of an operation's input. Where a part has no example of that name, its first one serves. */
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

/** How to make a call, in each language, with the values of its plain example. */
export function codeSamples(document: OpenApiDocument, endpoint: Endpoint): CodeSample[] {
  const input = exampleInputs(document, endpoint)['plain'] as ExampleInput
  return [
    { lang: 'TypeScript', label: 'TypeScript', source: typescriptSample(document, endpoint, input) },
    { lang: 'Shell', label: 'curl', source: curlSample(document, endpoint, input) },
  ]
}

function typescriptSample(
  document: OpenApiDocument,
  endpoint: Endpoint,
  { path, query, body, media }: ExampleInput,
): string {
  const { operation } = endpoint
  const file = media === 'multipart/form-data' ? Object.entries(body as Record<string, string>)[0] : undefined
  const content = file
    ? [`new File([${literal(file[1])}], 'hello.txt', { type: 'text/plain' })`]
    : body === undefined
      ? []
      : [literal(body, true)]
  const queries = Object.keys(query).length > 0 ? [queryLiteral(endpoint, query)] : []
  const call = `sceyt.${operation['x-sdk-name']}(${[...Object.values(path).map((value) => literal(value)), ...content, ...queries].join(', ')})`
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2'))
  const lines = [
    importLine(queries),
    '',
    'const sceyt = createSceyt() // reads SCEYT_API_URL, SCEYT_APP_ID and SCEYT_API_KEY',
  ]
  if (operation['x-pagination']) lines.push(`for await (const item of ${call}) {`, '  console.log(item)', '}')
  else if (success === '204') lines.push(`await ${call}`)
  else
    lines.push(
      `const ${resultName(document, endpoint)} = await ${call}`,
      `console.log(${resultName(document, endpoint)})`,
    )
  return `${lines.join('\n')}\n`
}

/** How to call a composed method, with the values of the plain example of its create. */
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
  return `const ${resultName(document, endpoint)} = await sceyt.${name}(${literal(value)})`
}

function importLine(queries: string[]): string {
  return `import { createSceyt${queries.some((query) => query.includes('where(')) ? ', where' : ''} } from 'sceyt-platform'`
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
      return `${name}: [\n${conditions.map((condition) => `    ${condition},\n`).join('')}  ]`
    })
  return fields.some((field) => field.includes('\n'))
    ? `{\n${fields.map((field) => `  ${field},\n`).join('')}}`
    : `{ ${fields.join(', ')} }`
}

/** A name for the result: that of its schema, such as `user`. */
function resultName(document: OpenApiDocument, { operation }: Endpoint): string {
  const [media, content] = Object.entries(resolveIn(document)(operation.responses['200'])?.content ?? {})[0] ?? []
  const schema = content?.schema.$ref?.split('/').at(-1)
  if (media !== 'application/json' || !schema) return 'file'
  return /Array$/.test(schema)
    ? `${schema.replace(/Array$/, '').toLowerCase()}s`
    : schema.charAt(0).toLowerCase() + schema.slice(1)
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

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** How to call each composed method of a document, by its name. */
export function compositionExamples(document: OpenApiDocument): Record<string, string> {
  return Object.fromEntries(
    endpointsOf(document).flatMap((endpoint) => {
      const composition = endpoint.operation['x-sdk-compose']
      return composition ? [[composition.name, compositionExample(document, endpoint, composition)]] : []
    }),
  )
}

/** Every sample of a bundled document in one language, by operationId. */
export function samplesOf(document: OpenApiDocument, lang: string): Record<string, string> {
  return Object.fromEntries(
    endpointsOf(document).map(({ operation }) => [
      operation.operationId,
      operation['x-codeSamples']?.find((sample) => sample.lang === lang)?.source ?? '',
    ]),
  )
}
