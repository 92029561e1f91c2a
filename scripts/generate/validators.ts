import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import standalone from 'ajv/dist/standalone/index.js'
import { transform } from 'esbuild'
import {
  type Endpoint,
  endpointsOf,
  type JsonSchema,
  type OpenApiDocument,
  referenceName,
  resolveIn,
} from '../document.js'
import { madeBy } from './source.js'

/** Errors that are kept of one value. */
const maxErrors = 100
/** Errors after which the rest of a list or an object is not validated. */
const maxCounted = 1000
const seedFile = new URL('../../openapi/sandbox/seed.schema.json', import.meta.url)
// These validate nothing, and would only make the code larger.
const prose = new Set([
  'description',
  'examples',
  'x-provenance',
  'x-provenance-note',
  'x-observed-in',
  'x-columns',
  'x-pattern-words',
  'x-error-reasons',
  'x-extensible-enum',
  'x-enum-varnames',
  'x-filter',
  '$schema',
])

interface SeedSchema extends JsonSchema {
  'x-fields-of': string
  'x-without'?: string[]
}

/** The types of `validators.js`. */
export const validatorTypes = `// ${madeBy}
import type { operations } from './schema.js'

/** One way in which a value differs from its schema. */
export interface SchemaError {
  /** JSON pointer to the value. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

/** The first differences between a value and its schema. */
export interface SchemaErrors {
  readonly listed: readonly SchemaError[]
  /** Number of differences: of all, if there are fewer than 1,000. */
  readonly length: number
}

/** Returns whether a value matches a schema. If not, \`errors\` has the reasons until the next call. */
export interface Validate {
  (value: unknown): boolean
  readonly errors?: SchemaErrors | null
}

/** The validators of one operation: null for a response without JSON. */
export interface OperationValidators {
  readonly query?: Validate
  readonly body?: Validate
  readonly responses: Readonly<Record<number, Validate | null>>
}

export const validators: Readonly<Record<keyof operations, OperationValidators>>

/** Validates the seed of an application of the sandbox. */
export const validateSeed: Validate

/** The fields of each object of a seed that allows no others, by its place, such as \`channels/members\`. */
export const seedFields: Readonly<Record<string, readonly string[]>>

/** A hash of all validators. While it is the same, they accept what they accepted before. */
export const validatorsHash: string
`

/** Compiles every schema into a function ahead of time, so that it runs where \`eval\` is forbidden. */
export async function printValidators(document: OpenApiDocument): Promise<string> {
  const ajv = new Ajv2020({
    ownProperties: true,
    allErrors: true,
    strict: false,
    inlineRefs: false,
    formats: { binary: true },
    code: { source: true, esm: true },
  })
  const { schemas } = document.components
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({ ...(bare(schema) as object), $id: name })
  const endpoints = endpointsOf(document)
  const queries = endpoints.flatMap((endpoint) => querySchema(endpoint) ?? [])
  for (const schema of queries) ajv.addSchema(schema)
  const { $id: seed, ...seedSchema } = bare(
    JSON.parse(await readFile(seedFile, 'utf8'), (_key, value) => withFields(value, schemas)),
  ) as { $id: string }
  ajv.addSchema({ ...seedSchema, $id: seed })
  const fields = JSON.stringify(Object.fromEntries(fieldsOf(seedSchema, schemas)))
  const ids = [...Object.keys(schemas), ...queries.map(({ $id }) => $id), seed]
  const code = standalone
    .default(ajv, Object.fromEntries(ids.map((id) => [id, id])))
    .replaceAll('export const ', 'const ')
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const table = `export const validators = {\n${endpoints.map((endpoint) => `  ${printEntry(document, endpoint)},\n`).join('')}}`
  return `// ${madeBy}\n${await standAlone(`${code}\n${table}\nexport { ${seed} as validateSeed }\nexport const seedFields = ${fields}\nexport const validatorsHash = '${hash}'`)}`
}

/** Prints the validators of an operation, by name. */
function printEntry(document: OpenApiDocument, endpoint: Endpoint): string {
  const { operation } = endpoint
  const resolve = resolveIn(document)
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const schema = resolve(response).content?.['application/json']?.schema
    return `${status}: ${(schema && referenceName(schema)) ?? null}`
  })
  const query = querySchema(endpoint)?.$id
  const body = referenceName(operation.requestBody?.content['application/json']?.schema)
  return `${operation.operationId}: { ${query ? `query: ${query}, ` : ''}${body ? `body: ${body}, ` : ''}responses: { ${responses.join(', ')} } }`
}

function querySchema({ operation, parameters }: Endpoint): { $id: string } | undefined {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  if (inQuery.length === 0) return undefined
  return {
    $id: `${operation.operationId}Query`,
    ...(bare({
      type: 'object',
      required: inQuery.filter(({ required }) => required).map(({ name }) => name),
      // A filter's grammar is more than its pattern, and is checked where it is read.
      properties: Object.fromEntries(
        inQuery.map(({ name, schema }) => [
          name,
          schema.items?.['x-filter'] ? { type: 'array', items: { type: 'string' } } : schema,
        ]),
      ),
    }) as object),
  }
}

/** Adds to a schema of a seed the fields of the resource that `x-fields-of` names, except its own and those of `x-without`. */
function withFields(value: unknown, schemas: Record<string, JsonSchema>): unknown {
  if (typeof value !== 'object' || value === null || !('x-fields-of' in value)) return value
  const { 'x-fields-of': name, 'x-without': without = [], ...schema } = value as SeedSchema
  const fields = Object.entries(schemas[name]?.properties ?? {}).filter(([field]) => !without.includes(field))
  return { ...schema, properties: { ...Object.fromEntries(fields), ...schema.properties } }
}

/** Lists the fields of each object in a schema that allows no others, by its place without the indexes of arrays. */
function fieldsOf(schema: JsonSchema, schemas: Record<string, JsonSchema>, place: string[] = []): [string, string[]][] {
  if (schema.items) return fieldsOf(schema.items, schemas, place)
  const { properties = {} } = schemas[schema.$ref ?? ''] ?? schema
  const isClosed = schema.unevaluatedProperties === false || schema.additionalProperties === false
  return [
    ...(isClosed ? [[place.join('/'), Object.keys(properties)] satisfies [string, string[]]] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => fieldsOf(inner, schemas, [...place, name])),
  ]
}

/** Returns a schema with references that Ajv can follow, and without the keywords that only people read. */
function bare(schema: JsonSchema | object): unknown {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/schemas/', '"'),
    function (this: unknown, key, value) {
      // A property may have the name of a keyword; its value is then a schema, and never a string.
      return prose.has(key) && (typeof value !== 'object' || Array.isArray(value) || key === 'x-filter')
        ? undefined
        : value
    },
  )
}

/**
 * Stands in for the arrays in which Ajv's code collects errors. Those it copies at each object, which takes quadratic time, and
 * keeps all of them. This one keeps the first, counts the rest, and is never copied.
 */
const errorList = `
class ErrorList {
  listed = []
  count = 0
  constructor(error) { this.push(error) }
  push(error) { if (this.count++ < ${maxErrors}) this.listed.push(error) }
  add({ listed, count }) {
    for (const error of listed) if (this.listed.length < ${maxErrors}) this.listed.push(error)
    this.count += count
    return this
  }
  get length() { return this.count }
  // Ajv drops the errors of the other schemas of a union so.
  set length(count) {
    this.count = count
    this.listed.length = Math.min(this.listed.length, count)
  }
}
`

/** Makes Ajv's code a module of its own: inlines the function that it imports with `require`, and removes unused schemas. */
async function standAlone(code: string): Promise<string> {
  const whole = code
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', ucs2length.default.toString())
    // Remove `schemaPath`, which is not used.
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll(/vErrors = \[(\w+)\]/g, 'vErrors = new ErrorList($1)')
    .replaceAll('vErrors.concat(', 'vErrors.add(')
    .replaceAll(/for\(let (\w+)=0; \1<(\w+); \1\+\+\)/g, `for(let $1=0; $1<$2 && errors<${maxCounted}; $1++)`)
    .replaceAll(/(for\(const \w+ of Object\.keys\(\w+\)\))\{/g, `$1{if(errors>=${maxCounted})break;`)
  if (/vErrors = \[|\.concat\(|\.errors = \[/.test(whole))
    throw new Error('Ajv collects errors in another way than is known here.')
  if (/for\((?!let \w+=0; \w+<\w+ && errors<|const \w+ of Object\.keys\(\w+\)\)\{if\(errors>=)/.test(whole))
    throw new Error('A loop in the code of Ajv is not in one of the known forms.')
  // Ajv escapes such a name again for each error below it, and a name may be as long as the whole input.
  if (whole.includes('.replace(/~/g')) throw new Error('A schema of lists or objects has a property of any name.')
  if (whole.includes('require(')) throw new Error('A validator needs more of Ajv than is known here.')
  return (
    await transform(errorList + whole, {
      format: 'esm',
      treeShaking: true,
      minifySyntax: true,
      minifyIdentifiers: true,
    })
  ).code
}
