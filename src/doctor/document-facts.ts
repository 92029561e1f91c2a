import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { operations } from '../../generated/operations.js'
import type { Operation } from '../operation/operation.js'
import type { Mark } from './finding.js'

/** The part of a schema that the doctor uses. */
export interface Schema {
  $ref?: string
  type?: string | readonly string[]
  required?: readonly string[]
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: boolean | Schema
  items?: Schema
  oneOf?: readonly Schema[]
  anyOf?: readonly Schema[]
}

interface Marked {
  'x-provenance': Mark
}

interface OperationObject extends Marked {
  operationId: string
  responses: Readonly<Record<string, ResponseObject>>
}

interface ResponseObject extends Partial<Marked> {
  $ref?: string
  content?: Readonly<Record<string, { schema: Schema }>>
}

interface OpenApiDocument {
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  components: {
    schemas: Readonly<Record<string, Schema & Marked>>
    parameters: Readonly<Record<string, Marked & { name: string }>>
    securitySchemes: Readonly<Record<string, Marked>>
    responses: Readonly<Record<string, ResponseObject>>
  }
}

/** An operation that only reads. */
export interface Read extends Operation {
  mark: Mark
  /** Every status that the document has for it. */
  statuses: readonly number[]
}

/** The facts of the OpenAPI document that reads can check. */
export interface DocumentFacts {
  reads: readonly Read[]
  /** Names of the writes that are not documented. */
  undocumentedWrites: readonly string[]
  /** Provenance of the header of the API key. */
  keyMark: Mark
  /** Returns the provenance of a query parameter. */
  parameterMark(name: string): Mark
  /** Provenance of the body of an error. */
  errorMark: Mark
  /** The fields that the body of an error must have. */
  errorFields: readonly string[]
  /** Returns the provenance of an error status. */
  statusMark(operationId: string, status: number): Mark
  /** Returns the provenance of the body of a success: that of its schema, or else of the operation. */
  bodyMark(read: Read): Mark
  /** Returns the schema of a response's JSON. */
  schemaOf(operationId: string, status: number): Schema | undefined
  /** Follows a reference, if it is one. */
  resolve(schema: Schema): Schema
}

/** Reads the OpenAPI document that comes with the package. */
export async function readFacts(): Promise<DocumentFacts> {
  const { paths, components }: OpenApiDocument = JSON.parse(await readFile(documentFile(), 'utf8'))
  const objects = new Map(
    Object.values(paths).flatMap((path) => Object.values(path).map((object) => [object.operationId, object] as const)),
  )
  const find = ({ id }: Operation) => objects.get(id) as OperationObject
  const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
  const resolve = (schema: Schema): Schema & Partial<Marked> =>
    schema.$ref ? (components.schemas[nameOf(schema.$ref)] ?? {}) : schema
  const responseOf = (operationId: string, status: number): ResponseObject => {
    const response = objects.get(operationId)?.responses[status]
    return (response?.$ref ? components.responses[nameOf(response.$ref)] : response) ?? {}
  }
  const schemaOf = (operationId: string, status: number) =>
    responseOf(operationId, status).content?.['application/json']?.schema
  return {
    reads: operations
      .filter(({ method }) => method === 'GET')
      .map((operation) => ({
        ...operation,
        mark: find(operation)['x-provenance'],
        statuses: Object.keys(find(operation).responses).map(Number),
      })),
    undocumentedWrites: operations
      .filter((operation) => operation.method !== 'GET' && find(operation)['x-provenance'] !== 'documented')
      .map(({ name }) => name),
    keyMark: Object.values(components.securitySchemes)[0]?.['x-provenance'] ?? 'decided',
    parameterMark: (name) =>
      Object.values(components.parameters).find((parameter) => parameter.name === name)?.['x-provenance'] ??
      'documented',
    errorMark: components.schemas['ErrorBody']?.['x-provenance'] ?? 'decided',
    errorFields: components.schemas['ErrorBody']?.required ?? [],
    statusMark: (operationId, status) => responseOf(operationId, status)['x-provenance'] ?? 'documented',
    bodyMark: ({ id, mark }) => resolve(schemaOf(id, 200) ?? {})['x-provenance'] ?? mark,
    schemaOf,
    resolve,
  }
}

/** A clone has the document before anything is built; the package has only the one in `dist`. */
function documentFile(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('sceyt-platform/package.json'))
  const source = join(folder, 'generated/openapi.json')
  return existsSync(source) ? source : join(folder, 'dist/openapi.json')
}
