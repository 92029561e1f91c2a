// Made by `npm run generate` from openapi/. Do not edit.
import type { Core } from '../../src/client/core.js'
import type { RequestOptions } from '../../src/client/request-options.js'
import type { ListPromise } from '../../src/client/list-promise.js'
import type { ApiPromise } from '../../src/client/api-promise.js'
import type { Channel, ChannelList, ChannelUpdate, DirectChannelCreate, Member, MemberAdd, MemberArray, MemberList, MembersAdd, MembersRemove, PrivateChannelCreate, PublicChannelCreate, Typing } from '../schema.js'
import { addChannelMembers, createDirectChannel, createPrivateChannel, createPublicChannel, deleteChannel, getChannel, listBlockedMembers, listChannelMembers, listChannels, removeChannelMembers, startTyping, stopTyping, updateChannel } from '../operations.js'

/** Query parameters of `channels.members.listBlocked`. */
export interface ListBlockedMembersQuery {
  /** Maximum number of items on a page. 1 to 50. */
  limit?: number | undefined
  /** Number of items to skip. 0 or more. */
  offset?: number | undefined
}

/** Query parameters of `channels.members.list`. */
export interface ListChannelMembersQuery {
  /** Maximum number of items on a page. 1 to 50. */
  limit?: number | undefined
  /** Number of items to skip. 0 or more. */
  offset?: number | undefined
}

/** Query parameters of `channels.list`. */
export interface ListChannelsQuery {
  /**
   * Conditions of the form `field:operator:value`. A channel must meet all of them.
   *
   * - Fields: `type`, `created_at`, `uri`, `subject` and `label`.
   * - Operators: `eq`, `not_eq`, `gte`, `lte`, `contains`, `begins`, `ends` and `in`, which accepts several values separated by `;`.
   * - Values: `type` accepts any word, since applications define their own types. In `created_at`, a date such as `2020-12-01` is the whole day, in UTC. Strings are compared exactly. Write conditions with `where()`.
   */
  filter?: readonly string[] | undefined
  /** Maximum number of items on a page. 1 to 50. */
  limit?: number | undefined
  /** Number of items to skip. 0 or more. */
  offset?: number | undefined
}

/** Methods of `sceyt.channels.members`. */
export class ChannelsMembersResource {
  readonly #core: Core

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
  }

  /**
   * Returns a page of the users who were kicked and blocked from a channel. They are no longer members, so they have no `role`.
   *
   * Without `limit`, a page has up to 30 members.
   *
   * Operation `listBlockedMembers`: `GET /channels/{channelId}/blocked-users`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param query - `limit` (1 to 50, by default 30), `offset` (0 or more).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const member of sceyt.channels.members.listBlocked('101437428530810880', { limit: 50 })) {
   *   console.log(member.username)
   * }
   * ```
   */
  listBlocked(channelId: string, query?: ListBlockedMembersQuery, options?: RequestOptions): ListPromise<MemberList, Member> {
    return this.#core.list(listBlockedMembers, { path: { channelId }, query, body: undefined }, options)
  }

  /**
   * Returns a page of the members of a channel, each with the name of their role.
   *
   * Without `limit`, a page has up to 30 members.
   *
   * Operation `listChannelMembers`: `GET /channels/{channelId}/users`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param query - `limit` (1 to 50, by default 30), `offset` (0 or more).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const member of sceyt.channels.members.list('101437428530810880', { limit: 50 })) {
   *   console.log(member.username)
   * }
   * ```
   */
  list(channelId: string, query?: ListChannelMembersQuery, options?: RequestOptions): ListPromise<MemberList, Member> {
    return this.#core.list(listChannelMembers, { path: { channelId }, query, body: undefined }, options)
  }

  /**
   * Adds one or more users to a channel, each with a role, by default Participant. If one of them is rejected, none is added.
   *
   * To change the role of a member, add the member again with the new role. Adding a member again without a role is an error.
   *
   * The owner keeps the role Owner, and no other member can have it: set the `owner` of the channel instead.
   * No members can be added to a direct channel.
   *
   * Operation `addChannelMembers`: `POST /channels/{channelId}/users`. Retried only after a 429, or if nothing was sent.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The users to add. Required: `members`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The added members.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user was kicked and blocked from the channel; or the channel is direct, so members cannot be added.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ConflictError (409) A user who is listed without a role is already a member.
   * @throws UnprocessableEntityError (422) A user in the request does not exist; a role in the request does not exist; a user who is not the owner is given the role Owner; or the owner is given a role other than Owner.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const members = await sceyt.channels.members.add('101437428530810880', {
   *   members: [
   *     {
   *       username: 'shelf_bot',
   *       role: 'Participant',
   *     },
   *   ],
   * })
   * ```
   */
  add(channelId: string, body: MembersAdd, options?: RequestOptions): ApiPromise<MemberArray> {
    return this.#core.call(addChannelMembers, { path: { channelId }, query: undefined, body }, options)
  }

  /**
   * Removes one or more members from a channel and returns them. Their messages stay. Users who are not members are skipped, so a repeated request returns only those that it removes itself.
   *
   * The owner of a channel and the members of a direct channel cannot be removed. If one user is rejected, none is removed.
   *
   * Operation `removeChannelMembers`: `DELETE /channels/{channelId}/users`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The members to remove. Required: `members`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The removed members.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) A user in the request owns the channel; or the channel is direct, so members cannot be removed.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const members = await sceyt.channels.members.remove('101437428530810880', { members: ['omar'] })
   * ```
   */
  remove(channelId: string, body: MembersRemove, options?: RequestOptions): ApiPromise<MemberArray> {
    return this.#core.call(removeChannelMembers, { path: { channelId }, query: undefined, body }, options)
  }
}

/** Methods of `sceyt.channels`. */
export class ChannelsResource {
  readonly #core: Core
  /** Methods of `sceyt.channels.members`. */
  readonly members: ChannelsMembersResource

  /** @internal Use `createSceyt`. */
  constructor(core: Core) {
    this.#core = core
    this.members = new ChannelsMembersResource(core)
  }

  /**
   * Returns a page of the channels that meet every condition of `filter`; without one, of all channels.
   *
   * Filters select by type, time of creation, `uri`, `subject` and `label`. None selects the channels of a user, or by `metadata`.
   *
   * Without `limit`, a page has up to 20 channels.
   *
   * Operation `listChannels`: `GET /channels`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param query - `filter` (write conditions with `where()`), `limit` (1 to 50, by default 20), `offset` (0 or more).
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns A list: `await` it for its first page, use `for await` or `toArray` for the items of all pages, or `page` for that of a link.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * for await (const channel of sceyt.channels.list({
   *   filter: [
   *     where('type', 'eq', 'public'),
   *     where('created_at', 'gte', '2020-12-01'),
   *     where('created_at', 'lte', '2020-12-09'),
   *   ],
   *   limit: 50,
   * })) {
   *   console.log(channel.id)
   * }
   * ```
   */
  list(query?: ListChannelsQuery, options?: RequestOptions): ListPromise<ChannelList, Channel> {
    return this.#core.list(listChannels, { path: undefined, query, body: undefined }, options)
  }

  /**
   * Returns a channel with its owner and its newest message.
   *
   * Operation `getChannel`: `GET /channels/{channelId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The channel.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const channel = await sceyt.channels.get('101437428530810880')
   * ```
   */
  get(channelId: string, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(getChannel, { path: { channelId }, query: undefined, body: undefined }, options)
  }

  /**
   * Changes the fields that are in the body; the others keep their values. An empty string clears a text, but not the `uri`. A new `uri` must be unique in the application.
   *
   * A new `owner` becomes a member with the role Owner, and the previous owner becomes a Participant.
   *
   * A direct channel stays direct and has no `owner` and no `uri`. No other channel becomes direct.
   *
   * Operation `updateChannel`: `PUT /channels/{channelId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The fields to change. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The updated channel.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user was kicked and blocked from the channel.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ConflictError (409) This uri is taken by another channel.
   * @throws UnprocessableEntityError (422) A user in the request does not exist; the type changes from or to direct; or the owner or uri of a direct channel is set.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const channel = await sceyt.channels.update('101437428530810880', {
   *   subject: 'Book club',
   *   label: 'hobby',
   *   metadata: '{"shelf":3}',
   * })
   * ```
   */
  update(channelId: string, body: ChannelUpdate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(updateChannel, { path: { channelId }, query: undefined, body }, options)
  }

  /**
   * Deletes a channel permanently, with its messages. Its members remain users of the application.
   *
   * Operation `deleteChannel`: `DELETE /channels/{channelId}`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection. If a retry ends with a NotFoundError, an earlier attempt may have deleted it.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * await sceyt.channels.delete('101437428530810940')
   * ```
   */
  delete(channelId: string, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(deleteChannel, { path: { channelId }, query: undefined, body: undefined }, options)
  }

  /**
   * Notifies the other members of a channel that the user `from` is typing. The user must be a member of the channel.
   *
   * Nothing is stored, so the call can be repeated.
   *
   * Operation `startTyping`: `POST /channels/{channelId}/start-typing`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The user who is typing. Required: `from`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel, or the user was kicked and blocked from the channel.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document the fields of `Typing`; they may differ.
   * @example
   * ```ts
   * await sceyt.channels.startTyping('101437428530810880', { from: 'zoe' })
   * ```
   */
  startTyping(channelId: string, body: Typing, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(startTyping, { path: { channelId }, query: undefined, body }, options)
  }

  /**
   * Notifies the other members of a channel that the user `from` has stopped typing. The user must be a member of the channel.
   *
   * Nothing is stored, so the call can be repeated.
   *
   * Operation `stopTyping`: `POST /channels/{channelId}/stop-typing`. Retried after a 408, 429, 500, 502, 503 or 504, a timeout or a broken connection.
   *
   * @param channelId - Id of the channel. Must not be empty.
   * @param body - The user who has stopped typing. Required: `from`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns Nothing.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws PermissionDeniedError (403) The user is not a member of the channel, or the user was kicked and blocked from the channel.
   * @throws NotFoundError (404) There is no channel with this id.
   * @throws UnprocessableEntityError (422) A user in the request does not exist.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document the fields of `Typing`; they may differ.
   * @example
   * ```ts
   * await sceyt.channels.stopTyping('101437428530810880', { from: 'zoe' })
   * ```
   */
  stopTyping(channelId: string, body: Typing, options?: RequestOptions): ApiPromise<void> {
    return this.#core.call(stopTyping, { path: { channelId }, query: undefined, body }, options)
  }

  /**
   * Creates a channel between two users, who stay its only members. It has no `owner` and no `uri`.
   *
   * Two users have at most one direct channel: another request for them returns the existing channel, or fails with 409.
   *
   * Operation `createDirectChannel`: `POST /direct-channels`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The direct channel to create. Required: `members`.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new channel.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ConflictError (409) These users already have a direct channel.
   * @throws UnprocessableEntityError (422) A user in the request does not exist; a role in the request does not exist; the two members are the same user; or the owner or uri of a direct channel is set.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path and the fields are assumed to be those of a public channel. A server may also create a second channel for the same two users.
   * @example
   * ```ts
   * const channel = await sceyt.channels.createDirect({
   *   members: [
   *     {
   *       username: 'zoe',
   *     },
   *     {
   *       username: 'omar',
   *     },
   *   ],
   *   label: 'friends',
   *   metadata: '{"since":2020}',
   * })
   * ```
   */
  createDirect(body: DirectChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createDirectChannel, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Returns the direct channel of two users, and creates it if there is none.
   *
   * If the channel exists, the server's error does not contain its id.
   * The client then reads the members of each direct channel until it finds the match, which takes one request per channel.
   * Store the id to avoid this.
   *
   * Calls `createDirectChannel`. If that fails with the reason `already-exists`, it looks for the existing one with `listChannels` and `listChannelMembers`.
   * If the outcome of the create is unknown (a timeout, a broken connection, or a 408, 500, 502, 503 or 504), it looks for it too, and never creates a second one. `maxRetries: 0` turns this off.
   * Calls of one client for the same resource run one after another, in order: two creates of it are never in flight at once.
   * The create itself is retried only after a 429, or if nothing was sent.
   *
   * @param members - The two members. Each is a `username`, or an object with one.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`. The signal and `totalTimeout` apply to all requests together, the others to each.
   * @returns The new channel, or the one that exists. `withResponse()` has the response of the last request and its attempts; `duration` covers all requests.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ApiError if the server returns any other error, or if the existing one is not found.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path and the fields are assumed to be those of a public channel. A server may also create a second channel for the same two users.
   * @example
   * ```ts
   * const channel = await sceyt.channels.getOrCreateDirect(['zoe', 'omar'])
   * ```
   */
  getOrCreateDirect(members: readonly [string | Pick<MemberAdd, 'username'>, string | Pick<MemberAdd, 'username'>], options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.compose({ name: 'channels.getOrCreateDirect', create: createDirectChannel, argument: 'members', find: listChannels, query: { filter: ['type:eq:direct'], limit: 50 }, id: 'id', count: 'members_count', match: listChannelMembers, by: 'username' }, members, options)
  }

  /**
   * Creates a channel that only its members see. It has no `uri`.
   *
   * The users in `members` join at once. The `owner` is a member too, with the role Owner; without one, the channel has no owner until an update sets it.
   *
   * Operation `createPrivateChannel`: `POST /private-channels`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The channel to create. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new channel.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws UnprocessableEntityError (422) A user in the request does not exist; a role in the request does not exist; or a user who is not the owner is given the role Owner.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @experimental Sceyt does not document this call. The path, the fields and the rules are assumed to be those of a public channel.
   * @example
   * ```ts
   * const channel = await sceyt.channels.createPrivate({
   *   subject: 'Book club',
   *   label: 'hobby',
   *   metadata: '{"shelf":3}',
   *   avatar_url: 'https://cdn.example.com/books.png',
   *   owner: 'zoe',
   *   members: [
   *     {
   *       username: 'zoe',
   *       role: 'Owner',
   *     },
   *     {
   *       username: 'omar',
   *     },
   *   ],
   * })
   * ```
   */
  createPrivate(body: PrivateChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createPrivateChannel, { path: undefined, query: undefined, body }, options)
  }

  /**
   * Creates a channel that anyone may join. Its `uri`, if it has one, must be unique in the application.
   *
   * The users in `members` join at once. The `owner` is a member too, with the role Owner; without one, the channel has no owner until an update sets it.
   *
   * Operation `createPublicChannel`: `POST /public-channels`. Retried only after a 429, or if nothing was sent.
   *
   * @param body - The channel to create. All fields are optional.
   * @param options - `signal`, `timeout`, `totalTimeout`, `maxRetries`, `headers`, `limiter`.
   * @returns The new channel.
   * @throws InputError if an argument cannot be sent. No request is made then.
   * @throws ConflictError (409) This uri is taken by another channel.
   * @throws UnprocessableEntityError (422) A user in the request does not exist; a role in the request does not exist; or a user who is not the owner is given the role Owner.
   * @throws ApiError if the server returns any other error.
   * @throws ResponseError, ConnectionError, TimeoutError or RedirectError if there is no usable response.
   * @example
   * ```ts
   * const channel = await sceyt.channels.createPublic({
   *   subject: 'Chess club',
   *   uri: 'chess_club',
   *   label: 'hobby',
   *   metadata: '{"boards":4}',
   *   avatar_url: 'https://cdn.example.com/chess.png',
   *   owner: 'zoe',
   *   members: [
   *     {
   *       username: 'zoe',
   *       role: 'Owner',
   *     },
   *     {
   *       username: 'omar',
   *     },
   *   ],
   * })
   * ```
   */
  createPublic(body: PublicChannelCreate, options?: RequestOptions): ApiPromise<Channel> {
    return this.#core.call(createPublicChannel, { path: undefined, query: undefined, body }, options)
  }
}
