import type { MemberList } from '../../../generated/schema.js'
import { type PageRequest, paginate } from '../paginate.js'
import type { AppState } from '../state/app-state.js'
import type { Collection } from '../state/collection.js'
import type { Handlers } from '../types.js'

export const members: Pick<
  Handlers,
  'listChannelMembers' | 'listBlockedMembers' | 'addChannelMembers' | 'removeChannelMembers'
> = {
  listChannelMembers(call) {
    return page(call, call.app.channel(call.path.channelId).members, (member) => member)
  },
  listBlockedMembers(call) {
    return page(call, call.app.channel(call.path.channelId).blocked, (username) => ({ username }))
  },
  addChannelMembers({ app, path, body }) {
    return app.addMembers(app.channel(path.channelId), body.members).map((member) => app.showMember(member))
  },
  removeChannelMembers({ app, path, body }) {
    return app
      .removeMembers(
        app.channel(path.channelId),
        body.members.map((member) => (typeof member === 'string' ? member : member.username)),
      )
      .map((member) => app.showMember(member))
  },
}

function page<T>(
  call: PageRequest & { readonly app: AppState },
  { entries }: Collection<T>,
  member: (item: T) => Parameters<AppState['showMember']>[0],
): MemberList {
  const { items, links } = paginate(call, entries, 30)
  return {
    count: items.length,
    total_count: entries.length,
    links,
    users: items.map((item) => call.app.showMember(member(item))),
  }
}
