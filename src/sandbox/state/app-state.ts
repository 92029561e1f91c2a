import type { Application } from '../../../generated/schema.js'
import { ChannelStore } from './channel-store.js'
import { ChannelTypeStore } from './channel-type-store.js'
import { FileStore } from './file-store.js'
import { MemberStore } from './member-store.js'
import { MessageStore } from './message-store.js'
import { RoleStore } from './role-store.js'
import { Snowflakes } from './snowflakes.js'
import { StateSize } from './state-size.js'
import { UserStore } from './user-store.js'

/** The state of one application: a store per resource, and the deletions that concern several of them. */
export class AppState {
  readonly application: Application = { name: 'Sandbox' }
  readonly users: UserStore
  readonly roles: RoleStore
  readonly members: MemberStore
  readonly channels: ChannelStore
  readonly messages: MessageStore
  readonly channelTypes: ChannelTypeStore
  readonly files: FileStore
  /** Channels and messages share their ids, so that these are in order across both. */
  readonly ids = new Snowflakes()

  readonly size = new StateSize()

  constructor(appId: string) {
    const { ids, size } = this
    this.users = new UserStore(size)
    this.channelTypes = new ChannelTypeStore(size)
    this.files = new FileStore(size)
    this.roles = new RoleStore(appId, size)
    this.members = new MemberStore(this.users, this.roles)
    this.messages = new MessageStore(ids, this.roles, this.members)
    this.channels = new ChannelStore(ids, this.users, this.roles, this.members, this.messages.index, size)
  }

  /** Deletes a user, also from every channel. Their messages stay. @throws Problem 404 if there is no such user. */
  deleteUser(username: string): void {
    this.users.delete(username)
    this.channels.removeUser(username)
  }

  /** Deletes a channel with its messages. @throws Problem 404 if there is no such channel. */
  deleteChannel(id: string): void {
    this.messages.removeChannel(this.channels.delete(id))
  }
}
