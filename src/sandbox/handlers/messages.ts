import { compact } from '../state/compact.js'
import { checkPermission } from '../state/permissions.js'
import type { Handlers } from './handler.js'
import { paginate } from './paginate.js'

export const messages: Pick<
  Handlers,
  'listMessages' | 'sendMessage' | 'editMessage' | 'deleteMessage' | 'deleteMessageAttachments'
> = {
  listMessages(call) {
    const { items, links } = paginate(call, call.app.channels.get(call.path.channelId).messages.entries, 50)
    return { count: items.length, links, messages: items }
  },
  sendMessage({ app, path, body: { from, body, type, metadata, attachments } }) {
    const channel = app.channels.get(path.channelId)
    const role = app.members.actingRole(channel, from)
    checkPermission(role, from, 'Send Message')
    if (attachments?.length) checkPermission(role, from, 'Send Attachment Message')
    return app.messages.add(channel, compact({ from, body, type, metadata, attachments }), app.clock.now())
  },
  editMessage({ app, path, body: { from, body } }) {
    const channel = app.channels.get(path.channelId)
    const message = app.messages.get(path.messageId, channel)
    app.messages.checkMayChange(channel, from, message, 'Edit Own Message', 'Edit any Message')
    return Object.assign(message, { body })
  },
  deleteMessage({ app, path, query }) {
    const channel = app.channels.get(path.channelId)
    const message = app.messages.get(path.messageId, channel)
    app.messages.checkMayChange(channel, query.from, message, 'Delete Own Message', 'Delete any Message')
    app.messages.delete(channel, message.id)
  },
  deleteMessageAttachments({ app, path }) {
    app.messages.get(path.messageId).attachments = []
  },
}
