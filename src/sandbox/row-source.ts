import { fields } from '../../generated/rules.js'
import { describe } from '../common/describe.js'
import { unknownName } from '../common/unknown-name.js'
import type { AppState } from './state/app-state.js'
import type { ChannelRecord, Membership } from './state/channel-record.js'
import type { StoredFile } from './state/file-store.js'

/** The items of a collection, and how the API shows them. */
export interface RowSource<Item = unknown> {
  readonly items: readonly Item[]
  show(item: Item): object
  /** Checks whether an item has a field as it is shown, so that it can be read without the rest. */
  isStored(field: string): boolean
}

interface Place {
  readonly app: AppState
  /** The channel of collections that are in one. */
  readonly channel: ChannelRecord
}

const inChannel = {
  members: ({ app, channel }: Place): RowSource<Membership> => ({
    items: [...channel.members],
    show: (member) => app.members.show(member),
    isStored: (field) => field === 'username',
  }),
  blocked: ({ app, channel }: Place): RowSource<string> => ({
    // A deleted user stays blocked, and has nothing to show.
    items: [...channel.blocked].filter((username) => app.users.all.has(username)),
    show: (username) => app.members.show({ username }),
    isStored: () => false,
  }),
  messages: ({ channel }: Place) => plain(channel.messages),
}

const inApp = {
  users: (app: AppState) => plain(app.users.all),
  channels: ({ channels }: AppState): RowSource<ChannelRecord> => ({
    items: [...channels.all],
    show: (channel) => channels.show(channel),
    isStored: (field) => storedFields.has(field),
  }),
  roles: (app: AppState) => plain(app.roles.all),
  files: ({ files }: AppState): RowSource<StoredFile> => ({
    items: [...files.all],
    show: ({ content, ...file }) => ({ ...file, bytes: content.length }),
    isStored: (field) => field !== 'content' && field !== 'bytes',
  }),
  'channel-types': (app: AppState) => plain(app.channelTypes.all),
}

/** All other fields of a channel are derived when it is shown. */
const storedFields: ReadonlySet<string> = new Set(
  fields.Channel.filter((field) => !['type', 'owner', 'members_count', 'last_message'].includes(field)),
)

/** Items that are stored as they are shown. */
function plain(items: Iterable<object>): RowSource<object> {
  return { items: [...items], show: (item) => item, isStored: () => true }
}

/**
 * Finds the items of a collection.
 *
 * @param of - The name of the collection, such as `users`.
 * @param channelId - The channel of members, blocked users and messages.
 * @throws RangeError if there is no such collection or channel.
 */
export function rowSource(app: AppState, of: string, channelId: string | undefined): RowSource {
  if (isIn(inApp, of)) return inApp[of](app) as RowSource
  if (!isIn(inChannel, of))
    throw new RangeError(unknownName('collection', of, [...Object.keys(inApp), ...Object.keys(inChannel)]))
  if (channelId === undefined) throw new RangeError(`${of} are in a channel: give its id as channel.`)
  const channel = app.channels.all.get(channelId)
  if (!channel) throw new RangeError(`There is no channel ${describe(channelId)}.`)
  return inChannel[of]({ app, channel }) as RowSource
}

function isIn<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name)
}
