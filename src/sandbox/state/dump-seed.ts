import { copyJson } from '../../common/copy-json.js'
import type { AppState } from './app-state.js'
import { encodeBase64 } from './base64.js'
import type { ChannelRecord } from './channel-record.js'
import { compact } from './compact.js'
import type { Seed, SeedChannel } from './seed.js'

/** Dumps the whole state of an application as a seed, which `loadSeed` restores. */
export function dumpSeed(state: AppState): Seed {
  const { application, roles, channelTypes, users, channels, files } = state
  return copyJson({
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
  }
}
