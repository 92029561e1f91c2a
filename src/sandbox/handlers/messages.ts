import { paginate } from '../paginate.js'
import { Problem, quote } from '../problem.js'
import { may } from '../state/app-state.js'
import { compact } from '../state/compact.js'
import type { Handlers } from '../types.js'

export const messages: Pick<
  Handlers,
  'listMessages' | 'sendMessage' | 'editMessage' | 'deleteMessage' | 'deleteMessageAttachments'
> = {
  listMessages(call) {
    const { items, links } = paginate(call, call.app.channel(call.path.channelId).messages.entries, 50)
    return { count: items.length, links, messages: items }
  },
  sendMessage({ app, path, body }) {
    const channel = app.channel(path.channelId)
    const role = app.actor(channel, body.from)
    for (const permission of body.attachments?.length
      ? (['Send Message', 'Send Attachment Message'] as const)
      : (['Send Message'] as const)) {
      if (!may(role, permission))
        throw new Problem(403, `The role ${quote(role.name)} does not permit ${quote(body.from)} to ${permission}.`)
    }
    const { from, body: text, type, metadata, attachments } = body
    return app.addMessage(channel, compact({ from, body: text, type, metadata, attachments }))
  },
  editMessage({ app, path, body: { from, body } }) {
    const channel = app.channel(path.channelId)
    const message = app.message(path.messageId, channel)
    app.permit(channel, from, message, 'Edit Own Message', 'Edit any Message')
    return Object.assign(message, { body })
  },
  deleteMessage({ app, path, query }) {
    const channel = app.channel(path.channelId)
    const message = app.message(path.messageId, channel)
    app.permit(channel, query.from, message, 'Delete Own Message', 'Delete any Message')
    app.deleteMessage(channel, message.id)
  },
  deleteMessageAttachments({ app, path }) {
    app.message(path.messageId).attachments = []
  },
}
