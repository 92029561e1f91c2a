// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Application, ApplicationUpdate, StorageInfo } from '../schema.js'
import { getApplication, getStorageInfo, updateApplication } from '../operations.js'

/** The calls of `sceyt.application`. */
export class ApplicationResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Get the application.
   *
   * Returns the application that the base URL names.
   *
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The application.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental The shape of `Application` is inferred.
   *
   * Operation `getApplication`: `GET /application` (documented).
   */
  get(options?: RequestOptions): ApiPromise<Application> {
    return this.#core.call(getApplication, {}, options)
  }

  /**
   * Update the application.
   *
   * Updates the application that the base URL names.
   *
   * @param body - The fields to change.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The updated application.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Inferred: no page of the documentation shows it.
   *
   * Operation `updateApplication`: `PUT /application` (inferred).
   */
  update(body: ApplicationUpdate, options?: RequestOptions): ApiPromise<Application> {
    return this.#core.call(updateApplication, { body }, options)
  }

  /**
   * Get storage information.
   *
   * Returns how much storage the files of the application use.
   *
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The storage information.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Inferred: no page of the documentation shows it.
   *
   * Operation `getStorageInfo`: `GET /application/storage` (inferred).
   */
  getStorage(options?: RequestOptions): ApiPromise<StorageInfo> {
    return this.#core.call(getStorageInfo, {}, options)
  }
}
