import { copyJson } from '../../common/copy-json.js'
import { decodeBase64, encodeBase64 } from './base64.js'
import type { Membership } from './channel-record.js'
import type { CollectionView } from './collection.js'
import { compact } from './compact.js'
import type { StoredFile } from './file-store.js'
import type { Places, Seed, SeedChannel, SeedFile } from './seed.js'
import type { ChannelView, StateView } from './state-view.js'

/** Dumps the content of a file, as fields. */
export type ContentDump = (content: Uint8Array) => object

/** Dumps the whole state of an application as a seed, which `loadSeed` restores. */
export function dumpSeed(state: StateView): Seed {
  return copyJson(toSeed(state, dumpFile))
}

/** Dumps the same for another state of this process, which shares users, messages and the contents of files with it. */
export function shareSeed(state: StateView): Seed {
  return toSeed(state, (file) => file as unknown as SeedFile)
}

function toSeed(state: StateView, toFile: (file: StoredFile) => SeedFile): Seed {
  const { roles, channelTypes, users, channelViews, files } = state
  const toMember = memberDump(state)
  return {
    ...fieldsOf(state),
    roles: [...roles],
    channelTypes: [...channelTypes],
    users: [...users],
    channels: channelViews.map((channel) => ({
      ...fieldsOfChannel(channel),
      members: [...channel.members].map(toMember),
      blocked: [...channel.blocked],
      messages: [...channel.messages],
    })),
    files: [...files].map(toFile),
  }
}

/** Dumps the same as JSON, in pieces of one item each, so that a large state does not stop the process. */
export function* dumpText(state: StateView, contentOf: ContentDump = toBase64): Generator<string, void, undefined> {
  const { roles, channelTypes, users, channelViews, files } = state
  const toMember = memberDump(state)
  yield openObject(fieldsOf(state))
  yield* dumpList('roles', roles)
  yield* dumpList('channelTypes', channelTypes)
  yield* dumpList('users', users)
  yield ',"channels":['
  let separator = ''
  for (const channel of channelViews) {
    yield separator + openObject(fieldsOfChannel(channel))
    yield* dumpList('members', channel.members, toMember)
    yield* dumpList('blocked', channel.blocked)
    yield* dumpList('messages', channel.messages)
    yield '}'
    separator = ','
  }
  yield ']'
  yield* dumpList('files', files, ({ content, ...file }) => ({ ...compact(file), ...contentOf(content) }))
  yield '}'
}

/** Dumps the files of a seed. One that was recorded has bytes in place of base64. */
export function dumpContents(seed: Seed, contentOf: ContentDump = toBase64): object {
  if (!seed.files) return seed
  const toBytes = (content: string | Uint8Array) => (typeof content === 'string' ? decodeBase64(content) : content)
  return { ...seed, files: seed.files.map(({ content, ...file }) => ({ ...file, ...contentOf(toBytes(content)) })) }
}

function openObject(fields: object): string {
  return JSON.stringify(fields).slice(0, -1)
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

function fieldsOf({ application, lastIds, users, channels }: StateView) {
  return { lastIds, ...placesOf({ users, channels }), application }
}

function fieldsOfChannel({ kind, members, blocked, messages, ...fields }: ChannelView): SeedChannel {
  return { ...compact(fields), type: kind, ...placesOf({ members, blocked, messages }) }
}

/** Returns a function that dumps a member, with the name of the role. */
function memberDump({ roles }: StateView): (member: Membership) => { username: string; role: string } {
  const names = new Map([...roles].map(({ id, name }) => [id, name]))
  return ({ username, roleId }) => ({ username, role: names.get(roleId) as string })
}

function dumpFile({ content, ...file }: StoredFile): SeedFile {
  return { ...compact(file), ...toBase64(content) }
}

function toBase64(content: Uint8Array): { content: string } {
  return { content: encodeBase64(content) }
}

/** Returns the places of lists that have gaps, if there are any. */
function placesOf<List extends string>(lists: Record<List, CollectionView<unknown>>): { places?: Places<List> } {
  const gaps = Object.entries<CollectionView<unknown>>(lists)
    .map(([name, list]) => [name, list.places] as const)
    .filter(([, places]) => places.length > 0)
  return gaps.length > 0 ? { places: Object.fromEntries(gaps) as Places<List> } : {}
}
