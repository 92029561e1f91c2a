import type { Member, Role } from '../../../generated/schema.js'
import { fail, quote, unacceptable } from '../problem.js'
import type { ChannelRecord, Membership } from './channel-record.js'
import { pickFields } from './pick-fields.js'
import { ownerRole, participantRole, type RoleStore } from './role-store.js'
import type { UserStore } from './user-store.js'

/** Status of a user who is neither inactive nor deleted. */
const activeStatus = 0

/** A user who becomes a member, and the name of the role. */
export interface NewMember {
  readonly username: string
  readonly role?: string | undefined
}

/** The members and the blocked users of every channel. They are stored in the channel's record. */
export class MemberStore {
  readonly #users: UserStore
  readonly #roles: RoleStore
  /** The channels of which a user is a member. */
  readonly #channels = new Map<string, Set<ChannelRecord>>()
  /** The number of members who have a role. */
  readonly #counts = new Map<number, number>()

  constructor(users: UserStore, roles: RoleStore) {
    this.#users = users
    this.#roles = roles
  }

  /** Adds members, or changes the roles of members. If one of them is rejected, nothing changes. */
  add(channel: ChannelRecord, members: readonly NewMember[]): Membership[] {
    for (const [index, { username, role }] of members.entries()) {
      const field = `members[${index}]`
      this.#users.getReferenced(`${field}.username`, username)
      if (role !== undefined) this.#roles.getReferenced(`${field}.role`, role)
      this.checkNotBlocked(channel, username)
      const isMember = channel.members.has(username)
      const isOwner = channel.owner === username
      if (role === undefined && isMember) fail('alreadyMember', { field, username })
      if (channel.kind === 'direct' && !isMember) fail('directIsFull')
      if (role === ownerRole && !isOwner) fail('ownerRole', { field: `${field}.role`, username })
      if (role !== undefined && role !== ownerRole && isOwner)
        fail('ownerKeepsRole', { field: `${field}.role`, username })
    }
    return members.map(({ username, role }) => this.setRole(channel, username, role))
  }

  /** Removes members. Users who are not members are skipped. If one of the users is rejected, nothing changes. */
  remove(channel: ChannelRecord, usernames: readonly string[]): Membership[] {
    for (const [index, username] of usernames.entries()) {
      const field = `members[${index}]`
      if (channel.owner === username) fail('ownerStays', { field, username })
      if (channel.kind === 'direct') fail('directStays')
      this.#users.getReferenced(field, username)
    }
    return usernames.flatMap((username) => this.#delete(channel, username) ?? [])
  }

  /**
   * Removes a deleted user from every channel. Blocks remain, so that a new user of the same name cannot bypass them.
   *
   * @returns The channels of which the user was a member.
   */
  removeUser(username: string): ChannelRecord[] {
    const channels = [...(this.#channels.get(username) ?? [])]
    for (const channel of channels) this.#delete(channel, username)
    return channels
  }

  /** Forgets the members of a channel that was deleted. */
  removeChannel(channel: ChannelRecord): void {
    for (const { username, roleId } of channel.members) {
      this.#unlink(channel, username)
      this.#count(roleId, -1)
    }
  }

  /** Checks whether a member of any channel has the role. */
  hasRole(roleId: number): boolean {
    return (this.#counts.get(roleId) ?? 0) > 0
  }

  /** Sets the owner of a channel. The previous owner becomes a Participant. */
  setOwner(channel: ChannelRecord, username: string): void {
    this.checkNotBlocked(channel, username)
    const previous = channel.owner
    channel.owner = username
    if (previous !== undefined && previous !== username) this.setRole(channel, previous, participantRole)
    this.setRole(channel, username, ownerRole)
  }

  /** Gives a user a role in a channel. Without one, a member keeps the role, and others become Participants. */
  setRole(channel: ChannelRecord, username: string, role: string | undefined): Membership {
    const known = channel.members.get(username)
    if (known && role === undefined) return known
    const { id: roleId } = this.#roles.getReferenced('role', role ?? participantRole)
    this.#count(roleId, 1)
    if (known) {
      this.#count(known.roleId, -1)
      return channel.members.replace({ username, roleId })
    }
    const member = { username, roleId }
    channel.members.add(member)
    this.#link(channel, username)
    return member
  }

  /** Removes a user from a channel, and rejects them from then on. The user need not exist. */
  block(channel: ChannelRecord, username: string): void {
    if (channel.kind === 'direct')
      unacceptable('blocked is not allowed: members of a direct channel cannot be blocked.')
    if (channel.owner === username) unacceptable(`blocked must not include ${quote(username)}, who owns the channel.`)
    this.#delete(channel, username)
    if (!channel.blocked.has(username)) channel.blocked.add(username)
  }

  /** Returns the role of the user who acts in a channel. @throws Problem 403 if the user is blocked or not a member. */
  actingRole(channel: ChannelRecord, username: string): Role {
    this.#users.getReferenced('from', username)
    this.checkNotBlocked(channel, username)
    const member = channel.members.get(username)
    if (!member) fail('notMember', { username })
    return this.#roles.get(member.roleId)
  }

  /** Converts a member, or a blocked user, who has no role, for a response. */
  show({ username, roleId }: Pick<Membership, 'username'> & Partial<Membership>): Member {
    const role = roleId === undefined ? undefined : this.#roles.get(roleId).name
    return pickFields('Member', this.#users.get(username), { status: activeStatus, role })
  }

  /** @throws Problem 403 if the user is blocked. */
  checkNotBlocked({ blocked }: ChannelRecord, username: string): void {
    if (blocked.has(username)) fail('blocked', { username })
  }

  #delete(channel: ChannelRecord, username: string): Membership | undefined {
    const member = channel.members.delete(username)
    if (!member) return undefined
    this.#unlink(channel, username)
    this.#count(member.roleId, -1)
    return member
  }

  #link(channel: ChannelRecord, username: string): void {
    const channels = this.#channels.get(username)
    if (channels) channels.add(channel)
    else this.#channels.set(username, new Set([channel]))
  }

  #unlink(channel: ChannelRecord, username: string): void {
    const channels = this.#channels.get(username)
    channels?.delete(channel)
    if (channels?.size === 0) this.#channels.delete(username)
  }

  #count(roleId: number, change: 1 | -1): void {
    this.#counts.set(roleId, (this.#counts.get(roleId) ?? 0) + change)
  }
}
