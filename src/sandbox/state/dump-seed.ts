import { copyJson } from '../../common/copy-json.js'
import type { AppState } from './app-state.js'
import { encodeBase64 } from './base64.js'
import type { ChannelRecord } from './channel-record.js'
import type { Collection } from './collection.js'
import { compact } from './compact.js'
import type { Places, Seed, SeedChannel } from './seed.js'

/** Dumps the whole state of an application as a seed, which `loadSeed` restores. */
export function dumpSeed(state: AppState): Seed {
  const { application, ids, roles, channelTypes, users, channels, files } = state
  return copyJson({
    lastIds: { role: roles.lastId, message: ids.last },
    ...places({ users: users.all, channels: channels.all }),
    application,
    roles: [...roles.all],
    channelTypes: [...channelTypes.all],
    users: [...users.all],
    channels: [...channels.all].map((channel) => dumpChannel(state, channel)),
    files: [...files.all].map(({ name, type, content }) => ({
      name,
      ...(type && { type }),
      content: encodeBase64(content),
    })),
  })
}

function dumpChannel(state: AppState, { kind, members, blocked, messages, ...fields }: ChannelRecord): SeedChannel {
  return {
    ...compact(fields),
    type: kind,
    members: [...members].map(({ username, roleId }) => ({ username, role: state.roles.get(roleId).name })),
    blocked: [...blocked],
    messages: [...messages],
    ...places({ members, blocked, messages }),
  }
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
