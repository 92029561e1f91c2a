import type { Operation } from '../operation/operation.js'
import type { Result } from './api-promise.js'
import type { PreparedCall } from './prepare-call.js'

/** Creates a resource, or updates it if it exists. Path and body of the update are taken by name from the body of the create. */
export interface CreateOrUpdate {
  /** Name in the client, such as `users.upsert`. */
  name: string
  create: Operation
  update: Operation
}

/** Creates a resource, or finds it if it exists: the item of a list with exactly the members in the argument. */
export interface CreateOrFind {
  /** Name in the client, such as `channels.getOrCreateDirect`. */
  name: string
  create: Operation
  /** The field of the create's body that contains the members. */
  argument: string
  find: Operation
  query?: object
  /** The field of an item that fills the path of `match`. */
  id: string
  /** The field of an item with its number of members. */
  count?: string
  /** The list of an item's members. */
  match: Operation
  /** The field that names a member. */
  by: string
}

export type ComposedMethod = CreateOrUpdate | CreateOrFind

/** A composed method whose input is valid. */
export interface Plan {
  create: PreparedCall
  /** Calls with the same identity run one after another. */
  identity: unknown[]
  /** The call for a resource that exists, or may exist. It resolves with undefined if none is found. */
  otherwise(): Promise<Result<unknown> | undefined>
  /** Whether a create of a resource that was not found cannot make a second one: its name is unique. */
  isUnique: boolean
}
