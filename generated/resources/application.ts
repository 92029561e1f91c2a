// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Application, ApplicationUpdate, StorageInfo } from '../schema.js'
import { getApplication, getStorageInfo, updateApplication } from '../operations.js'

/** Methods of `sceyt.application`. */
export class ApplicationResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Returns the name of the application, and the public key that verifies user access tokens.
   *
   * Operation `getApplication`: `GET /application`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The application.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document the fields of `Application`; they may differ.
   * @example
   * ```ts
   * const application = await sceyt.application.get()
   * ```
   */
  get(options?: RequestOptions): ApiPromise<Application> {
    return this.#core.call(getApplication, { path: undefined, query: undefined, body: undefined }, options)
  }

  /**
   * Changes the name of the application. Its id and its public key cannot be changed.
   *
   * Operation `updateApplication`: `PUT /application`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param body - The fields to change. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The updated application.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path and the fields are assumed.
   * @example
   * ```ts
   * const application = await sceyt.application.update({ name: 'Book lovers' })
   * ```
   */
  update(body: ApplicationUpdate, options?: RequestOptions): ApiPromise<Application> {
    return this.#core.call(updateApplication, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Returns how much storage the uploaded files use. The fields of the response are not published.
   *
   * Operation `getStorageInfo`: `GET /application/storage`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Storage information.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path is assumed, and the fields of the response are not known.
   * @example
   * ```ts
   * const storageInfo = await sceyt.application.getStorage()
   * ```
   */
  getStorage(options?: RequestOptions): ApiPromise<StorageInfo> {
    return this.#core.call(getStorageInfo, { path: undefined, query: undefined, body: undefined }, options)
  }
}
