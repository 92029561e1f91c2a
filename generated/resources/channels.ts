// Made by `npm run generate` from openapi/. Do not edit.
import type { Core, RequestOptions } from '../../src/client/core.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Channel, ChannelList, ChannelUpdate, DirectChannelCreate, Member, MemberAdd, MemberArray, MemberList, MembersAdd, MembersRemove, PrivateChannelCreate, PublicChannelCreate, Typing } from '../schema.js'
import { addChannelMembers, createDirectChannel, createPrivateChannel, createPublicChannel, deleteChannel, getChannel, listBlockedMembers, listChannelMembers, listChannels, removeChannelMembers, startTyping, stopTyping, updateChannel } from '../operations.js'

/** What `channels.members.listBlocked` can be asked for. */
export interface ListBlockedMembersQuery {
  /** Maximum number of items in a page. */
  limit?: number | undefined
  /** Number of items to skip. */
  offset?: number | undefined
}

/** What `channels.members.list` can be asked for. */
export interface ListChannelMembersQuery {
  /** Maximum number of items in a page. */
  limit?: number | undefined
  /** Number of items to skip. */
  offset?: number | undefined
}

/** What `channels.list` can be asked for. */
export interface ListChannelsQuery {
  /**
   * Conditions of the form `field:operator:value`. A channel must meet all of them.
   * `in` accepts several values separated by `;`. `type` accepts any word: applications define their own types.
   */
  filter?: readonly string[] | undefined
  /** Maximum number of items in a page. */
  limit?: number | undefined
  /** Number of items to skip. */
  offset?: number | undefined
}

/** The calls of `sceyt.channels.members`. */
export class ChannelsMembersResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * List the blocked members of a channel.
   *
   * Lists the users who were kicked and blocked from a channel, a page at a time.
   *
   * @param channelId - Id of the channel.
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listBlockedMembers`: `GET /channels/{channelId}/blocked-users` (decided).
   */
  listBlocked(channelId: string, query?: ListBlockedMembersQuery, options?: RequestOptions): ListPromise<MemberList, Member> {
    return this.#core.list(listBlockedMembers, { path: { channelId }, query }, options)
  }

  /**
   * List the members of a channel.
   *
   * Lists the members of a channel, a page at a time.
   *
   * @param channelId - Id of the channel.
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listChannelMembers`: `GET /channels/{channelId}/users` (documented).
   */
  list(channelId: string, query?: ListChannelMembersQuery, options?: RequestOptions): ListPromise<MemberList, Member> {
    return this.#core.list(listChannelMembers, { path: { channelId }, query }, options)
  }

  /**
   * Add members to a channel.
   *
   * Adds one or more users to a channel. A member without a role becomes a Participant.
   *
   * @param channelId - Id of the channel.
   * @param body - The users to add.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The members added.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `addChannelMembers`: `POST /channels/{channelId}/users` (decided).
   */
  add(channelId: string, body: MembersAdd, options?: RequestOptions): ApiPromise<MemberArray> {
    return this.#core.call(addChannelMembers, { path: { channelId }, body }, options)
  }

  /**
   * Remove members from a channel.
   *
   * Removes one or more members from a channel.
   *
   * @param channelId - Id of the channel.
   * @param body - The members to remove.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The members removed.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `removeChannelMembers`: `DELETE /channels/{channelId}/users` (decided).
   */
  remove(channelId: string, body: MembersRemove, options?: RequestOptions): ApiPromise<MemberArray> {
    return this.#core.call(removeChannelMembers, { path: { channelId }, body }, options)
  }
}

/** The calls of `sceyt.channels`. */
export class ChannelsResource {
  readonly #core: Core
  /** The calls of `sceyt.channels.members`. */
  readonly members: ChannelsMembersResource

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
    this.members = new ChannelsMembersResource(core)
  }

  /**
   * List channels.
   *
   * Lists the channels of the application, a page at a time, narrowed by `filter`.
   *
   * @param query - What to ask for.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns A list: await it for its first page, or iterate over it for every item.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `listChannels`: `GET /channels` (documented).
   */
  list(query?: ListChannelsQuery, options?: RequestOptions): ListPromise<ChannelList, Channel> {
    return this.#core.list(listChannels, { query }, options)
  }

  /**
   * Get a channel.
   *
   * Returns one channel by its id.
   *
   * @param channelId - Id of the channel.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The channel.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `getChannel`: `GET /channels/{channelId}` (documented).
   */
  get(channelId: string, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(getChannel, { path: { channelId } }, options)
  }

  /**
   * Update a channel.
   *
   * Updates a channel. A new `uri` must be unique in the application.
   *
   * @param channelId - Id of the channel.
   * @param body - The fields to change.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The updated channel.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `updateChannel`: `PUT /channels/{channelId}` (decided).
   */
  update(channelId: string, body: ChannelUpdate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(updateChannel, { path: { channelId }, body }, options)
  }

  /**
   * Delete a channel.
   *
   * Deletes a channel for good.
   *
   * @param channelId - Id of the channel.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `deleteChannel`: `DELETE /channels/{channelId}` (documented).
   */
  delete(channelId: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteChannel, { path: { channelId } }, options)
  }

  /**
   * Show that a user is typing.
   *
   * Shows in a channel that a user is typing. Nothing is stored, so it can be repeated safely.
   *
   * @param channelId - Id of the channel.
   * @param body - The user who types.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental The shape of `Typing` is inferred.
   *
   * Operation `startTyping`: `POST /channels/{channelId}/start-typing` (documented).
   */
  startTyping(channelId: string, body: Typing, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(startTyping, { path: { channelId }, body }, options)
  }

  /**
   * Show that a user has stopped typing.
   *
   * Shows in a channel that a user has stopped typing. Nothing is stored, so it can be repeated safely.
   *
   * @param channelId - Id of the channel.
   * @param body - The user who has stopped.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns Nothing.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental The shape of `Typing` is inferred.
   *
   * Operation `stopTyping`: `POST /channels/{channelId}/stop-typing` (documented).
   */
  stopTyping(channelId: string, body: Typing, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(stopTyping, { path: { channelId }, body }, options)
  }

  /**
   * Create a direct channel.
   *
   * Creates a channel between two users.
   *
   * A second channel of the same two users may be rejected with 409.
   *
   * @param body - The two users who talk.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new channel.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Inferred: no page of the documentation shows it.
   *
   * Operation `createDirectChannel`: `POST /direct-channels` (inferred).
   */
  createDirect(body: DirectChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createDirectChannel, { body }, options)
  }

  /**
   * Get or create a direct channel.
   *
   * Returns the direct channel of two users, and creates it if there is none.
   *
   * A server that refuses to create it a second time does not say which channel exists.
   * It is then found by its members, with one request per direct channel of the application until it is found, so keep its id.
   *
   * It is composed of operations: `createDirectChannel` is called first, and only if the reason of its error is `already-exists`, `listChannels` and `listChannelMembers`.
   * In one client, calls for the same thing run one after another, in their order: two creates of it are never in flight at once.
   * The create is repeated only after a 429, or if it is proven unsent. After any other failure, this method may be called again.
   *
   * @param members - The two users who talk. Each is a `username`, or an object with one.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries. The signal and `totalTimeout` bound all requests together, the others each.
   * @returns The new channel, or the one that exists. `withResponse()` has the response that it came in, and how often that request was sent; `duration` covers the whole call.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server responds with any other error, or if what exists is not found.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if there is no usable response.
   * @example
   * ```ts
   * const channel = await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])
   * ```
   * @experimental Inferred: no page of the documentation shows one of these operations.
   *
   * Operations `createDirectChannel` (inferred), `listChannels` (documented), `listChannelMembers` (documented).
   */
  getOrCreateDirect(members: readonly [string | Pick<MemberAdd, 'username'>, string | Pick<MemberAdd, 'username'>], options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.compose({ name: 'channels.getOrCreateDirect', create: createDirectChannel, argument: 'members', find: listChannels, query: { filter: ['type:eq:direct'], limit: 50 }, id: 'id', count: 'members_count', match: listChannelMembers, by: 'username' }, members, options)
  }

  /**
   * Create a private channel.
   *
   * Creates a channel that only its members see. It has no `uri`.
   *
   * @param body - The channel to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new channel.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   * @experimental Inferred: no page of the documentation shows it.
   *
   * Operation `createPrivateChannel`: `POST /private-channels` (inferred).
   */
  createPrivate(body: PrivateChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createPrivateChannel, { body }, options)
  }

  /**
   * Create a public channel.
   *
   * Creates a channel that anyone may join. Its `uri`, if it has one, must be unique in the application.
   *
   * @param body - The channel to create.
   * @param options - Signal, headers, timeouts in milliseconds, number of retries.
   * @returns The new channel.
   * @throws InputError before anything is sent, if a value cannot be sent.
   * @throws ApiError, of the class for its status, if the server answers with an error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError, if no proper answer comes.
   *
   * Operation `createPublicChannel`: `POST /public-channels` (decided).
   */
  createPublic(body: PublicChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createPublicChannel, { body }, options)
  }
}
