import { copyJson } from '../../common/copy-json.js'
import type { AppState } from './app-state.js'
import { encodeBase64 } from './base64.js'
import type { ChannelRecord } from './channel-record.js'
import type { Collection } from './collection.js'
import { compact } from './compact.js'
import type { StoredFile } from './file-store.js'
import type { Places, Seed, SeedChannel, SeedFile } from './seed.js'

/** Dumps the whole state of an application as a seed, which `loadSeed` restores. */
export function dumpSeed(state: AppState): Seed {
  const { roles, channelTypes, users, channels, files } = state
  return copyJson({
    ...fieldsOf(state),
    roles: [...roles.all],
    channelTypes: [...channelTypes.all],
    users: [...users.all],
    channels: [...channels.all].map((channel) => ({
      ...fieldsOfChannel(state, channel),
      messages: [...channel.messages],
    })),
    files: [...files.all].map(dumpFile),
  })
}

/** Dumps the same as JSON, in pieces of one item each, so that a large state does not stop the process. */
export function* dumpText(state: AppState): Generator<string, void, undefined> {
  const { roles, channelTypes, users, channels, files } = state
  yield* openObject(fieldsOf(state))
  yield* dumpList('roles', roles.all)
  yield* dumpList('channelTypes', channelTypes.all)
  yield* dumpList('users', users.all)
  yield ',"channels":['
  let separator = ''
  for (const channel of channels.all) {
    yield separator
    yield* openObject(fieldsOfChannel(state, channel))
    yield* dumpList('messages', channel.messages)
    yield '}'
    separator = ','
  }
  yield ']'
  yield* dumpList('files', files.all, dumpFile)
  yield '}'
}

function* openObject(fields: object): Generator<string, void, undefined> {
  yield JSON.stringify(fields).slice(0, -1)
}

/** Dumps a list, as a field after others. */
function* dumpList<T>(
  name: string,
  items: Iterable<T>,
  toJson: (item: T) => unknown = (item) => item,
): Generator<string, void, undefined> {
  let start = `,"${name}":[`
  for (const item of items) {
    yield start + JSON.stringify(toJson(item))
    start = ','
  }
  yield start === ',' ? ']' : `${start}]`
}

function fieldsOf({ application, ids, roles, users, channels }: AppState) {
  return {
    lastIds: { role: roles.lastId, message: ids.last },
    ...places({ users: users.all, channels: channels.all }),
    application,
  }
}

function fieldsOfChannel(
  { roles }: AppState,
  { kind, members, blocked, messages, ...fields }: ChannelRecord,
): Omit<SeedChannel, 'messages'> {
  return {
    ...compact(fields),
    type: kind,
    members: [...members].map(({ username, roleId }) => ({ username, role: roles.get(roleId).name })),
    blocked: [...blocked],
    ...places({ members, blocked, messages }),
  }
}

function dumpFile({ name, type, content }: StoredFile): SeedFile {
  return { name, ...(type && { type }), content: encodeBase64(content) }
}

/** Returns the places of lists that have gaps, if there are any. */
function places<List extends string>(
  lists: Record<List, Pick<Collection<unknown>, 'places'>>,
): { places?: Places<List> } {
  const gaps = Object.entries<Pick<Collection<unknown>, 'places'>>(lists)
    .map(([name, list]) => [name, list.places] as const)
    .filter(([, places]) => places.length > 0)
  return gaps.length > 0 ? { places: Object.fromEntries(gaps) as Places<List> } : {}
}
