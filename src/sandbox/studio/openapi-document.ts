/** A JSON schema, as far as forms and tables read it. */
export interface FieldSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly required?: readonly string[]
  readonly items?: FieldSchema
  readonly oneOf?: readonly FieldSchema[]
  readonly anyOf?: readonly FieldSchema[]
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly writeOnly?: boolean
  readonly format?: string
  /** The columns of a table, as paths of fields. */
  readonly 'x-columns'?: readonly string[]
  /** The name of the field in responses. */
  readonly 'x-response-name'?: string
}

/** A parameter of an operation. */
export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: FieldSchema
}

interface Media {
  readonly schema: FieldSchema
}

interface DocumentOperation {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary: string
  readonly description: string
  readonly 'x-sdk-name': string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}

/** The OpenAPI document, as far as the studio reads it. */
interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** An operation of the document. */
export interface StudioOperation {
  readonly id: string
  /** Name of its method in the client, such as `channels.members.add`. */
  readonly name: string
  /** The group of operations that it is in. */
  readonly tag: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  /** The schema of its body, and whether it is a form with a file. */
  readonly body: FieldSchema | undefined
  readonly isForm: boolean
  /** The schema of its success. */
  readonly result: FieldSchema | undefined
}

let loaded: Promise<readonly StudioOperation[]> | undefined
let source: OpenApiDocument | undefined

/** Loads the operations of the document from the server, once. */
export function loadOperations(): Promise<readonly StudioOperation[]> {
  loaded ??= fetch('/openapi.json')
    .then((response) => response.json() as Promise<OpenApiDocument>)
    .then((document) => {
      source = document
      return Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, operation]) =>
          operation.operationId ? [toOperation(path, method, operation)] : [],
        ),
      )
    })
    .catch((error: unknown) => {
      loaded = undefined
      throw error
    })
  return loaded
}

/** Follows the references of a schema to the one that they stand for. The document is loaded by then. */
export function resolveSchema(schema: FieldSchema): FieldSchema {
  return schema.$ref === undefined ? schema : resolveSchema(lookUp(schema.$ref) as FieldSchema)
}

function lookUp(ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], source)
}

function toOperation(path: string, method: string, operation: DocumentOperation): StudioOperation {
  const content = operation.requestBody?.content ?? {}
  const [media] = Object.keys(content)
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {}
  const result = success['application/json']?.schema
  return {
    id: operation.operationId,
    name: operation['x-sdk-name'],
    tag: operation.tags?.[0] ?? 'default',
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: (operation.parameters ?? []).map((parameter) =>
      parameter.$ref === undefined ? parameter : (lookUp(parameter.$ref) as Parameter),
    ),
    body: media === undefined ? undefined : content[media]?.schema,
    isForm: media === 'multipart/form-data',
    result,
  }
}
