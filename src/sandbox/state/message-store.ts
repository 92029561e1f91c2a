import { operationPermissions } from '../../../generated/rules.js'
import type { MessageSend, Role } from '../../../generated/schema.js'
import { ownFields } from '../../common/own-fields.js'
import { fail, Problem, quote } from '../problem.js'
import type { ChannelRecord, StoredMessage } from './channel-record.js'
import type { Collection, Index } from './collection.js'
import { compact } from './compact.js'
import type { MemberStore } from './member-store.js'
import { checkPermission, hasPermission } from './permissions.js'
import { pickFields } from './pick-fields.js'
import type { RoleStore } from './role-store.js'
import { ShardedMap } from './sharded-map.js'
import type { Snowflakes } from './snowflakes.js'

/** The messages of every channel. They are stored in the channel's record. */
export class MessageStore {
  readonly #ids: Snowflakes
  readonly #roles: RoleStore
  readonly #members: MemberStore
  /** The messages of every channel, by id. */
  readonly index: Index<StoredMessage> = new ShardedMap()
  readonly #unindexed: Collection<StoredMessage>[] = []

  constructor(ids: Snowflakes, roles: RoleStore, members: MemberStore) {
    this.#ids = ids
    this.#roles = roles
    this.#members = members
  }

  /**
   * @param time - When the message is sent, in milliseconds since 1970. Its id contains it.
   * @throws Problem 409 if the id is taken.
   */
  add(channel: ChannelRecord, message: MessageSend & { id?: string | undefined }, time: number): StoredMessage {
    const { id = this.#ids.next(time), attachments = [] } = ownFields(message)
    const added = pickFields('Message', message, {
      id,
      attachments: attachments.map((attachment) => compact(attachment)),
    })
    return this.restore(channel, added as StoredMessage)
  }

  /**
   * Adds a message as it was stored.
   *
   * @throws Problem 409 if the id is taken.
   */
  restore(channel: ChannelRecord, message: StoredMessage): StoredMessage {
    const { id } = message
    if (this.index.get(id)) throw new Problem(409, `id ${quote(id)} is taken by another message.`)
    channel.messages.add(message)
    this.#ids.pass(id)
    return message
  }

  /** @throws Problem 404 if the channel has no such message. */
  get(id: string, channel: ChannelRecord): StoredMessage {
    return channel.messages.get(id) ?? fail('messageNotFound', { messageId: id })
  }

  /** @throws Problem 404 if no channel has such a message. */
  deleteAttachments(id: string): void {
    this.buildIndex(Infinity)
    const { collection, value } = this.index.get(id) ?? fail('messageNotFound', { messageId: id })
    collection.replace({ ...value, attachments: [] })
  }

  /** Sets the messages of a channel, as they were stored. Their index is built later. */
  fill(channel: ChannelRecord, messages: readonly StoredMessage[]): void {
    channel.messages.fill(messages)
    this.#unindexed.push(channel.messages)
  }

  /**
   * Builds the index of messages that were filled in.
   *
   * @param limit - The most messages to add to it.
   * @returns Whether it is complete.
   */
  buildIndex(limit: number): boolean {
    for (let left = limit; left > 0; ) {
      const messages = this.#unindexed.at(-1)
      if (!messages) return true
      const added = messages.index(left)
      if (added < left) this.#unindexed.pop()
      // A channel without messages counts too.
      left -= added + 1
    }
    return false
  }

  /** Deletes the messages of a channel that was deleted. */
  removeChannel(channel: ChannelRecord): void {
    channel.messages.clear()
  }

  /**
   * Checks that a member may change a message: as its author, or with a role that allows it for any message, unless
   * the author's role has a higher priority.
   *
   * @throws Problem 403 if not.
   */
  checkMayChange(
    channel: ChannelRecord,
    username: string,
    message: StoredMessage,
    operation: 'editMessage' | 'deleteMessage',
  ): void {
    const [{ permission: own }, { permission: any }] = operationPermissions[operation]
    const role = this.#members.actingRole(channel, username)
    const isAuthor = message.from === username
    if (isAuthor && hasPermission(role, own)) return
    if (!hasPermission(role, any)) checkPermission(role, username, isAuthor ? own : any)
    const author = channel.members.get(message.from)
    if (author && priorityOf(this.#roles.get(author.roleId)) > priorityOf(role))
      fail('outranked', { username: message.from, role: role.name })
  }
}

function priorityOf({ priority = 1 }: Role): number {
  return priority
}
