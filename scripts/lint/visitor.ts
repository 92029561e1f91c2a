import { basename } from 'node:path'
import {
  type JsonSchema,
  type MediaType,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  referenceName,
} from '../document.js'

/** The part of Redocly's visitor context that the rules use; its CLI ships no types. */
export interface Location {
  source: { absoluteRef: string }
  pointer: string
  child(path: string | string[]): Location
  /** The place of the key of this value. */
  key(): Location
}
export interface Context {
  key: string | number
  parent: unknown
  rawLocation: Location
  location: Location
  report(problem: { message: string; location?: Location }): void
  resolve<T>(node: T, from?: string): { node: T | undefined; location: Location | undefined }
}
type Visit<T> = (node: T, context: Context) => void
/** The parts of a document's first file that the rules use. */
export type RootObject = Partial<Pick<OpenApiDocument, 'paths' | 'servers' | 'x-snowflake'>>

export interface Visitor {
  Root?: { enter?: Visit<RootObject>; leave?: Visit<RootObject> }
  MediaType?: Visit<MediaType>
  Operation?: Visit<OperationObject>
  PathItem?: Visit<object>
  Parameter?: Visit<ParameterObject>
  Schema?: Visit<JsonSchema>
  Response?: Visit<object>
  Header?: Visit<object>
  Example?: Visit<object>
  SecurityScheme?: Visit<object>
  Info?: Visit<object>
  Server?: Visit<object>
  Tag?: Visit<object>
  RequestBody?: Visit<object>
}

/** Checks whether a schema has its own name: a file of the sources, or an entry of the bundle's components. */
export function isNamedSchema({ source, pointer }: Location): boolean {
  return (
    /^#\/components\/schemas\/[^/]+$/.test(pointer) ||
    (pointer === '#/' && /[\\/]components[\\/]schemas[\\/]/.test(source.absoluteRef))
  )
}

/** Resolves a chain of references, each from the file that the one before led to. */
export function follower({ resolve }: Context): <T>(node: T) => T | undefined {
  let from: string | undefined
  return (node) => {
    if (!referenceName(node as JsonSchema)) return node
    const found = resolve(node, from)
    from = found.location?.source.absoluteRef
    return found.node
  }
}

/** Returns the name of a schema that a reference leads to, in the sources and in a bundle. */
export function schemaName(schema: JsonSchema | undefined): string | undefined {
  return referenceName(schema)?.replace(/\.yaml$/, '')
}

/** A node with the file that its own references are relative to. */
export interface Placed<T> {
  node: T | undefined
  from: string | undefined
}

/** Resolves a node that may be a reference, from the file that contains it. */
export function place<T>({ resolve }: Context, node: T, from?: string): Placed<T> {
  if (!referenceName(node as JsonSchema)) return { node, from }
  const found = resolve(node, from)
  return { node: found.node, from: found.location?.source.absoluteRef }
}

/** Returns the name that a schema gets in the bundle: that of its file, or of its entry in the components. */
export function componentName({ source, pointer }: Location): string | undefined {
  if (pointer === '#/') return basename(source.absoluteRef).replace(/\.\w+$/, '')
  return /^#\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1]
}
