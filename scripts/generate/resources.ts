import {
  type Composition,
  type Endpoint,
  endpointsOf,
  type JsonSchema,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  pointInto,
  referenceName,
  resolveIn,
  stepsOf,
} from '../document.js'
import { joinCauses } from '../lint/expand/join-causes.js'
import { describeComposition } from './describe-composition.js'
import { describeRetries } from './describe-retries.js'
import { describeLimits, withLimits } from './limits.js'
import { callExample, compositionExample } from './samples.js'
import { capitalize, doc, indent, literal, lowerFirst, madeBy } from './source.js'

/** A resource of the client: its methods, and the resources within it. */
interface Resource {
  /** Dotted name in the client, such as `channels.members`. */
  path: string
  name: string
  className: string
  methods: Method[]
  children: Resource[]
}

interface Method {
  name: string
  /** The operation that it calls first. */
  endpoint: Endpoint
  composition?: Composition
}

const internal = doc(['@internal Use `createSceyt`.'])

/** Writes one file per resource, and their index. */
export function printResources(document: OpenApiDocument): Record<string, string> {
  const root = groupByName(endpointsOf(document))
  const files: Record<string, string> = {}
  for (const resource of root.children) files[`resources/${fileName(resource)}.ts`] = printFile(document, resource)
  files['resources/index.ts'] = `// ${madeBy}
import type { Core } from '../../src/client/core.js'
${root.children.map((child) => `import { ${child.className} } from './${fileName(child)}.js'\n`).join('')}
${root.children.map((child) => `export type * from './${fileName(child)}.js'\n`).join('')}
/** Every resource of the API. */
export class Resources {
${root.children.map((child) => `${indent(declare(child), '  ')}\n`).join('')}
  ${internal}
  constructor(core: Core) {
${root.children.map(({ name, className }) => `    this.${name} = new ${className}(core)\n`).join('')}  }
}
`
  return files
}

/** Returns the name of a file: `channel-types.ts` for `channelTypes`. */
function fileName({ name }: Resource): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function groupByName(endpoints: Endpoint[]): Resource {
  const root: Resource = { path: '', name: '', className: '', methods: [], children: [] }
  const add = (path: string, method: Omit<Method, 'name'>) => {
    const names = path.split('.')
    let resource = root
    for (const name of names.slice(0, -1)) {
      let child = resource.children.find((candidate) => candidate.name === name)
      if (!child) {
        const path = resource.path ? `${resource.path}.${name}` : name
        child = {
          path,
          name,
          className: `${path.split('.').map(capitalize).join('')}Resource`,
          methods: [],
          children: [],
        }
        resource.children.push(child)
      }
      resource = child
    }
    resource.methods.push({ name: names.at(-1) as string, ...method })
  }
  for (const endpoint of endpoints) {
    const { 'x-sdk-name': name, 'x-sdk-compose': composition } = endpoint.operation
    add(name, { endpoint })
    if (composition) add(composition.name, { endpoint, composition })
  }
  return root
}

function printFile(document: OpenApiDocument, resource: Resource): string {
  const all = (one: Resource): Resource[] => [...one.children.flatMap(all), one]
  const classes = all(resource)
  const methods = classes.flatMap(({ methods }) => methods)
  const endpoints = methods.filter(({ composition }) => !composition).map(({ endpoint }) => endpoint)
  const called = new Set(
    methods.flatMap(({ endpoint, composition }) => [
      endpoint.operation.operationId,
      ...(composition ? stepsOf(composition) : []),
    ]),
  )
  const queries = endpoints.map((endpoint) => printQuery(endpoint)).filter(Boolean)
  const body = [...queries, ...classes.map((one) => printClass(document, one))].join('\n')
  const code = body.replace(/\/\*\*.*?\*\//gs, '')
  const used = (names: Iterable<string>) => [...names].filter((name) => new RegExp(`\\b${name}\\b`).test(code)).sort()
  const imports = [
    ['../../src/client/core.js', used(['Core'])],
    ['../../src/client/request-options.js', used(['DownloadOptions', 'RequestOptions'])],
    ['../../src/operation/multipart.js', used(['Uploadable'])],
    ['../../src/client/list-promise.js', used(['ListPromise'])],
    ['../../src/client/api-promise.js', used(['ApiPromise'])],
    ['../schema.js', used(Object.keys(document.components.schemas))],
  ] as const
  const typeImports = imports.map(([from, names]) =>
    names.length > 0 ? `import type { ${names.join(', ')} } from '${from}'\n` : '',
  )
  return `// ${madeBy}
${typeImports.join('')}import { ${[...called].sort().join(', ')} } from '../operations.js'

${body}`
}

function words(path: string): string {
  return `Methods of \`sceyt.${path}\`.`
}

function declare({ path, name, className }: Resource): string {
  return `${doc([words(path)])}\nreadonly ${name}: ${className}`
}

function printClass(document: OpenApiDocument, { path, className, methods, children }: Resource): string {
  const members = [
    'readonly #core: Core',
    ...children.map(declare),
    `\n${internal}\nconstructor(core: Core) {\n  this.#core = core\n${children.map((child) => `  this.${child.name} = new ${child.className}(core)\n`).join('')}}`,
    ...methods.map(
      ({ name, endpoint, composition }) =>
        `\n${composition ? printComposedMethod(document, name, endpoint, composition) : printMethod(document, name, endpoint)}`,
    ),
  ]
  return `${doc([words(path)])}\nexport class ${className} {\n${indent(members.join('\n'), '  ')}\n}\n`
}

function queryName({ operation }: Endpoint): string {
  return `${capitalize(operation.operationId)}Query`
}

function inQuery({ parameters }: Endpoint): ParameterObject[] {
  return parameters.filter((parameter) => parameter.in === 'query')
}

function printQuery(endpoint: Endpoint): string {
  const parameters = inQuery(endpoint)
  if (parameters.length === 0) return ''
  const fields = parameters.map(
    ({ name, required, description, schema }) =>
      `${doc([withLimits(description, schema)])}\n${name}${required ? '' : '?'}: ${typeOf(schema)}${required ? '' : ' | undefined'}`,
  )
  return `${doc([`Query parameters of \`${endpoint.operation['x-sdk-name']}\`.`])}\nexport interface ${queryName(endpoint)} {\n${indent(fields.join('\n'), '  ')}\n}\n`
}

function typeOf(schema: JsonSchema): string {
  if (schema.type === 'array') return `readonly ${typeOf(schema.items ?? {})}[]`
  if (schema.type === 'integer') return 'number'
  if (schema.type === 'string') return 'string'
  throw new Error(`No parameter can be of type ${schema.type}.`)
}

function typeOfPath({ schema, 'x-sdk-address': address }: ParameterObject): string {
  return address ? `${typeOf(schema)} | ${address.schema}` : typeOf(schema)
}

function describePath({ description, schema, 'x-sdk-address': address }: ParameterObject): string {
  const text = withLimits(description, schema)
  return address
    ? `${text} Also accepts what an upload returned, or its URL if that is directly under the base URL; any other URL is rejected.`
    : text
}

/** Lists the parameters of a query with the limits of each: `` `limit` (1 to 50) ``. */
function describeQuery(endpoint: Endpoint): string {
  const { defaultLimit } = endpoint.operation['x-pagination'] ?? {}
  const texts = inQuery(endpoint).map(({ name, required, schema }) => {
    const limits = lowerFirst(describeLimits(schema).replace(/\.$/, ''))
    const byDefault = name === 'limit' && defaultLimit !== undefined && `by default ${defaultLimit}`
    const notes = [required && 'required', limits, byDefault].filter(Boolean)
    return `\`${name}\`${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
  })
  return `${texts.join(', ')}.`
}

function describeRequired({ required = [] }: JsonSchema): string {
  return required.length > 0
    ? `Required: ${required.map((name) => `\`${name}\``).join(', ')}.`
    : 'All fields are optional.'
}

const options = '`signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`'
const throws = {
  input: '@throws InputError if an argument cannot be sent. No request is made then.',
  api: '@throws ApiError if the server returns any other error.',
  other: '@throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.',
}

function example(code: string): string[] {
  return ['@example', '```ts', code, '```']
}

function printMethod(document: OpenApiDocument, name: string, endpoint: Endpoint): string {
  const { path, method, operation, parameters } = endpoint
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const query = inQuery(endpoint)
  const queryRequired = query.some((parameter) => parameter.required)
  const body = describeBody(document, endpoint)
  const result = describeResult(document, endpoint)

  const signature = [
    ...inPath.map((parameter) => `${parameter.name}: ${typeOfPath(parameter)}`),
    ...(body ? [`${body.name}: ${body.type}`] : []),
    ...(query.length > 0 ? [`query${queryRequired ? '' : '?'}: ${queryName(endpoint)}`] : []),
  ]
  const input = [
    inPath.length > 0 ? `path: { ${inPath.map((parameter) => parameter.name).join(', ')} }` : 'path: undefined',
    query.length > 0 ? 'query' : 'query: undefined',
    body ? (body.form ? `body: { ${body.form}: ${body.name} }, argument: '${body.name}'` : 'body') : 'body: undefined',
  ]
  // Each field is given, so that none is read from a polluted `Object.prototype`.
  const call = `return this.#core.${result.list ? 'list' : 'call'}(${operation.operationId}, { ${input.join(', ')} }, options)`
  const comment = doc([
    operation.description.trim(),
    '',
    `Operation \`${operation.operationId}\`: \`${method.toUpperCase()} ${path}\`. ${describeRetries(endpoint)}`,
    '',
    ...inPath.map((parameter) => `@param ${parameter.name} - ${describePath(parameter)}`),
    ...(body ? [`@param ${body.name} - ${body.description}`] : []),
    ...(query.length > 0 ? [`@param query - ${describeQuery(endpoint)}`] : []),
    `@param options - ${options}${result.file ? ', and `as` for a stream' : ''}.`,
    `@returns ${result.description}`,
    throws.input,
    ...describeErrors(document, endpoint),
    throws.api,
    throws.other,
    ...experimental(document, endpoint),
    ...example(callExample(document, endpoint)),
  ])
  const declare = (options: string, returns: string) => `${name}(${[...signature, options].join(', ')}): ${returns}`
  if (!result.file) return `${comment}\n${declare('options?: RequestOptions', result.type)} {\n  ${call}\n}`
  return `${comment}
${declare("options: DownloadOptions & { as: 'stream' }", 'ApiPromise<ReadableStream<Uint8Array>>')}
${declare("options?: RequestOptions & { as?: 'blob' | undefined }", 'ApiPromise<Blob>')}
${declare('options?: DownloadOptions', 'ApiPromise<Blob | ReadableStream<Uint8Array>>')} {
  ${call}
}`
}

function printComposedMethod(
  document: OpenApiDocument,
  name: string,
  endpoint: Endpoint,
  composition: Composition,
): string {
  const { operation } = endpoint
  const { argument, otherwise } = composition
  const endpoints = endpointsOf(document)
  const steps = stepsOf(composition).map(
    (id) => endpoints.find(({ operation }) => operation.operationId === id) as Endpoint,
  )
  const operations = [endpoint, ...steps].map(({ operation }) => operation)
  const body = describeBody(document, endpoint)
  const given = argument && 'by' in otherwise ? describeArgument(document, endpoint, argument, otherwise.by) : body
  if (!given) throw new Error(`${operation.operationId}: a composed method needs a body.`)
  const [created, ...others] = [endpoint, ...steps.slice(0, 1)].map((step) => describeResult(document, step))
  const found = 'update' in otherwise ? lowerFirst(others[0]?.description ?? '') : 'the one that exists.'
  const { name: path, summary: _summary, description, otherwise: _otherwise, ...rest } = composition
  const fields = [
    `name: ${literal(path)}`,
    `create: ${operation.operationId}`,
    ...Object.entries({ ...rest, ...otherwise }).map(([key, value]) => {
      const isStep = key === 'update' || key === 'find' || key === 'match'
      return `${key}: ${isStep ? value : literal(value)}`
    }),
  ]
  const comment = doc([
    description.trim(),
    '',
    ...describeComposition(operation.operationId, composition),
    '',
    `@param ${given.name} - ${given.description}`,
    `@param options - ${options}. The signal and \`totalTimeout\` apply to all requests together, the others to each.`,
    `@returns ${created?.description.replace(/\.$/, '')}, or ${found} \`withResponse()\` has the response of the last request and its attempts; \`duration\` covers all requests.`,
    throws.input,
    `@throws ApiError if the server returns any other error${'find' in otherwise ? ', or if the existing one is not found' : ''}.`,
    throws.other,
    ...operations.flatMap(undocumented),
    ...example(compositionExample(document, endpoint, composition)),
  ])
  const call = `return this.#core.compose({ ${fields.join(', ')} }, ${given.name}, options)`
  return `${comment}\n${name}(${given.name}: ${given.type}, options?: RequestOptions): ${created?.type} {\n  ${call}\n}`
}

/**
 * Describes the argument of a composed method: the whole body, or one of its fields, a list whose items are names or objects
 * with that name.
 */
function describeArgument(
  document: OpenApiDocument,
  { operation }: Endpoint,
  argument: string,
  by: string,
): { name: string; type: string; description: string } {
  const [content] = Object.values(operation.requestBody?.content ?? {})
  const schema = resolveIn(document)(content?.schema)?.properties?.[argument]
  const item = `string | Pick<${referenceName(schema?.items)}, ${literal(by)}>`
  const { minItems, maxItems } = schema ?? {}
  const type =
    minItems !== undefined && minItems === maxItems
      ? `readonly [${Array(minItems).fill(item).join(', ')}]`
      : `readonly (${item})[]`
  return {
    name: argument,
    type,
    description: `${schema?.description?.trim()} Each is a \`${by}\`, or an object with one.`,
  }
}

/** The classes of the statuses that depend on what a call does. Imported, they would need what is generated here. */
export const errorClasses: Readonly<Record<string, string>> = {
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  422: 'UnprocessableEntityError',
}

/** Rules of errors that calls have regardless of what they do. */
const generalRules = ['every call', 'query', 'body', 'application/json', 'multipart/form-data', 'path integer']

/** Lists the errors that a call has because of what it does, by class. */
function describeErrors(document: OpenApiDocument, { operation }: Endpoint): string[] {
  const resolve = resolveIn(document)
  return Object.entries(operation['x-errors'] ?? {}).flatMap(([status, names]) => {
    const { examples = {} } = resolve(operation.responses[status])?.content?.['application/json'] ?? {}
    const own = [names].flat().filter((name) => {
      const { appliesTo = [] } = document['x-error-messages'][name] ?? {}
      return !appliesTo.some((rule) => generalRules.includes(rule))
    })
    return own.length > 0
      ? [
          `@throws ${errorClasses[status]} (${status}) ${joinCauses(own.flatMap((name) => examples[name]?.summary ?? []))}`,
        ]
      : []
  })
}

/** Marks a call that Sceyt does not document. */
function undocumented({ 'x-uncertain': words }: OperationObject): string[] {
  return words ? [`@experimental Sceyt does not document this call. ${words.trim()}`] : []
}

/** Marks calls and fields that Sceyt does not document. */
function experimental(document: OpenApiDocument, { operation }: Endpoint): string[] {
  if (operation['x-uncertain']) return undocumented(operation)
  const contents = [operation.requestBody?.content, resolveIn(document)(operation.responses['200'])?.content]
  const names = contents.flatMap((content) => referenceName(content?.['application/json']?.schema) ?? [])
  const inferred = names.filter((name) => document.components.schemas[name]?.['x-provenance'] === 'inferred')
  return inferred.length > 0
    ? [
        `@experimental Sceyt does not document the fields of ${inferred.map((name) => `\`${name}\``).join(' and ')}; they may differ.`,
      ]
    : []
}

function describeBody(
  document: OpenApiDocument,
  { operation }: Endpoint,
): { name: string; type: string; description: string; form?: string } | undefined {
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  if (!content) return undefined
  const schema = resolveIn(document)(content.schema)
  const [field, ...others] = Object.keys(schema.properties ?? {})
  if (media === 'multipart/form-data') {
    if (!field || others.length > 0) throw new Error(`${operation.operationId}: a form must have exactly one field.`)
    return {
      name: 'file',
      type: 'Uploadable',
      description: 'A `Blob`, a `File`, or the result of `fromPath` or `fromStream` of `sceyt-platform/node`.',
      form: field,
    }
  }
  return {
    name: 'body',
    type: referenceName(content.schema) as string,
    description: `${operation.requestBody?.description}. ${describeRequired(schema)}`,
  }
}

function describeResult(
  document: OpenApiDocument,
  { operation }: Endpoint,
): { type: string; description: string; list?: true; file?: true } {
  const resolve = resolveIn(document)
  const response = resolve(operation.responses['200'])
  if (!response?.content) return { type: 'ApiPromise<void>', description: 'Nothing.' }
  const schema = response.content['application/json']?.schema
  if (!schema)
    return {
      type: 'ApiPromise<Blob>',
      description:
        "The content, as a `Blob`, or as a stream with `as: 'stream'`. `cancel()` a stream that you do not read to its end: that closes its connection at once.",
      file: true,
    }
  const type = referenceName(schema) as string
  const paging = operation['x-pagination']
  if (!paging) return { type: `ApiPromise<${type}>`, description: `${response.description}.` }
  const item = referenceName(pointInto(schema, paging.items, resolve)?.items)
  return {
    type: `ListPromise<${type}, ${item}>`,
    description:
      'A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.',
    list: true,
  }
}

/** Writes the names of the schemas, for the package to export. */
export function printTypes(document: OpenApiDocument): string {
  const names = Object.keys(document.components.schemas).sort()
  return `// ${madeBy}\nexport type {\n${names.map((name) => `  ${name},\n`).join('')}} from './schema.js'\n`
}
