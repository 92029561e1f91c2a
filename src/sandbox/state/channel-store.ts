import type { Channel } from '../../../generated/schema.js'
import { ownFields } from '../../common/own-fields.js'
import { fail, Problem, quote, unacceptable } from '../problem.js'
import {
  type ChannelKind,
  type ChannelRecord,
  channelTypeOf,
  type Membership,
  type StoredMessage,
} from './channel-record.js'
import { toTimestamp } from './clock.js'
import { Collection, type Index } from './collection.js'
import { compact } from './compact.js'
import type { MemberStore, NewMember } from './member-store.js'
import { pickFields } from './pick-fields.js'
import { ownerRole, type RoleStore } from './role-store.js'
import type { Snowflakes } from './snowflakes.js'
import { type StateSize, sizeOf } from './state-size.js'
import type { UserStore } from './user-store.js'

/** The initial values of a channel. */
export interface NewChannel
  extends Omit<ChannelRecord, 'id' | 'created_at' | 'owner' | 'members' | 'blocked' | 'messages'> {
  id?: string
  created_at?: string
  owner?: string | undefined
  members?: readonly NewMember[] | undefined
}

/** The channels of an application: by id, by uri, and direct channels by their two members. */
export class ChannelStore {
  readonly all: Collection<ChannelRecord>
  readonly #size: StateSize
  readonly #ids: Snowflakes
  readonly #users: UserStore
  readonly #roles: RoleStore
  readonly #members: MemberStore
  readonly #messages: Index<StoredMessage>
  readonly #byUri = new Map<string, ChannelRecord>()
  readonly #byPair = new Map<string, ChannelRecord>()

  /** @param messages - The messages of every channel, by id. */
  constructor(
    ids: Snowflakes,
    users: UserStore,
    roles: RoleStore,
    members: MemberStore,
    messages: Index<StoredMessage>,
    size: StateSize,
  ) {
    this.all = new Collection(size, ({ id }) => id)
    this.#size = size
    this.#ids = ids
    this.#users = users
    this.#roles = roles
    this.#members = members
    this.#messages = messages
  }

  /**
   * Adds a channel with its members. If any of it is rejected, nothing changes.
   *
   * @param time - When the channel is created, in milliseconds since 1970. Its id contains it.
   */
  add(channel: NewChannel, time: number): ChannelRecord {
    const {
      id: givenId,
      created_at = toTimestamp(time),
      uri,
      owner,
      members: given = [],
      ...fields
    } = ownFields(channel)
    const members = given.map(ownFields)
    const { kind } = fields
    if (givenId !== undefined && this.all.has(givenId))
      throw new Problem(409, `id ${quote(givenId)} is taken by another channel.`)
    if (owner !== undefined) this.#users.getReferenced('owner', owner)
    if (kind === 'direct') this.#checkDirect(owner, members)
    this.#checkMembers(kind, owner, members)
    if (uri !== undefined && this.#byUri.has(uri)) fail('uriTaken', { uri })
    // Last, since a rejected channel takes no id.
    const id = givenId ?? this.#ids.next(time)
    const record: ChannelRecord = Object.setPrototypeOf(
      {
        ...compact(fields),
        id,
        created_at,
        members: new Collection<Membership>(this.#size, ({ username }) => username),
        blocked: new Collection<string>(this.#size, (username) => username),
        messages: new Collection<StoredMessage>(this.#size, ({ id }) => id, this.#messages),
      },
      null,
    )
    if (uri !== undefined) this.setUri(record, uri)
    if (owner !== undefined && !members.some(({ username }) => username === owner))
      this.#members.setOwner(record, owner)
    for (const { username, role } of members) {
      if (username === owner) this.#members.setOwner(record, username)
      else this.#members.setRole(record, username, role)
    }
    if (kind === 'direct' && members.length === 2) this.#byPair.set(pairOf(members), record)
    this.all.add(record)
    this.#ids.pass(id)
    return record
  }

  #checkDirect(owner: string | undefined, members: readonly NewMember[]): void {
    // A seed may have fewer, since users may have been deleted.
    if (members.length > 2) unacceptable(`members: a direct channel has two members, got ${members.length}.`)
    if (members.length === 2 && members[0]?.username === members[1]?.username) fail('sameMembers')
    if (this.directBetween(members)) fail('alreadyDirect')
    if (owner !== undefined) fail('notInDirect', { field: 'owner' })
  }

  #checkMembers(kind: ChannelKind, owner: string | undefined, members: readonly NewMember[]): void {
    for (const [index, { username, role }] of members.entries()) {
      if (role === ownerRole && kind === 'direct') fail('notInDirect', { field: 'owner' })
      if (role === ownerRole && username !== owner) fail('ownerRole', { field: `members[${index}].role`, username })
    }
    for (const [index, { username, role }] of members.entries()) {
      this.#users.getReferenced(`members[${index}].username`, username)
      if (role !== undefined) this.#roles.getReferenced(`members[${index}].role`, role)
    }
  }

  /** @throws Problem 404 if there is no such channel. */
  get(id: string): ChannelRecord {
    return this.all.get(id) ?? fail('channelNotFound', { channelId: id })
  }

  /** Finds the direct channel of two users, in either order, if there is one. */
  directBetween(users: readonly { readonly username: string }[]): ChannelRecord | undefined {
    return this.#byPair.get(pairOf(users))
  }

  /** @throws Problem 404 if there is no such channel. */
  delete(id: string): ChannelRecord {
    const channel = this.all.delete(id) ?? fail('channelNotFound', { channelId: id })
    if (channel.uri !== undefined) this.#byUri.delete(channel.uri)
    if (channel.kind === 'direct') this.#byPair.delete(pairOf([...channel.members]))
    this.#members.removeChannel(channel)
    for (const list of [channel.members, channel.blocked]) list.clear()
    return channel
  }

  /** Changes fields of a channel, by a function. */
  update(channel: ChannelRecord, change: () => void): ChannelRecord {
    const before = sizeOf(channel)
    change()
    this.#size.bytes += sizeOf(channel) - before
    return channel
  }

  /** @throws Problem 409 if another channel has the uri. */
  setUri(channel: ChannelRecord, uri: string): void {
    const holder = this.#byUri.get(uri)
    if (holder && holder !== channel) fail('uriTaken', { uri })
    if (channel.uri !== undefined) this.#byUri.delete(channel.uri)
    channel.uri = uri
    this.#byUri.set(uri, channel)
  }

  /** Removes a deleted user from every channel. Their messages stay. */
  removeUser(username: string): void {
    for (const channel of this.#members.removeUser(username)) {
      if (channel.owner === username) this.update(channel, () => delete channel.owner)
      const [other] = channel.members
      if (channel.kind === 'direct' && other) this.#byPair.delete(pairOf([other, { username }]))
    }
  }

  /** Returns a field of a channel as `show` does, without the other ones. */
  read(channel: ChannelRecord, field: keyof Channel): Channel[keyof Channel] {
    const { kind, owner, members, messages } = channel
    if (field === 'type') return channelTypeOf(kind)
    if (field === 'owner') return owner === undefined ? undefined : this.#users.all.get(owner)
    if (field === 'members_count') return members.size
    if (field === 'last_message') return messages.last ? pickFields('LastMessage', messages.last, {}) : null
    return channel[field]
  }

  /** Converts a channel for a response. */
  show(channel: ChannelRecord): Channel {
    const { kind, members, messages } = channel
    const last = messages.last
    return pickFields('Channel', channel, {
      type: channelTypeOf(kind),
      members_count: members.size,
      owner: channel.owner === undefined ? undefined : this.#users.all.get(channel.owner),
      last_message: last ? pickFields('LastMessage', last, {}) : null,
    })
  }
}

function pairOf(users: readonly { readonly username: string }[]): string {
  return JSON.stringify(users.map(({ username }) => username).sort())
}
