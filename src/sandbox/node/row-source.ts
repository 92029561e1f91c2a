import { fields } from '../../../generated/rules.js'
import type { Channel } from '../../../generated/schema.js'
import { describe } from '../../common/describe.js'
import { unknownName } from '../../common/unknown-name.js'
import type { AppState } from '../state/app-state.js'
import type { ChannelRecord } from '../state/channel-record.js'
import type { Collection, Entry } from '../state/collection.js'

/** The items of a collection, and how the API shows them. */
export interface RowSource<Item = unknown> {
  readonly entries: readonly Pick<Entry<Item>, 'value'>[]
  /** Finds an item by what identifies it: the username, id or name. */
  find(key: string): Item | undefined
  show(item: Item): object
  /** Returns a field of an item as it is shown, which takes less time than to show all of it. */
  read(item: Item, field: string): unknown
  /** Returns all that is shown of an item, in any form. */
  contentOf(item: Item): object
}

interface Place {
  readonly app: AppState
  /** The channel of collections that are in one. */
  readonly channel: ChannelRecord
}

const inApp = {
  users: ({ users }: AppState) => plain(users.all),
  channels: ({ channels }: AppState): RowSource<ChannelRecord> => ({
    entries: channels.all.entries,
    find: (id) => channels.all.get(id),
    show: (channel) => channels.show(channel),
    read: (channel, field) => (isChannelField(field) ? channels.read(channel, field) : undefined),
    contentOf: (channel) => fields.Channel.map((field) => channels.read(channel, field)),
  }),
  roles: ({ roles }: AppState) => plain(roles.all),
  files: ({ files }: AppState) => derived(files.all, ({ content, ...file }) => ({ ...file, bytes: content.length })),
  'channel-types': ({ channelTypes }: AppState) => plain(channelTypes.all),
}

const inChannel = {
  members: ({ app, channel }: Place) => derived(channel.members, (member) => app.members.show(member)),
  // A deleted user stays blocked, and has nothing to show.
  blocked: ({ app, channel }: Place): RowSource<string> => ({
    ...derived(channel.blocked, (username) => app.members.show({ username })),
    entries: channel.blocked.entries.filter(({ value }) => app.users.all.has(value)),
    find: (username) => (app.users.all.has(username) ? channel.blocked.get(username) : undefined),
  }),
  messages: ({ channel }: Place) => plain(channel.messages),
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

/** Items that are stored as they are shown. */
function plain<Item extends object>(all: Collection<Item>): RowSource<Item> {
  return { ...derived(all, (item) => item), read: fieldOf }
}

/** Items that are shown in another form, which is made whenever it is needed. */
function derived<Item>(all: Collection<Item>, show: (item: Item) => object): RowSource<Item> {
  const find = (key: string) => all.get(key)
  return { entries: all.entries, find, show, read: (item, field) => fieldOf(show(item), field), contentOf: show }
}

function fieldOf(item: object, field: string): unknown {
  return Object.hasOwn(item, field) ? (item as Readonly<Record<string, unknown>>)[field] : undefined
}

function isChannelField(field: string): field is keyof Channel {
  const names: readonly string[] = fields.Channel
  return names.includes(field)
}

function isIn<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name)
}
