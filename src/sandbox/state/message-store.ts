import { operationPermissions } from '../../../generated/rules.js'
import type { MessageSend, Role } from '../../../generated/schema.js'
import { ownFields } from '../../common/own-fields.js'
import { fail, Problem, quote } from '../problem.js'
import type { ChannelRecord, StoredMessage } from './channel-record.js'
import { compact } from './compact.js'
import type { MemberStore } from './member-store.js'
import { checkPermission, hasPermission } from './permissions.js'
import { pickFields } from './pick-fields.js'
import type { RoleStore } from './role-store.js'
import type { Snowflakes } from './snowflakes.js'

/** The messages of every channel, by id. They are stored in the channel's record. */
export class MessageStore {
  readonly #ids: Snowflakes
  readonly #roles: RoleStore
  readonly #members: MemberStore
  readonly #channels = new Map<string, ChannelRecord>()

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
    if (this.#channels.has(id)) throw new Problem(409, `id ${quote(id)} is taken by another message.`)
    const added = pickFields('Message', message, {
      id,
      attachments: attachments.map((attachment) => compact(attachment)),
    }) as StoredMessage
    channel.messages.add(added)
    this.#channels.set(id, channel)
    this.#ids.pass(id)
    return added
  }

  /**
   * @param channel - Default: any.
   * @throws Problem 404 if the channel has no such message.
   */
  get(id: string, channel = this.#channels.get(id)): StoredMessage {
    return channel?.messages.get(id) ?? fail('messageNotFound', { messageId: id })
  }

  delete(channel: ChannelRecord, id: string): void {
    channel.messages.delete(id)
    this.#channels.delete(id)
  }

  /** @throws Problem 404 if there is no such message. */
  deleteAttachments(id: string): void {
    const message = this.get(id)
    this.#channels.get(id)?.messages.replace({ ...message, attachments: [] })
  }

  /** Deletes the messages of a channel that was deleted. */
  removeChannel(channel: ChannelRecord): void {
    for (const { id } of channel.messages) this.#channels.delete(id)
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
