/** The parts of an OpenAPI 3.1 document that the scripts read, and the ways to walk them. */
import { readFile } from 'node:fs/promises'

export const methods = ['get', 'put', 'post', 'delete'] as const
export type Method = (typeof methods)[number]

export const provenances = ['documented', 'observed', 'decided', 'inferred'] as const
export type Provenance = (typeof provenances)[number]

export function isProvenance(value: unknown): value is Provenance {
  return provenances.some((provenance) => provenance === value)
}

export interface Reference {
  $ref: string
}

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  required?: string[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
  unevaluatedProperties?: boolean
  items?: JsonSchema
  oneOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  enum?: unknown[]
  examples?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  /** Description of the pattern: `letters and digits`. */
  'x-pattern-words'?: string
  'x-filter'?: FilterGrammar
  writeOnly?: boolean
  /** The name of a request's property in responses, where it has another one. */
  'x-response-name'?: string
  /** The fields that a table shows first, by importance: dotted paths. */
  'x-columns'?: string[]
  'x-provenance'?: Provenance
  'x-provenance-note'?: string
  'x-observed-in'?: string
  'x-error-reasons'?: Record<string, ReasonEntry>
  /** Values that are suggested to callers; others are allowed. */
  'x-extensible-enum'?: string[]
  /** Names of the numbers that the value may be. */
  'x-enum-varnames'?: Record<string, number>
}

/** The errors of one reason: their codes, each with its meaning, and the types and statuses that stand for it. */
interface ReasonEntry {
  description: string
  codes: Record<string, string>
  types?: string[]
  statuses?: string[]
}

/** The parts of a filter condition, which is written as `field:operator:value`. */
export interface FilterGrammar {
  /** Any text is accepted; suggestions are the usual words. */
  fields: Record<string, { description: string; suggestions?: string[] }>
  operators: Record<string, string>
  separator: string
  /** The separators that other servers may expect. */
  otherSeparators?: string[]
}

interface Example {
  summary?: string
  value: unknown
}

/** An error of the sources: the example of a response that has its status. */
export interface ErrorExample {
  /** Description without values. By default, it is derived from the message. */
  summary?: string
  /** Rules for the calls that may have the error. Other calls list it in their `x-errors`. */
  'x-applies-to'?: string[]
  /** Values of placeholders in the example, where the examples of the call have none. */
  'x-values'?: Record<string, string | number>
  /** In the message, `{name}` stands for a value of the caller, and `{{name}}` for any other. */
  value: { code: number; type: string; message: string }
}

/** An error of the API: the sandbox fills the placeholders of its message. */
export interface ErrorMessage {
  status: number
  code: number
  type: string
  message: string
  description: string
  /** Rules for the calls that may have it, besides those that list it. */
  appliesTo?: string[]
}

export interface MediaType {
  schema: JsonSchema
  examples?: Record<string, Example>
  /** The examples of the items of a list, from which the sources derive example pages. */
  'x-example-pages'?: Reference[]
}

export interface ParameterObject {
  name: string
  'x-provenance'?: Provenance
  'x-provenance-note'?: string
  'x-observed-in'?: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: JsonSchema
  example?: unknown
  examples?: Record<string, Example>
  /** A schema that the client accepts in place of the value: the value is the last segment of the URL in its property. */
  'x-sdk-address'?: { schema: string; property: string }
}

export interface ResponseObject {
  description: string
  /** In the sources: the status of the errors that are its examples. */
  'x-status'?: string
  headers?: Record<string, unknown>
  content?: Record<string, MediaType>
}

/** JSON pointers to the items of a response, and to the URL of the next page. */
interface Pagination {
  items: string
  next?: string
  /** Number of items on a page if the request has no limit. */
  defaultLimit?: number
}

/**
 * A client method composed of several operations. It calls the operation that declares it, which creates a resource, and the
 * others only if that resource already exists.
 */
export interface Composition {
  /** Dotted name in the client, such as `users.upsert`. */
  name: string
  summary: string
  description: string
  /** The field of the body that the caller passes in place of the body. */
  argument?: string
  otherwise: UpdateStep | FindStep
}

/** Updates what exists. The path parameters and the body are taken by name from the body of the create. */
interface UpdateStep {
  update: string
}

/** Finds what exists: the first item of a list whose own list has the members that the argument names, and no others. */
interface FindStep {
  find: string
  query?: Record<string, unknown>
  /** The field of an item that fills the path of `match`. */
  id: string
  /** The field of an item with its number of members. */
  count?: string
  match: string
  /** The field that names a member, in the argument and in the list of `match`. */
  by: string
}

/** Returns the operations that a composition calls after the create. */
export function stepsOf({ otherwise }: Composition): string[] {
  return 'update' in otherwise ? [otherwise.update] : [otherwise.find, otherwise.match]
}

/** How the rows of a file become calls of an operation that creates something. */
interface ImportRule {
  /** Kind of the rows, such as `users`. */
  rows: string
  /** The value of the column `type`, where several operations create rows of one kind. */
  type?: string
  /** The columns of path parameters. */
  columns?: Record<string, string>
  /** The array of the body with the row as its only item. Without one, the row is the body. */
  items?: string
  /** The field that names what is created, so that a second create of it is rejected. */
  key?: string
  /** JSON pointer to the id in an item of the list and in the response: the column `id` has that of another application. */
  id?: string
  /** The operation that updates what has the same key. */
  update?: string
  /** The list with what was created. */
  list: string
  /** JSON pointers to fields in an item of the list, where they have other names there. */
  read?: Record<string, string>
  /** Arrays of the body that another list has, whose items are rows of another kind. */
  nested?: Record<string, string>
  /** Items that are not exported: those whose field is equal to a column of the row that their path refers to. */
  except?: Record<string, string>
  /** Rows with the same path are created one after another. */
  inOrder?: boolean
}

export interface CodeSample {
  lang: string
  label: string
  source: string
}

/** Scopes by the name of a scheme: all of them are needed at once. */
type SecurityRequirement = Record<string, string[]>

export interface OperationObject {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters?: ParameterObject[]
  requestBody?: { required?: boolean; description?: string; content: Record<string, MediaType> }
  responses: Record<string, ResponseObject>
  security?: SecurityRequirement[]
  /** In the sources: values of path parameters for the examples of this operation, where it cannot share those of its path. */
  'x-path-examples'?: Record<string, unknown>
  'x-sdk-name': string
  'x-provenance': Provenance
  /** Notes on how the documentation was read, for rendered pages. Comments in the client omit them. */
  'x-provenance-note'?: string
  /** Source of an observed operation. */
  'x-observed-in'?: string
  /** What callers cannot rely on: a sentence for the comment of an operation that is observed or inferred. */
  'x-uncertain'?: string
  'x-idempotent': boolean
  'x-pagination'?: Pagination
  'x-sdk-compose'?: Composition
  'x-import'?: ImportRule
  /** In the sources: names of errors, or one sentence, by status. In the bundle: the names of all errors of the call. */
  'x-errors'?: Record<string, string | string[]>
  /** The permissions that the role of the acting user needs. */
  'x-permissions'?: PermissionRule[]
  'x-badges'?: { name: string; color: string }[]
  'x-codeSamples'?: CodeSample[]
}

/** A permission that a call needs: always, or only for one's own messages, those of others, or if a field of the body is not empty. */
export interface PermissionRule {
  permission: string
  if?: string
}

type PathItem = Partial<Record<Method, OperationObject>>

export interface OpenApiDocument {
  openapi: string
  info: { title: string; version: string; summary: string; description: string }
  tags: { name: string; description: string; 'x-lists-permissions'?: true; 'x-provenance-note'?: string }[]
  servers: { url: string; variables: Record<string, { default: string }> }[]
  security?: SecurityRequirement[]
  /** Encoding of creation times in ids: milliseconds since the epoch, shifted by some bits. */
  'x-snowflake': { epoch: number; shift: number }
  /** Number of each permission. */
  'x-permissions': Record<string, number>
  /** The roles that exist from the start. */
  'x-roles': { name: string; description: string; priority: number; permissions: 'all' | string[] }[]
  /** Every error by name. */
  'x-error-messages': Record<string, ErrorMessage>
  paths: Record<string, PathItem>
  components: {
    schemas: Record<string, JsonSchema>
    securitySchemes: Record<string, { type: string; in: string; name: string }>
    [kind: string]: Record<string, unknown>
  }
}

/** The bundled document. */
export const documentFile = new URL('../generated/openapi.json', import.meta.url)

/** The collection and the environment for Postman. */
export const postmanFiles = ['postman-collection.json', 'postman-environment.json'].map(
  (name) => new URL(`../generated/${name}`, import.meta.url),
)

/** The bundled document of the last release. */
export const releasedFile = new URL('../openapi/released/openapi.json', import.meta.url)

/** Reads a bundled document: today's, unless another is named. */
export async function readDocument(file = documentFile): Promise<OpenApiDocument> {
  return JSON.parse(await readFile(file, 'utf8'))
}

/** Resolves local references. */
export function resolveIn(document: OpenApiDocument): <T>(node: T) => T {
  return <T>(node: T): T => {
    const reference = (node as Partial<Reference> | undefined)?.$ref
    if (typeof reference !== 'string') return node
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (value, key) =>
          (value as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      )
    if (found === undefined) throw new Error(`${reference} does not exist`)
    return found as T
  }
}

/** Returns the name of the component that a reference leads to: `User` for `#/components/schemas/User`. */
export function referenceName(node: Partial<Reference> | undefined): string | undefined {
  return node?.$ref?.split('/').at(-1)
}

/** Follows a JSON pointer of a response body through its schema. */
export function pointInto(
  schema: JsonSchema,
  pointer: string,
  resolve: <T>(node: T) => T | undefined,
): JsonSchema | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonSchema | undefined>((node, key) => {
      const property = node?.properties?.[key]
      return property && resolve(property)
    }, resolve(schema))
}

export interface Endpoint {
  path: string
  method: Method
  operation: OperationObject
  parameters: ParameterObject[]
}

/** Lists every operation of a bundled document, in its order, with its parameters resolved. */
export function endpointsOf(document: OpenApiDocument): Endpoint[] {
  const resolve = resolveIn(document)
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const unknown = Object.keys(item).find((key) => !methods.some((method) => method === key))
    if (unknown)
      throw new Error(`${path}: \`${unknown}\` is not supported by the generator, only ${methods.join(', ')}.`)
    return methods.flatMap((method) => {
      const operation = item[method]
      if (referenceName(operation?.requestBody as Partial<Reference> | undefined))
        throw new Error(`${operation?.operationId}: a request body must not be a reference.`)
      return operation ? [{ path, method, operation, parameters: (operation.parameters ?? []).map(resolve) }] : []
    })
  })
}
