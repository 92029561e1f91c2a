// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { User, UserCreate, UserList, UserUpdate } from '../schema.js'
import { createUser, deleteUser, getUser, listUsers, updateUser } from '../operations.js'

/** What `users.list` can be asked for. */
export interface ListUsersQuery {
  /** Maximum number of items in a page. */
  limit?: number | undefined
  /** Number of items to skip. */
  offset?: number | undefined
}

/** The calls of `sceyt.users`. */
export class UsersResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * List users.
   *
   * Lists the users of the application, a page at a time.
   *
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listUsers`: `GET /users` (decided).
   */
  list(query?: ListUsersQuery, options?: RequestOptions): ListPromise<UserList, User> {
    return this.#core.list(listUsers, { query }, options)
  }

  /**
   * Create a user.
   *
   * Creates a user. The username must be unique in the application.
   *
   * @param body - The user to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new user.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `createUser`: `POST /users` (documented).
   */
  create(body: UserCreate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(createUser, { body }, options)
  }

  /**
   * Create or update a user.
   *
   * Creates a user, or updates the one with this username.
   *
   * The update sends all fields of the body but the username.
   *
   * It is composed of operations: `createUser` is called first, and only if the reason of its error is `already-exists`, `updateUser`.
   * In one client, calls for the same thing run one after another, in their order: two creates of it are never in flight at once.
   * The create is repeated only after a 429, or if it is proven unsent. After any other failure, this method may be called again.
   *
   * @param body - The user to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries. The signal and `totalTimeout` bound all requests together, the others each.
   * @returns The new user, or the updated user. `withResponse()` has the response that it came in, and how often that request was sent; `duration` covers the whole call.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server responds with any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if there is no usable response.
   * @example
   * ```ts
   * const user = await sceyt.users.upsert({ username: 'zoe', first_name: 'Zoe', last_name: 'Papadaki', avatar_url: 'https://cdn.example.com/zoe.png' })
   * ```
   *
   * Operations `createUser` (documented), `updateUser` (decided).
   */
  upsert(body: UserCreate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.compose({ name: 'users.upsert', create: createUser, update: updateUser }, body, options)
  }

  /**
   * Get a user.
   *
   * Returns one user by username.
   *
   * @param username - Username of the user.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The user.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `getUser`: `GET /users/{username}` (documented).
   */
  get(username: string, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(getUser, { path: { username } }, options)
  }

  /**
   * Update a user.
   *
   * Updates the names or the picture of a user.
   *
   * @param username - Username of the user.
   * @param body - The fields to change.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The updated user.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `updateUser`: `PUT /users/{username}` (decided).
   */
  update(username: string, body: UserUpdate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(updateUser, { path: { username }, body }, options)
  }

  /**
   * Delete a user.
   *
   * Deletes a user for good.
   *
   * @param username - Username of the user.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteUser`: `DELETE /users/{username}` (documented).
   */
  delete(username: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteUser, { path: { username } }, options)
  }
}
