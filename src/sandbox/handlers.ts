import { application } from './handlers/application.js'
import { channelTypes } from './handlers/channel-types.js'
import { channels } from './handlers/channels.js'
import { files } from './handlers/files.js'
import { members } from './handlers/members.js'
import { messages } from './handlers/messages.js'
import { roles } from './handlers/roles.js'
import { users } from './handlers/users.js'
import type { Handlers } from './types.js'

export const handlers: Handlers = {
  ...application,
  ...users,
  ...channelTypes,
  ...channels,
  ...members,
  ...messages,
  ...roles,
  ...files,
}
