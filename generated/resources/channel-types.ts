// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { ChannelType, ChannelTypeCreate } from '../schema.js'
import { createChannelType, deleteChannelType } from '../operations.js'

/** Methods of `sceyt.channelTypes`. */
export class ChannelTypesResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Defines a kind of channel, with rules for the channels of this type. The name must be unique in the application.
   *
   * The body may have more fields than those listed here; they are stored as they are.
   *
   * Operation `createChannelType`: `POST /channel-types`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The channel type to create. Required: `name`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new channel type.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ConflictError (409) This name is taken by another channel type.
   * @throws UnprocessableEntityError (422) The name is `.` or `..`, which no URL can have as a path segment; or the channel type is nested too deeply.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path and the method are those that Sceyt's own client uses. The fields of the body and of the response are assumed.
   * @example
   * ```ts
   * const channelType = await sceyt.channelTypes.create({
   *   name: 'broadcast',
   *   discoverable: true,
   *   allowJoin: true,
   *   distinct: false,
   *   defaultMembershipRole: 'Participant',
   * })
   * ```
   */
  create(body: ChannelTypeCreate, options?: RequestOptions): ApiPromise<ChannelType> {
    return this.#core.call(createChannelType, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Deletes a channel type permanently. Existing channels of this type do not change.
   *
   * Operation `deleteChannelType`: `DELETE /channel-types/{name}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param name - Unique name of the channel type. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel type with this name.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path and the method are those that Sceyt's own client uses. That existing channels keep their type is assumed.
   * @example
   * ```ts
   * await sceyt.channelTypes.delete('old_type')
   * ```
   */
  delete(name: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteChannelType, { path: { name }, query: undefined, body: undefined }, options)
  }
}
