import {
  type Endpoint,
  endpointsOf,
  type FilterGrammar,
  type JsonSchema,
  type OpenApiDocument,
  type ParameterObject,
  referenceName,
  resolveIn,
} from '../document.js'
import { indent, literal, madeBy } from './source.js'

/** Writes the operations table, which the client uses at run time. */
export function printOperations(document: OpenApiDocument): string {
  const endpoints = endpointsOf(document)
  const shapes = new Shapes(document)
  // Without the annotation, a bundle would contain every operation, whatever it imports.
  const entries = endpoints.map(
    (endpoint) =>
      `export const ${endpoint.operation.operationId}: Operation = /* @__PURE__ */ withoutPrototypes(${describe(document, endpoint, shapes)})\n`,
  )
  const [server] = document.servers
  const [scheme] = Object.values(document.components.securitySchemes)
  const ids = endpoints.map(({ operation }) => operation.operationId)
  return `// ${madeBy}
import type { Operation } from '../src/operation/operation.js'
import { withoutPrototypes } from '../src/common/without-prototypes.js'
import type { Shape } from '../src/operation/shape.js'

/** Version of the document, and of the package. */
export const version = ${literal(document.info.version)}

/** Base URL of the API. */
export const serverUrl = ${literal(server?.url)}

/** Header that carries the API key. */
export const apiKeyHeader = ${literal(scheme?.name)}

/** Encoding of creation times in ids: Unix milliseconds since the epoch, shifted by some bits. */
export const snowflake = ${literal(document['x-snowflake'])} as const

/** The numbers that stand for kinds of channels. */
export const channelTypeNumbers = ${literal(document.components.schemas['Channel']?.properties?.['type']?.['x-enum-varnames'])} as const

/** The grammar of filter conditions. Every field accepts any text; the words listed are suggestions. */
export const filterGrammar = ${printFilter(endpoints)} as const

${shapes.print()}
${entries.join('\n')}
export const operations: readonly Operation[] = [\n${ids.map((id) => `  ${id},\n`).join('')}]
`
}

function describe(
  document: OpenApiDocument,
  { path, method, operation, parameters }: Endpoint,
  shapes: Shapes,
): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const required = inQuery.filter((parameter) => parameter.required).map(({ name }) => name)
  const paging = operation['x-pagination']
  const fields = [
    `id: ${literal(operation.operationId)}`,
    `name: ${literal(operation['x-sdk-name'])}`,
    `method: ${literal(method.toUpperCase())}`,
    `path: ${literal(path)}`,
    `idempotent: ${operation['x-idempotent']}`,
    `pathParameters: {${inPath.map((parameter) => ` ${parameter.name}: ${shapes.ofParameter(parameter)}`).join(',')}${inPath.length > 0 ? ' ' : ''}}`,
    inQuery.length > 0 &&
      `query: { type: 'object', ${required.length > 0 ? `required: ${literal(required)}, ` : ''}properties: { ${inQuery.map(({ name, schema }) => `${name}: ${shapes.of(schema)}`).join(', ')} } }`,
    content &&
      `body: { media: ${media === 'multipart/form-data' ? "'form'" : "'json'"}, shape: ${shapes.of(content.schema)} }`,
    `result: ${literal(resultOf(document, operation.responses['200']))}`,
    paging && `pagination: ${literal({ items: paging.items, next: paging.next })}`,
  ]
  return `{\n${indent(fields.filter(Boolean).join(',\n'), '  ')},\n}`
}

function resultOf(document: OpenApiDocument, response: Endpoint['operation']['responses'][string] | undefined): string {
  const resolve = resolveIn(document)
  const content = resolve(response)?.content
  if (!content) return 'none'
  const schema = content['application/json']?.schema
  if (!schema) return 'file'
  const { type } = resolve(schema)
  if (type !== 'object' && type !== 'array')
    throw new Error(`A JSON response must be an object or an array, not ${type}.`)
  return type
}

/** Converts schemas to shapes. Each named schema is written once and then referenced. */
class Shapes {
  readonly #document: OpenApiDocument
  readonly #named = new Map<string, string>()

  constructor(document: OpenApiDocument) {
    this.#document = document
  }

  of(schema: JsonSchema): string {
    const name = referenceName(schema)
    if (!name) return this.#write(schema)
    const constant = `shapeOf${name}`
    if (!this.#named.has(constant)) this.#named.set(constant, this.#write(resolveIn(this.#document)(schema)))
    return constant
  }

  ofParameter({ schema, 'x-sdk-address': address }: ParameterObject): string {
    const shape = this.of(schema)
    return address ? shape.replace(/ }$/, `, address: ${literal(address.property)} }`) : shape
  }

  // A shape is finished only after those that it refers to, so this order defines before it uses.
  print(): string {
    return [...this.#named].map(([constant, shape]) => `const ${constant}: Shape = ${shape}\n`).join('\n')
  }

  #write(schema: JsonSchema): string {
    const { type, format, required, properties, items } = schema
    if (Array.isArray(type))
      return `{ type: 'union', anyOf: [${type.map((one) => this.#write({ ...narrow(schema, one), type: one })).join(', ')}] }`
    const limits = (['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const).filter(
      (limit) => schema[limit] !== undefined,
    )
    const fields = [
      `type: ${literal(format === 'binary' ? 'file' : type)}`,
      ...limits.map((limit) => `${limit}: ${schema[limit]}`),
      schema['x-filter'] ? 'filter: true' : schema.pattern && `pattern: ${literal(schema.pattern)}`,
      schema.pattern && schema['x-pattern-words'] && `words: ${literal(schema['x-pattern-words'])}`,
      required && `required: ${literal(required)}`,
      properties && schema.additionalProperties === true && 'open: true',
      properties &&
        `properties: {\n${Object.entries(properties)
          .map(([name, property]) => `    ${name}: ${this.of(property)},\n`)
          .join('')}  }`,
      // Some arrays leave their items open.
      items && (items.$ref ?? items.type) && `items: ${this.of(items)}`,
    ].filter(Boolean)
    return properties ? `{\n${fields.map((field) => `  ${field},\n`).join('')}}` : `{ ${fields.join(', ')} }`
  }
}

const keywords: Record<string, readonly (keyof JsonSchema)[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'x-pattern-words'],
  integer: ['minimum', 'maximum'],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required'],
}

/** Returns the keywords of a schema of several types that apply to one of them. */
function narrow(schema: JsonSchema, type: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => keywords[type]?.some((own) => own === keyword)),
  )
}

function printFilter(endpoints: Endpoint[]): string {
  const grammars = new Set(
    endpoints.flatMap(({ parameters }) => parameters.flatMap(({ schema }) => schema.items?.['x-filter'] ?? [])),
  )
  const [grammar] = grammars as Set<FilterGrammar>
  if (!grammar || grammars.size > 1) throw new Error('The document must have exactly one filter grammar.')
  return literal(
    {
      fields: Object.fromEntries(
        Object.entries(grammar.fields).map(([name, field]) => [name, field.suggestions ?? []]),
      ),
      operators: Object.keys(grammar.operators),
      separator: grammar.separator,
      otherSeparators: grammar.otherSeparators ?? [],
    },
    true,
  )
}
