// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Role, RoleCreate, RoleList, RoleUpdate } from '../schema.js'
import { createRole, deleteRole, getRole, listRoles, updateRole } from '../operations.js'

/** The calls of `sceyt.roles`. */
export class RolesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * List roles.
   *
   * Lists all roles of the application. The response is a bare array; there are no pages.
   *
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listRoles`: `GET /roles` (documented).
   */
  list(options?: RequestOptions): ListPromise<RoleList, Role> {
    return this.#core.list(listRoles, {}, options)
  }

  /**
   * Create a role.
   *
   * Creates a role with a weight and permissions.
   *
   * Members have roles by name, so a name that is taken is rejected with 409.
   *
   * @param body - The role to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new role.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `createRole`: `POST /roles` (documented).
   */
  create(body: RoleCreate, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(createRole, { body }, options)
  }

  /**
   * Get a role.
   *
   * Returns one role by its number.
   *
   * @param roleId - Number of the role.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The role.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `getRole`: `GET /roles/{roleId}` (documented).
   */
  get(roleId: number, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(getRole, { path: { roleId } }, options)
  }

  /**
   * Update a role.
   *
   * Updates a role. The Owner role cannot be updated.
   *
   * Members have roles by name, so a name that is taken is rejected with 409.
   *
   * @param roleId - Number of the role.
   * @param body - The fields to change.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The updated role.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `updateRole`: `PUT /roles/{roleId}` (documented).
   */
  update(roleId: number, body: RoleUpdate, options?: RequestOptions): ApiPromise<Role> {
    return this.#core.call(updateRole, { path: { roleId }, body }, options)
  }

  /**
   * Delete a role.
   *
   * Deletes a role. The Owner role, and a role that a member has, cannot be deleted.
   *
   * @param roleId - Number of the role.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteRole`: `DELETE /roles/{roleId}` (documented).
   */
  delete(roleId: number, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteRole, { path: { roleId } }, options)
  }
}
