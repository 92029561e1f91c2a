import type { Application, Role, User } from '../../../generated/schema.js'
import type { AppState } from './app-state.js'
import type { ChannelRecord, Membership, StoredMessage } from './channel-record.js'
import type { StoredChannelType } from './channel-type-store.js'
import type { CollectionView } from './collection.js'
import type { StoredFile } from './file-store.js'
import type { LastIds } from './seed.js'

/** A channel at one moment. */
export interface ChannelView extends Omit<ChannelRecord, 'members' | 'blocked' | 'messages'> {
  readonly members: CollectionView<Membership>
  readonly blocked: CollectionView<string>
  readonly messages: CollectionView<StoredMessage>
}

/** The state of an application at one moment, which later changes do not affect. */
export interface StateView {
  readonly application: Application
  readonly lastIds: LastIds
  readonly roles: CollectionView<Role>
  readonly channelTypes: CollectionView<StoredChannelType>
  readonly users: CollectionView<User>
  readonly channels: CollectionView<ChannelRecord>
  /** The same channels, with views of what is in them. */
  readonly channelViews: readonly ChannelView[]
  readonly files: CollectionView<StoredFile>
}

/** Takes a view of a state. It copies the fields of channels, and nothing else. */
export function viewState({ application, ids, roles, channelTypes, users, channels, files }: AppState): StateView {
  return {
    application: { ...application },
    lastIds: { role: roles.lastId, message: ids.last },
    roles: roles.all.view,
    channelTypes: channelTypes.all.view,
    users: users.all.view,
    channels: channels.all.view,
    channelViews: [...channels.all].map((channel) => ({
      ...channel,
      members: channel.members.view,
      blocked: channel.blocked.view,
      messages: channel.messages.view,
    })),
    files: files.all.view,
  }
}
