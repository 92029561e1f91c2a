import type { JsonSchema, OperationObject, ParameterObject, Reference } from '../../document.js'
import type { Context, Location } from '../visitor.js'

/** The context of a visit, with references of any kind. */
export interface ExpandContext extends Omit<Context, 'resolve'> {
  /** Resolves a reference, by default from the file of the visited node. */
  resolve<T>(node: T | Reference | undefined, from?: string): { node: T | undefined; location: Location | undefined }
}

/** The first file of the sources. */
export interface SourceRoot {
  servers?: { url: string; variables?: Record<string, { default: string }> }[]
  components?: { responses?: Record<string, Reference>; [kind: string]: unknown }
  'x-error-messages'?: Record<string, object>
  'x-permissions'?: Record<string, number>
}

/** A path of the sources. Its parameters are those of each operation. */
interface SourcePathItem {
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
