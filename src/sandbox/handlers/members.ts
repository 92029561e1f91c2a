import type { MemberList } from '../../../generated/schema.js'
import type { AppState } from '../state/app-state.js'
import type { Entry } from '../state/collection.js'
import type { HandlersOf } from './handler.js'
import { type PageRequest, paginate } from './paginate.js'

export const members: HandlersOf<'channels.members'> = {
  listChannelMembers(call) {
    return page(call, call.app.channels.get(call.path.channelId).members.entries, (member) => member)
  },
  listBlockedMembers(call) {
    const { users, channels } = call.app
    // A deleted user stays blocked, and has nothing to show.
    const entries = channels.get(call.path.channelId).blocked.entries.filter(({ value }) => users.all.has(value))
    return page(call, entries, (username) => ({ username }))
  },
  addChannelMembers({ app, path, body }) {
    const added = app.members.add(app.channels.get(path.channelId), body.members)
    return added.map((member) => app.members.show(member))
  },
  removeChannelMembers({ app, path, body }) {
    const usernames = body.members.map((member) => (typeof member === 'string' ? member : member.username))
    const removed = app.members.remove(app.channels.get(path.channelId), usernames)
    return removed.map((member) => app.members.show(member))
  },
}

function page<T>(
  call: PageRequest & { readonly app: AppState },
  entries: readonly Entry<T>[],
  toMember: (item: T) => Parameters<AppState['members']['show']>[0],
): MemberList {
  const { items, links } = paginate(call, entries)
  return {
    count: items.length,
    total_count: entries.length,
    links,
    users: items.map((item) => call.app.members.show(toMember(item))),
  }
}
