import { channelTypeNumbers } from '../../../generated/operations.js'
import type { Application, Channel, ChannelType, Member, MessageSend, Role, User } from '../../../generated/schema.js'
import { Problem, quote, unacceptable } from '../problem.js'
import type { Clock } from './clock.js'
import { Collection } from './collection.js'
import { compact, type WithoutUndefined } from './compact.js'
import { allPermissions, type Permission, participantPermissions, permission } from './permissions.js'
import { Snowflakes } from './snowflakes.js'

/** Kind of a channel: one of the documented words, or any other that an update names. */
export type ChannelKind = 'public' | 'private' | 'direct' | (string & {})

/** The documented kinds, by the number that stands for each in responses. */
export const channelKinds: ReadonlyMap<number, ChannelKind> = new Map(
  (['private', 'public', 'direct'] as const).map((kind) => [channelTypeNumbers[kind], kind]),
)

const numberOfKind: ReadonlyMap<ChannelKind, number> = new Map(
  [...channelKinds].map(([number, kind]) => [kind, number]),
)

/** A message as it is kept. */
export type StoredMessage = WithoutUndefined<MessageSend> & { readonly id: string }

/** A channel type as it is kept: by its name, with whatever else it was created with. */
export type StoredChannelType = ChannelType & { readonly name: string }

/** A user in a channel. */
export interface Membership {
  readonly username: string
  roleId: number
}

/** A channel as it is kept. */
export interface ChannelRecord {
  readonly id: string
  readonly created_at: string
  kind: ChannelKind
  uri?: string
  subject?: string
  label?: string
  metadata?: string
  avatar?: string
  /** Username; nobody, if the owner was deleted or there never was one. */
  owner?: string
  readonly members: Collection<Membership>
  /** Usernames. */
  readonly blocked: Collection<string>
  readonly messages: Collection<StoredMessage>
}

/** A file as it is kept. */
export interface StoredFile {
  readonly name: string
  /** Media type that the upload stated. It is never sent as such, so that no browser runs the file. */
  readonly type?: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** What a channel begins with. */
export interface NewChannel extends Pick<ChannelRecord, 'kind' | 'uri' | 'subject' | 'label' | 'metadata' | 'avatar'> {
  id?: string
  created_at?: string
  owner?: string | undefined
  members?: readonly { username: string; role?: string | undefined }[] | undefined
}

export const ownerRole = 'Owner'
export const participantRole = 'Participant'

/** Status of a user who is neither inactive nor deleted. */
const activeStatus = 0

/** Everything that one application holds, and the rules that always apply to it. */
export class AppState {
  readonly appId: string
  /** Tells when things are made. While a seed is sown, that is the seed's. */
  clock: Clock
  readonly #ids = new Snowflakes()
  readonly application: Application = { name: 'Sandbox' }
  readonly users = new Collection<User>(({ username }) => username)
  readonly channels = new Collection<ChannelRecord>(({ id }) => id)
  readonly roles = new Collection<Role>(({ id }) => String(id))
  readonly files = new Collection<StoredFile>(({ name }) => name)
  readonly channelTypes = new Collection<StoredChannelType>(({ name }) => name)
  readonly #byUri = new Map<string, ChannelRecord>()
  readonly #byPair = new Map<string, ChannelRecord>()
  readonly #byMessage = new Map<string, ChannelRecord>()
  #lastRole = 0

  constructor(appId: string, clock: Clock) {
    this.appId = appId
    this.clock = clock
    this.addRole({ name: ownerRole, description: 'Owns the channel', permissions: [...allPermissions], priority: 99 })
    this.addRole({
      name: participantRole,
      description: 'Takes part in the channel',
      permissions: [...participantPermissions],
      priority: 1,
    })
  }

  // Users

  addUser(user: User): User {
    if (this.users.has(user.username)) throw new Problem(409, `username ${quote(user.username)} is taken.`)
    checkSegment('username', user.username)
    const now = this.clock.timestamp()
    const {
      username,
      first_name,
      last_name,
      avatar,
      created_at = now,
      updated_at = created_at,
      last_login_at,
      presence_status = 0,
    } = user
    const added = compact({
      username,
      first_name,
      last_name,
      avatar,
      created_at,
      updated_at,
      last_login_at,
      presence_status,
    })
    this.users.add(added)
    return added
  }

  /** A user that a path names. */
  user(username: string): User {
    return this.users.get(username) ?? missing('user', username)
  }

  /** A user that a body or query names. */
  knownUser(field: string, username: string): User {
    return this.users.get(username) ?? unacceptable(`${field} names no user: there is no ${quote(username)}.`)
  }

  /** Takes a user out of the application and of every channel. What was said stays. */
  deleteUser(username: string): void {
    this.user(username)
    this.users.delete(username)
    for (const channel of this.channels) {
      channel.blocked.delete(username)
      if (!channel.members.delete(username)) continue
      if (channel.owner === username) delete channel.owner
      if (channel.kind === 'direct')
        for (const [pair, one] of this.#byPair) if (one === channel) this.#byPair.delete(pair)
    }
  }

  // Roles

  addRole(role: Omit<Role, 'id'> & { id?: number | undefined }): Role {
    if (this.roleNamed(role.name)) throw new Problem(409, `name ${quote(role.name)} is taken by another role.`)
    const { id = this.#lastRole + 1, name, description, access, priority, permissions } = role
    if (this.roles.has(String(id))) throw new Problem(409, `id ${id} is taken by another role.`)
    this.#lastRole = Math.max(this.#lastRole, id)
    const added = compact({
      id,
      app_id: this.appId,
      name,
      description,
      access,
      priority,
      permissions: permissions && [...permissions],
    })
    this.roles.add(added)
    return added
  }

  /** A role that a path names. */
  role(id: number): Role {
    return this.roles.get(String(id)) ?? missing('role', String(id))
  }

  roleNamed(name: string): Role | undefined {
    for (const role of this.roles) if (role.name === name) return role
    return undefined
  }

  #knownRole(field: string, name: string): Role {
    return this.roleNamed(name) ?? unacceptable(`${field} names no role: there is no ${quote(name)}.`)
  }

  isRoleInUse(id: number): boolean {
    for (const { members } of this.channels) for (const { roleId } of members) if (roleId === id) return true
    return false
  }

  // Channels

  addChannel({
    id = this.#ids.next(this.clock.now()),
    created_at = this.clock.timestamp(),
    kind,
    owner,
    members = [],
    ...texts
  }: NewChannel): ChannelRecord {
    if (this.channels.has(id))
      throw new Problem(409, `id ${quote(id)} is taken by another channel.`, { about: 'channel' })
    const { uri, subject, label, metadata, avatar } = texts
    const channel: ChannelRecord = {
      ...compact({ id, created_at, kind, subject, label, metadata, avatar }),
      members: new Collection(({ username }) => username),
      blocked: new Collection((username) => username),
      messages: new Collection(({ id }) => id),
    }
    if (owner !== undefined) this.knownUser('owner', owner)
    const usernames = members.map(({ username }) => username)
    if (kind === 'direct') {
      // One or both may have been deleted since.
      if (usernames.length > 2) unacceptable('members of a direct channel are two.')
      if (usernames.length === 2 && usernames[0] === usernames[1])
        unacceptable('members must be two users, not one twice.')
      if (this.directChannelOf(usernames))
        throw new Problem(409, 'members have a direct channel already.', { about: 'channel' })
    }
    if (kind === 'direct' && owner !== undefined) unacceptable('owner: a direct channel has none.')
    for (const { username, role } of members) {
      if (role === ownerRole && username !== owner)
        unacceptable(
          `members gives ${quote(username)} the role ${ownerRole}: name the owner of the channel in owner instead.`,
        )
    }
    for (const [index, { username, role }] of members.entries()) {
      this.knownUser(`members/${index}/username`, username)
      if (role !== undefined) this.#knownRole(`members/${index}/role`, role)
    }
    // Nothing has changed until here, so that a refusal leaves no trace.
    if (uri !== undefined) this.setUri(channel, uri)
    if (owner !== undefined && !usernames.includes(owner)) this.setOwner(channel, owner)
    for (const { username, role } of members) {
      if (username === owner) this.setOwner(channel, username)
      else this.#setRole(channel, username, role)
    }
    if (usernames.length === 2 && kind === 'direct') this.#byPair.set(pairOf(usernames), channel)
    this.channels.add(channel)
    this.#ids.pass(id)
    return channel
  }

  /** A channel that a path names. */
  channel(id: string): ChannelRecord {
    return this.channels.get(id) ?? missing('channel', id)
  }

  directChannelOf(usernames: readonly string[]): ChannelRecord | undefined {
    return this.#byPair.get(pairOf(usernames))
  }

  deleteChannel(id: string): void {
    const channel = this.channel(id)
    this.channels.delete(id)
    if (channel.uri !== undefined) this.#byUri.delete(channel.uri)
    for (const [pair, one] of this.#byPair) if (one === channel) this.#byPair.delete(pair)
    for (const message of channel.messages) this.#byMessage.delete(message.id)
  }

  setUri(channel: ChannelRecord, uri: string): void {
    const holder = this.#byUri.get(uri)
    if (holder && holder !== channel)
      throw new Problem(409, `uri ${quote(uri)} is taken by another channel.`, { about: 'channel' })
    if (channel.uri !== undefined) this.#byUri.delete(channel.uri)
    channel.uri = uri
    this.#byUri.set(uri, channel)
  }

  /** A channel has one owner: the one before becomes a participant. */
  setOwner(channel: ChannelRecord, username: string): void {
    this.#checkNotBlocked(channel, username)
    const before = channel.owner
    channel.owner = username
    if (before !== undefined && before !== username) this.#setRole(channel, before, participantRole)
    this.#setRole(channel, username, ownerRole)
  }

  /** Makes users members, or gives members another role. All of them, or none. */
  addMembers(
    channel: ChannelRecord,
    members: readonly { username: string; role?: string | undefined }[],
  ): Membership[] {
    for (const [index, { username, role }] of members.entries()) {
      const field = `members/${index}`
      this.knownUser(`${field}/username`, username)
      if (role !== undefined) this.#knownRole(`${field}/role`, role)
      this.#checkNotBlocked(channel, username)
      if (role === undefined && channel.members.has(username))
        throw new Problem(409, `${field}: ${quote(username)} is a member already.`, { about: 'member' })
      if (channel.kind === 'direct' && !channel.members.has(username))
        throw new Problem(403, 'A direct channel has the two members that it was made with.')
      const claims = role === ownerRole && channel.owner !== username
      if (claims) unacceptable(`${field}/role is ${ownerRole}: change the owner of the channel instead.`)
      if (role !== undefined && role !== ownerRole && channel.owner === username)
        unacceptable(`${field}/role: ${quote(username)} is the owner of the channel.`)
    }
    return members.map(({ username, role }) => this.#setRole(channel, username, role))
  }

  /** Takes members out of a channel. All of them, or none; who is no member is passed over. */
  removeMembers(channel: ChannelRecord, usernames: readonly string[]): Membership[] {
    for (const [index, username] of usernames.entries()) {
      if (channel.owner === username)
        throw new Problem(403, `members/${index}: ${quote(username)} owns the channel. Give it another owner first.`)
      if (channel.kind === 'direct') throw new Problem(403, 'A direct channel keeps its two members.')
      this.knownUser(`members/${index}`, username)
    }
    return usernames.flatMap((username) => channel.members.delete(username) ?? [])
  }

  /** Takes a user out of a channel, for good. */
  block(channel: ChannelRecord, username: string): void {
    this.knownUser('blocked', username)
    if (channel.kind === 'direct') unacceptable('blocked: a direct channel keeps its two members.')
    if (channel.owner === username) unacceptable(`blocked: ${quote(username)} owns the channel.`)
    channel.members.delete(username)
    if (!channel.blocked.has(username)) channel.blocked.add(username)
  }

  #checkNotBlocked({ blocked }: ChannelRecord, username: string): void {
    if (blocked.has(username)) throw new Problem(403, `${quote(username)} was kicked and blocked from this channel.`)
  }

  #setRole(channel: ChannelRecord, username: string, role: string | undefined): Membership {
    const known = channel.members.get(username)
    if (known && role === undefined) return known
    const { id: roleId } = this.#knownRole('role', role ?? participantRole)
    if (known) return Object.assign(known, { roleId })
    const member = { username, roleId }
    channel.members.add(member)
    return member
  }

  // Channel types

  addChannelType(type: StoredChannelType): StoredChannelType {
    if (this.channelTypes.has(type.name))
      throw new Problem(409, `name ${quote(type.name)} is taken by another channel type.`)
    checkSegment('name', type.name)
    if (isDeeperThan(type, deepest)) unacceptable(`It must not be nested more than ${deepest} levels deep.`)
    this.channelTypes.add(type)
    return type
  }

  deleteChannelType(name: string): void {
    if (!this.channelTypes.delete(name)) missing('channel type', name)
  }

  // Messages

  addMessage(channel: ChannelRecord, message: MessageSend & { id?: string | undefined }): StoredMessage {
    const { id = this.#ids.next(this.clock.now()), from, body, type, metadata, attachments = [] } = message
    if (this.#byMessage.has(id)) throw new Problem(409, `id ${quote(id)} is taken by another message.`)
    const added = compact({
      id,
      from,
      body,
      type,
      metadata,
      attachments: attachments.map((attachment) => compact(attachment)),
    })
    channel.messages.add(added)
    this.#byMessage.set(id, channel)
    this.#ids.pass(id)
    return added
  }

  /** A message that a path names, with its channel or without. */
  message(id: string, channel = this.#byMessage.get(id)): StoredMessage {
    return channel?.messages.get(id) ?? missing('message', id)
  }

  deleteMessage(channel: ChannelRecord, id: string): void {
    channel.messages.delete(id)
    this.#byMessage.delete(id)
  }

  /** Who acts in a channel, with the role to do so. */
  actor(channel: ChannelRecord, username: string): Role {
    this.knownUser('from', username)
    this.#checkNotBlocked(channel, username)
    const member = channel.members.get(username)
    if (!member) throw new Problem(403, `${quote(username)} is no member of this channel.`)
    return this.role(member.roleId)
  }

  /** Makes sure that a member may do something to a message: as its author, or by a role that may, to authors of no higher weight. */
  permit(channel: ChannelRecord, username: string, { from }: StoredMessage, own: Permission, any: Permission): void {
    const role = this.actor(channel, username)
    const isAuthor = from === username
    if (isAuthor && may(role, own)) return
    if (!may(role, any))
      throw new Problem(
        403,
        `The role ${quote(role.name)} does not permit ${quote(username)} to ${isAuthor ? own : any}.`,
      )
    const author = channel.members.get(from)
    if (author && weightOf(this.role(author.roleId)) > weightOf(role))
      throw new Problem(403, `${quote(from)} has a role of a higher weight than ${quote(role.name)}.`)
  }

  // As the API shows them

  showChannel(channel: ChannelRecord): Channel {
    const { id, uri, subject, label, metadata, avatar, created_at, kind, members, messages } = channel
    const last = messages.last
    return compact({
      id,
      uri,
      subject,
      label,
      metadata,
      avatar,
      created_at,
      type: numberOfKind.get(kind) ?? kind,
      members_count: members.size,
      owner: channel.owner === undefined ? undefined : this.users.get(channel.owner),
      last_message: last ? { id: last.id, from: last.from, body: last.body } : null,
    })
  }

  /** A member, or who was blocked and so has no role. */
  showMember({ username, roleId }: Pick<Membership, 'username'> & Partial<Membership>): Member {
    const { first_name, last_name, avatar, created_at, updated_at } = this.user(username)
    const role = roleId === undefined ? undefined : this.role(roleId).name
    return compact({ username, first_name, last_name, avatar, created_at, updated_at, status: activeStatus, role })
  }
}

const deepest = 100

/** Whether objects and arrays are nested deeper than a number of levels. It looks no deeper, so that no depth exhausts the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

export function may(role: Role, name: Permission): boolean {
  return role.permissions?.includes(permission(name)) ?? false
}

/** Refuses what no URL can carry as a segment of a path. */
export function checkSegment(field: string, value: string): void {
  if (value === '.' || value === '..') unacceptable(`${field} cannot be ${quote(value)}: no URL could name it.`)
}

function weightOf({ priority = 1 }: Role): number {
  return priority
}

function pairOf(usernames: readonly string[]): string {
  return JSON.stringify([...usernames].sort())
}

function missing(kind: string, name: string): never {
  throw new Problem(
    404,
    `There is no ${kind} ${quote(name)}.`,
    kind === 'channel' || kind === 'user' ? { about: kind } : {},
  )
}
