import type { Channel } from '../../../generated/schema.js'
import { fail, unacceptable } from '../problem.js'
import type { AppState } from '../state/app-state.js'
import { type ChannelKind, channelKinds } from '../state/channel-record.js'
import type { NewChannel } from '../state/channel-store.js'
import type { HandlersOf } from './handler.js'
import { keptFields } from './kept-fields.js'
import { matchesFilter } from './match-filter.js'
import { paginate } from './paginate.js'

export const channels: HandlersOf<'channels'> = {
  createPublicChannel({ app, operation, body, time }) {
    return create(app, { kind: 'public', ...keptFields(operation, body), members: body.members }, time)
  },
  createPrivateChannel({ app, operation, body, time }) {
    return create(app, { kind: 'private', ...keptFields(operation, body), members: body.members }, time)
  },
  createDirectChannel({ app, operation, body, time }) {
    const known = app.channels.directBetween(body.members)
    if (known) return app.channels.show(known)
    return create(app, { kind: 'direct', ...keptFields(operation, body), members: body.members }, time)
  },
  listChannels(call) {
    const { app, query } = call
    const { entries } = app.channels.all
    const filter = query.filter?.length ? matchesFilter(query.filter) : undefined
    const matches = filter ? entries.filter(({ value }) => filter(value)) : entries
    const { items, links } = paginate(call, matches)
    return {
      count: items.length,
      total_count: matches.length,
      links,
      items: items.map((channel) => app.channels.show(channel)),
    }
  },
  getChannel({ app, path }) {
    return app.channels.show(app.channels.get(path.channelId))
  },
  updateChannel({ app, operation, path, body }) {
    const { type, uri, owner, ...fields } = keptFields(operation, body)
    const channel = app.channels.get(path.channelId)
    const kind = type === undefined ? channel.kind : kindOf(type)
    if (kind !== channel.kind && (kind === 'direct' || channel.kind === 'direct')) fail('directType')
    if (owner !== undefined) {
      if (kind === 'direct') fail('notInDirect', { field: 'owner' })
      app.users.getReferenced('owner', owner)
      app.members.checkNotBlocked(channel, owner)
    }
    if (uri !== undefined && kind === 'direct') fail('notInDirect', { field: 'uri' })
    app.channels.update(channel, () => {
      if (uri !== undefined) app.channels.setUri(channel, uri)
      if (owner !== undefined) app.members.setOwner(channel, owner)
      Object.assign(channel, { kind }, fields)
    })
    return app.channels.show(channel)
  },
  deleteChannel({ app, path }) {
    app.deleteChannel(path.channelId)
  },
  startTyping({ app, path, body }) {
    app.members.actingRole(app.channels.get(path.channelId), body.from)
  },
  stopTyping({ app, path, body }) {
    app.members.actingRole(app.channels.get(path.channelId), body.from)
  },
}

function create(app: AppState, channel: NewChannel, time: number): Channel {
  return app.channels.show(app.channels.add(channel, time))
}

function kindOf(type: string | number): ChannelKind {
  if (typeof type === 'string') return type
  return (
    channelKinds.get(type) ??
    unacceptable(`type must be a word, or one of ${[...channelKinds.keys()].join(', ')}, got ${type}.`)
  )
}
