import type { OperationId } from '../described-operations.js'
import { application } from './application.js'
import { channelTypes } from './channel-types.js'
import { channels } from './channels.js'
import { files } from './files.js'
import type { Handler } from './handler.js'
import { members } from './members.js'
import { messages } from './messages.js'
import { roles } from './roles.js'
import { users } from './users.js'

/** The handler of every operation. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  ...application,
  ...users,
  ...channelTypes,
  ...channels,
  ...members,
  ...messages,
  ...roles,
  ...files,
}
