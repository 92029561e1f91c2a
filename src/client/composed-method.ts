import type { Operation } from '../operation/operation.js'

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
