import type { JsonSchema, OperationObject, ParameterObject, Reference } from '../../document.js'

/** The place of a node. */
interface Place {
  source: { absoluteRef: string }
}

/** The part of Redocly's visitor context that the expansion uses; its CLI ships no types. */
export interface ExpandContext {
  key: string | number
  location: Place
  /** Resolves a reference, by default from the file of the visited node. */
  resolve<T>(node: T | Reference | undefined, from?: string): { node: T | undefined; location: Place | undefined }
}

/** The first file of the sources. */
export interface SourceRoot {
  servers?: { url: string; variables?: Record<string, { default: string }> }[]
  components?: { responses?: Record<string, Reference>; [kind: string]: unknown }
  'x-error-messages'?: Record<string, object>
}

/** A path of the sources. Its parameters are those of each operation. */
export interface SourcePathItem {
  parameters?: (ParameterObject | Reference)[]
  get?: OperationObject
  put?: OperationObject
  post?: OperationObject
  delete?: OperationObject
}

/** A preprocessor: it runs before the rules and before bundling, and changes the nodes that it visits. */
export interface Expansion {
  Root?: { enter: (root: SourceRoot, context: ExpandContext) => void; leave: (root: SourceRoot) => void }
  PathItem?: (item: SourcePathItem, context: ExpandContext) => void
  Operation?: (operation: OperationObject, context: ExpandContext) => void
  Schema?: (schema: JsonSchema, context: ExpandContext) => void
}
