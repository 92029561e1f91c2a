import type { operations } from '../../generated/schema.js'
import type { AppKeys } from './state/app-keys.js'
import type { AppState, StoredFile } from './state/app-state.js'
import type { WithoutUndefined } from './state/compact.js'

/** The operations of the document. */
export type OperationId = keyof operations

type PathOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['path']>
type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>
type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Content } }
  ? Content extends { 'application/json': infer Body }
    ? WithoutUndefined<Body>
    : { files: StoredFile }
  : undefined

/** What a success of an operation comes to. */
export type ResultOf<Id extends OperationId> = operations[Id]['responses'] extends { 200: { content: infer Content } }
  ? Content extends { 'application/json': infer Body }
    ? Body
    : StoredFile
  : undefined

/** A request to an operation, after everything that the document says of it was checked. */
export interface Call<Id extends OperationId = OperationId> {
  readonly app: AppState
  readonly keys: AppKeys
  readonly path: PathOf<Id>
  readonly query: QueryOf<Id>
  readonly body: BodyOf<Id>
  /** Address of the request, without its query. */
  readonly url: string
  /** Address of the API, without a slash at the end. */
  readonly baseUrl: string
  /** What a link to another page carries besides the documented query. */
  readonly cursor: Cursor
}

/** Where a page begins or ends, by the place of an item. With it, pages stay in step while items come and go. */
export interface Cursor {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Does what an operation is for. Changes are made at once; only a result may come later. */
export type Handler<Id extends OperationId> = (
  call: Call<Id>,
) => ResultOf<Id> extends undefined ? undefined : ResultOf<Id> | Promise<ResultOf<Id>>

/** A handler for every operation: a new one in the document does not compile until it is here. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> }
