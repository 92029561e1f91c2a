import type { OperationsOf } from '../../../generated/rules.js'
import type { operations } from '../../../generated/schema.js'
import type { OperationId } from '../described-operations.js'
import type { AppState } from '../state/app-state.js'
import type { WithoutUndefined } from '../state/compact.js'
import type { StoredFile } from '../state/file-store.js'

type PathOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['path']>
type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>
/** The body of a request to an operation. */
export type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Content } }
  ? Content extends { 'application/json': infer Body }
    ? WithoutUndefined<Body>
    : { files: StoredFile }
  : undefined

/** The result of an operation that succeeds: the body of its response, a file, or nothing. */
export type ResultOf<Id extends OperationId> = operations[Id]['responses'] extends { 200: { content: infer Content } }
  ? Content extends { 'application/json': infer Body }
    ? Body
    : StoredFile
  : undefined

/** A request to an operation, authenticated, parsed, and checked against the OpenAPI document. */
export interface HandlerCall<Id extends OperationId = OperationId> {
  readonly operation: Id
  readonly app: AppState
  /** When the request is handled, in milliseconds since 1970. */
  readonly time: number
  readonly path: PathOf<Id>
  readonly query: QueryOf<Id>
  readonly body: BodyOf<Id>
  /** Of the application's key pair, for the operations that show it. */
  readonly publicKey: string | undefined
  /** URL of the request, without its query. */
  readonly url: string
  /** Base URL of the API, without a slash at the end. */
  readonly baseUrl: string
  /** The position of a page, from a link: it is not part of the documented query. */
  readonly cursor: Cursor
}

/** The place of the item before or after a page. Unlike an offset, it stays right while items are added and deleted. */
export interface Cursor {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Implements an operation, synchronously. It changes nothing if it throws. */
export type Handler<Id extends OperationId> = (
  call: HandlerCall<Id>,
) => ResultOf<Id> extends undefined ? undefined : ResultOf<Id>

/** A handler for every operation of a resource: a new operation in the document does not compile without one. */
export type HandlersOf<Resource extends keyof OperationsOf> = {
  readonly [Id in OperationsOf[Resource]]: Handler<Id>
}
