// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { ChannelType, ChannelTypeCreate } from '../schema.js'
import { createChannelType, deleteChannelType } from '../operations.js'

/** The calls of `sceyt.channelTypes`. */
export class ChannelTypesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Create a channel type.
   *
   * Creates a type of channel.
   *
   * @param body - The channel type to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new channel type.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Observed in Sceyt's own code: no page of the documentation shows it.
   *
   * Operation `createChannelType`: `POST /channel-types` (observed).
   */
  create(body: ChannelTypeCreate, options?: RequestOptions): ApiPromise<ChannelType> {
    return this.#core.call(createChannelType, { body }, options)
  }

  /**
   * Delete a channel type.
   *
   * Deletes a channel type for good.
   *
   * @param name - Name of the channel type.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Observed in Sceyt's own code: no page of the documentation shows it.
   *
   * Operation `deleteChannelType`: `DELETE /channel-types/{name}` (observed).
   */
  delete(name: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteChannelType, { path: { name } }, options)
  }
}
