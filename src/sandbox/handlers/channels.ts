import type { Channel } from '../../../generated/schema.js'
import { Problem, quote, unacceptable } from '../problem.js'
import type { AppState } from '../state/app-state.js'
import { type ChannelKind, channelKinds } from '../state/channel-record.js'
import type { NewChannel } from '../state/channel-store.js'
import { compact } from '../state/compact.js'
import type { Handlers } from './handler.js'
import { matchesFilter } from './match-filter.js'
import { paginate } from './paginate.js'

export const channels: Pick<
  Handlers,
  | 'createPublicChannel'
  | 'createPrivateChannel'
  | 'createDirectChannel'
  | 'listChannels'
  | 'getChannel'
  | 'updateChannel'
  | 'deleteChannel'
  | 'startTyping'
  | 'stopTyping'
> = {
  createPublicChannel({ app, body: { subject, uri, label, metadata, avatar_url, owner, members } }) {
    return create(app, {
      kind: 'public',
      ...compact({ subject, uri, label, metadata, avatar: avatar_url, owner, members }),
    })
  },
  createPrivateChannel({ app, body: { subject, label, metadata, avatar_url, owner, members } }) {
    return create(app, {
      kind: 'private',
      ...compact({ subject, label, metadata, avatar: avatar_url, owner, members }),
    })
  },
  createDirectChannel({ app, body: { label, metadata, members } }) {
    const known = app.channels.directBetween(members)
    if (known) return app.channels.show(known)
    return create(app, { kind: 'direct', ...compact({ label, metadata, members }) })
  },
  listChannels(call) {
    const { app, query } = call
    const { entries } = app.channels.all
    const filter = query.filter?.length ? matchesFilter(query.filter) : undefined
    const matches = filter ? entries.filter(({ value }) => filter(value)) : entries
    const { items, links } = paginate(call, matches, 20)
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
  updateChannel({ app, path, body: { type, uri, owner, subject, label, metadata, avatar } }) {
    const channel = app.channels.get(path.channelId)
    const kind = type === undefined ? channel.kind : kindOf(type)
    if (kind !== channel.kind && (kind === 'direct' || channel.kind === 'direct'))
      unacceptable('type must not change from or to direct.')
    if (owner !== undefined) {
      if (kind === 'direct') unacceptable('owner is not allowed: a direct channel has no owner.')
      app.users.getReferenced('owner', owner)
      if (channel.blocked.has(owner))
        throw new Problem(403, `owner: ${quote(owner)} was kicked and blocked from this channel.`)
    }
    if (uri !== undefined) {
      if (kind === 'direct') unacceptable('uri is not allowed: a direct channel has no uri.')
      app.channels.setUri(channel, uri)
    }
    if (owner !== undefined) app.members.setOwner(channel, owner)
    return app.channels.show(Object.assign(channel, { kind }, compact({ subject, label, metadata, avatar })))
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

function create(app: AppState, channel: NewChannel): Channel {
  return app.channels.show(app.channels.add(channel, app.clock.now()))
}

function kindOf(type: string | number): ChannelKind {
  if (typeof type === 'string') return type
  return (
    channelKinds.get(type) ??
    unacceptable(`type must be a word, or one of ${[...channelKinds.keys()].join(', ')}, got ${type}.`)
  )
}
