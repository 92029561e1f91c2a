// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { User, UserCreate, UserList, UserUpdate } from '../schema.js'
import { createUser, deleteUser, getUser, listUsers, updateUser } from '../operations.js'

/** Query parameters of `users.list`. */
export interface ListUsersQuery {
  /** Maximum number of items on a page. 1 to 50. */
  limit?: number | undefined
  /** Number of items to skip. 0 or more. */
  offset?: number | undefined
}

/** Methods of `sceyt.users`. */
export class UsersResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Returns a page of the users of the application.
   *
   * Without `limit`, a page has up to 30 users.
   *
   * Operation `listUsers`: `GET /users`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param query - `limit` (1 to 50, by default 30), `offset` (0 or more).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const user of sceyt.users.list({ limit: 50 })) console.log(user.username)
   * ```
   */
  list(query?: ListUsersQuery, options?: RequestOptions): ListPromise<UserList, User> {
    return this.#core.list(listUsers, { path: undefined, query, body: undefined }, options)
  }

  /**
   * Creates a user with a username, which must be unique in the application and cannot be changed.
   *
   * Operation `createUser`: `POST /users`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The user to create. Required: `username`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new user.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ConflictError (409) This username is taken.
   * @throws UnprocessableEntityError (422) The name is `.` or `..`, which no URL can have as a path segment.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const user = await sceyt.users.create({
   *   username: 'lena',
   *   first_name: 'Lena',
   *   last_name: 'Berg',
   *   avatar_url: 'https://cdn.example.com/lena.png',
   * })
   * ```
   */
  create(body: UserCreate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(createUser, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Creates a user, or updates the one with this username.
   *
   * The update sends all fields of the body but the username.
   *
   * Calls `createUser`. If that fails with the reason `already-exists`, it calls `updateUser`.
   * If the outcome of the create is unknown (a timeout, a broken connection, or a 408, 500, 502, 503 or 504), it calls `updateUser` too, and creates again what is not found, at most `maxRetries` times. `maxRetries: 0` turns this off.
   * Calls of one client for the same resource run one after another, in order: two creates of it are never in flight at once.
   * The create itself is retried only after a 429, or if nothing was sent.
   *
   * @param body - The user to create. Required: `username`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`. The signal and `totalTimeout` apply to all requests together, the others to each.
   * @returns The new user, or the updated user. `withResponse()` has the response of the last request and its attempts; `duration` covers all requests.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const user = await sceyt.users.upsert({
   *   username: 'lena',
   *   first_name: 'Lena',
   *   last_name: 'Berg',
   *   avatar_url: 'https://cdn.example.com/lena.png',
   * })
   * ```
   */
  upsert(body: UserCreate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.compose({ name: 'users.upsert', create: createUser, update: updateUser }, body, options)
  }

  /**
   * Returns the profile of a user: names, avatar, presence, and when the user last logged in, if the server states it.
   *
   * Operation `getUser`: `GET /users/{username}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param username - Username, unique in the application. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The user.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no user with this username.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const user = await sceyt.users.get('zoe')
   * ```
   */
  get(username: string, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(getUser, { path: { username }, query: undefined, body: undefined }, options)
  }

  /**
   * Changes the first name, last name or avatar of a user. Fields that are not in the body keep their values; an empty string clears one.
   *
   * Operation `updateUser`: `PUT /users/{username}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param username - Username, unique in the application. Must not be empty.
   * @param body - The fields to change. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The updated user.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no user with this username.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const user = await sceyt.users.update('zoe', { first_name: 'Zoe', last_name: 'Papadaki' })
   * ```
   */
  update(username: string, body: UserUpdate, options?: RequestOptions): ApiPromise<User> {
    return this.#core.call(updateUser, { path: { username }, query: undefined, body }, options)
  }

  /**
   * Deletes a user permanently, and removes the user from every channel. Their messages stay; a channel that they owned has no owner until an update sets one. A channel from which the user was blocked also blocks a later user of the same name.
   *
   * Operation `deleteUser`: `DELETE /users/{username}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param username - Username, unique in the application. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no user with this username.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.users.delete('old_user')
   * ```
   */
  delete(username: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteUser, { path: { username }, query: undefined, body: undefined }, options)
  }
}
