import { checkPermissions } from '../state/permissions.js'
import type { HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'
import { paginate } from './paginate.js'

export const messages: HandlersOf<'messages'> = {
  listMessages(call) {
    const { items, links } = paginate(call, call.app.channels.get(call.path.channelId).messages.entries)
    return { count: items.length, links, messages: items }
  },
  sendMessage({ app, operation, path, body, time }) {
    const channel = app.channels.get(path.channelId)
    const role = app.members.actingRole(channel, body.from)
    checkPermissions(operation, role, body.from, body)
    return app.messages.add(channel, keptFields(operation, body), time)
  },
  editMessage({ app, operation, path, body }) {
    const channel = app.channels.get(path.channelId)
    const message = app.messages.get(path.messageId, channel)
    app.messages.checkMayChange(channel, body.from, message, operation)
    const { from: _editor, ...fields } = keptFields(operation, body)
    return channel.messages.replace({ ...message, ...fields })
  },
  deleteMessage({ app, operation, path, query }) {
    const channel = app.channels.get(path.channelId)
    const message = app.messages.get(path.messageId, channel)
    app.messages.checkMayChange(channel, query.from, message, operation)
    channel.messages.delete(message.id)
  },
  deleteMessageAttachments({ app, path }) {
    app.messages.deleteAttachments(path.messageId)
  },
}
