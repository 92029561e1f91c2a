import { type JsonSchema, type OperationObject, type ParameterObject, referenceName } from '../document.js'

/** The part of Redocly's visitor context that the rules use; its CLI ships no types. */
export interface Location {
  source: { absoluteRef: string }
  pointer: string
  child(path: string | string[]): Location
}
export interface Context {
  key: string | number
  parent: unknown
  rawLocation: Location
  location: Location
  report(problem: { message: string; location?: Location }): void
  resolve<T>(node: T, from?: string): { node: T | undefined; location: Location | undefined }
}
export type Visit<T> = (node: T, context: Context) => void
export interface Visitor {
  Root?: { leave: Visit<unknown> }
  Operation?: Visit<OperationObject>
  PathItem?: Visit<unknown>
  Parameter?: Visit<ParameterObject>
  Schema?: Visit<JsonSchema>
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
