import { matching } from '../match-filter.js'
import { paginate } from '../paginate.js'
import { Problem, unacceptable } from '../problem.js'
import { type ChannelKind, channelKinds } from '../state/app-state.js'
import { compact } from '../state/compact.js'
import type { Handlers } from '../types.js'

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
    return app.showChannel(
      app.addChannel({
        kind: 'public',
        ...compact({ subject, uri, label, metadata, avatar: avatar_url, owner, members }),
      }),
    )
  },
  createPrivateChannel({ app, body: { subject, label, metadata, avatar_url, owner, members } }) {
    return app.showChannel(
      app.addChannel({ kind: 'private', ...compact({ subject, label, metadata, avatar: avatar_url, owner, members }) }),
    )
  },
  createDirectChannel({ app, body: { label, metadata, members } }) {
    const known = app.directChannelOf(members.map(({ username }) => username))
    return app.showChannel(known ?? app.addChannel({ kind: 'direct', ...compact({ label, metadata, members }) }))
  },
  listChannels(call) {
    const { app, query } = call
    const matches = matching(query.filter ?? [])
    const entries = query.filter?.length
      ? app.channels.entries.filter(({ value }) => matches(value))
      : app.channels.entries
    const { items, links } = paginate(call, entries, 20)
    return {
      count: items.length,
      total_count: entries.length,
      links,
      items: items.map((channel) => app.showChannel(channel)),
    }
  },
  getChannel({ app, path }) {
    return app.showChannel(app.channel(path.channelId))
  },
  updateChannel({ app, path, body: { type, uri, owner, subject, label, metadata, avatar } }) {
    const channel = app.channel(path.channelId)
    const kind = type === undefined ? channel.kind : kindOf(type)
    if (kind !== channel.kind && (kind === 'direct' || channel.kind === 'direct'))
      unacceptable('type: a direct channel stays one, and no other becomes one.')
    if (owner !== undefined) {
      if (kind === 'direct') unacceptable('owner: a direct channel has none.')
      app.knownUser('owner', owner)
      if (channel.blocked.has(owner))
        throw new Problem(403, `owner: ${JSON.stringify(owner)} was kicked and blocked from this channel.`)
    }
    if (uri !== undefined) {
      if (kind === 'direct') unacceptable('uri: a direct channel has none.')
      app.setUri(channel, uri)
    }
    if (owner !== undefined) app.setOwner(channel, owner)
    return app.showChannel(Object.assign(channel, { kind }, compact({ subject, label, metadata, avatar })))
  },
  deleteChannel({ app, path }) {
    app.deleteChannel(path.channelId)
  },
  startTyping({ app, path, body }) {
    app.actor(app.channel(path.channelId), body.from)
  },
  stopTyping({ app, path, body }) {
    app.actor(app.channel(path.channelId), body.from)
  },
}

function kindOf(type: string | number): ChannelKind {
  if (typeof type === 'string') return type
  return (
    channelKinds.get(type) ??
    unacceptable(`type must be a word, or one of ${[...channelKinds.keys()].join(', ')}, got ${type}.`)
  )
}
