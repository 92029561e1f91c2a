// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Role, RoleCreate, RoleList, RoleUpdate } from '../schema.js'
import { createRole, deleteRole, getRole, listRoles, updateRole } from '../operations.js'

/** Methods of `sceyt.roles`. */
export class RolesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Returns all roles of the application, including Owner and Participant, as a bare array: this list has no pages.
   *
   * Operation `listRoles`: `GET /roles`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const role of sceyt.roles.list()) console.log(role.id)
   * ```
   */
  list(options?: RequestOptions): ListPromise<RoleList, Role> {
    return this.#core.list(listRoles, { path: undefined, query: undefined, body: undefined }, options)
  }

  /**
   * Creates a role that members of channels can have. The name must be unique, since members refer to their role by name.
   *
   * Operation `createRole`: `POST /roles`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The role to create. Required: `name`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new role.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ConflictError (409) This name is taken by another role.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const role = await sceyt.roles.create({
   *   name: 'Librarian',
   *   description: 'Keeps the shelf in order',
   *   access: 1,
   *   permissions: [3, 7],
   *   priority: 40,
   * })
   * ```
   */
  create(body: RoleCreate, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(createRole, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Returns a role with its priority and its permissions.
   *
   * Operation `getRole`: `GET /roles/{roleId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param roleId - Id of the role.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The role.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no role with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const role = await sceyt.roles.get(7)
   * ```
   */
  get(roleId: number, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(getRole, { path: { roleId }, query: undefined, body: undefined }, options)
  }

  /**
   * Changes the fields that are in the body; the others keep their values. Members who have the role keep it, even if its name changes.
   *
   * The name must be unique. The role Owner cannot be changed, and Participant cannot be renamed.
   *
   * Operation `updateRole`: `PUT /roles/{roleId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param roleId - Id of the role.
   * @param body - The fields to change. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The updated role.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The role is Owner, which cannot be changed or deleted; or the role is Participant, which cannot be renamed.
   * @throws NotFoundError (404) There is no role with this id.
   * @throws ConflictError (409) This name is taken by another role.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const role = await sceyt.roles.update(7, {
   *   name: 'Moderator',
   *   description: 'Keeps the talk civil',
   *   access: 1,
   *   permissions: [3, 7],
   *   priority: 40,
   * })
   * ```
   */
  update(roleId: number, body: RoleUpdate, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(updateRole, { path: { roleId }, query: undefined, body }, options)
  }

  /**
   * Deletes a role permanently. A role that a member has cannot be deleted: give its members another role first.
   *
   * Owner and Participant cannot be deleted.
   *
   * Operation `deleteRole`: `DELETE /roles/{roleId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param roleId - Id of the role.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The role is Owner, which cannot be changed or deleted.
   * @throws NotFoundError (404) There is no role with this id.
   * @throws ConflictError (409) A member has the role; or the role is Participant, which members get by default.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.roles.delete(10)
   * ```
   */
  delete(roleId: number, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteRole, { path: { roleId }, query: undefined, body: undefined }, options)
  }
}
