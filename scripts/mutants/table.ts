/** A mistake that the tests must notice: one text of a file, replaced by another. */
export interface Mutant {
  /** What the sandbox then does wrong. */
  name: string
  file: string
  /** A text that the file has exactly once. */
  find: string
  replace: string
}

const handlers = 'src/sandbox/handlers'
const state = 'src/sandbox/state'

/** The mistakes, each of which conforms to every schema. If the sandbox is rewritten, adapt `find`. */
export const mutants: readonly Mutant[] = [
  {
    name: "the list of messages ignores its path: it has every channel's",
    file: `${handlers}/messages.ts`,
    find: 'call.app.channels.get(call.path.channelId).messages.entries',
    replace: 'call.app.channels.all.entries.flatMap(({ value }) => value.messages.entries)',
  },
  {
    name: 'the list of members ignores its path: it has those of the first channel',
    file: `${handlers}/members.ts`,
    find: 'call.app.channels.get(call.path.channelId).members.entries, (member)',
    replace: 'call.app.channels.all.entries[0]!.value.members.entries, (member)',
  },
  {
    name: 'the list of blocked members shows the members',
    file: `${handlers}/members.ts`,
    find: 'return page(call, entries, (username) => ({ username }))',
    replace: 'return page(call, channels.get(call.path.channelId).members.entries, (member) => member)',
  },
  {
    name: 'the list of channels ignores its filter',
    file: `${handlers}/channels.ts`,
    find: 'const matches = filter ? entries.filter(({ value }) => filter(value)) : entries',
    replace: 'const matches = entries',
  },
  {
    name: 'the total of the list of channels counts those that the filter excludes',
    file: `${handlers}/channels.ts`,
    find: 'total_count: matches.length',
    replace: 'total_count: entries.length',
  },
  {
    name: 'a filter meets one of its conditions, not all',
    file: `${handlers}/match-filter.ts`,
    find: 'tests.every(',
    replace: 'tests.some(',
  },
  {
    name: 'lists ignore the limit',
    file: `${handlers}/paginate.ts`,
    find: 'const { limit = defaultLimits[operation], offset = 0, filter } = query',
    replace: 'const { offset = 0, filter } = query, limit = defaultLimits[operation]',
  },
  {
    name: 'lists ignore the offset',
    file: `${handlers}/paginate.ts`,
    find: 'const { limit = defaultLimits[operation], offset = 0, filter } = query',
    replace: 'const { limit = defaultLimits[operation], filter } = query, offset = 0',
  },
  {
    name: 'the list of users starts with the newest',
    file: `${handlers}/users.ts`,
    find: 'const { entries } = call.app.users.all',
    replace: 'const entries = call.app.users.all.entries.toReversed()',
  },
  {
    name: 'the creation of a user drops a field',
    file: `${handlers}/users.ts`,
    find: 'app.users.add(keptFields(operation, body),',
    replace: 'app.users.add({ ...keptFields(operation, body), last_name: undefined },',
  },
  {
    name: 'the creation of a private channel drops a field',
    file: `${handlers}/channels.ts`,
    find: "kind: 'private', ...keptFields(operation, body),",
    replace: "kind: 'private', ...keptFields(operation, body), metadata: undefined,",
  },
  {
    name: 'a message drops a field of its attachments',
    file: `${state}/message-store.ts`,
    find: 'compact(attachment)',
    replace: 'compact({ ...attachment, meta: undefined })',
  },
  {
    name: 'the update of a role drops a field',
    file: `${handlers}/roles.ts`,
    find: 'app.roles.update(role, keptFields(operation, body))',
    replace: 'app.roles.update(role, (({ access: _, ...kept }) => kept)(keptFields(operation, body)))',
  },
  {
    name: 'the update of a channel drops a field',
    file: `${handlers}/channels.ts`,
    find: 'Object.assign(channel, { kind }, fields)',
    replace: 'Object.assign(channel, { kind }, (({ metadata: _, ...kept }) => kept)(fields))',
  },
  {
    name: 'the update of a user resets the other fields',
    file: `${handlers}/users.ts`,
    find: '{ ...user, ...keptFields(operation, body),',
    replace: "{ ...user, first_name: '', last_name: '', ...keptFields(operation, body),",
  },
  {
    name: 'the update of a user keeps the time of the last update',
    file: `${handlers}/users.ts`,
    find: ', updated_at: toTimestamp(time) }',
    replace: ' }',
  },
  {
    name: 'the edit of a message changes its author',
    file: `${handlers}/messages.ts`,
    find: 'const { from: _editor, ...fields } = keptFields(operation, body)',
    replace: 'const fields = keptFields(operation, body)',
  },
  {
    name: 'the read of a user shows another',
    file: `${handlers}/users.ts`,
    find: 'return app.users.get(path.username)\n',
    replace: 'return app.users.get(path.username) && app.users.all.entries[0]!.value\n',
  },
  {
    name: 'the read of a role shows the next one',
    file: `${handlers}/roles.ts`,
    find: 'return app.roles.get(path.roleId)\n',
    replace: 'return app.roles.all.get(String(path.roleId + 1)) ?? app.roles.get(path.roleId)\n',
  },
  {
    name: 'a member is shown with the role of another',
    file: `${state}/member-store.ts`,
    find: 'roleId === undefined ? undefined : this.#roles.get(roleId).name',
    replace: 'roleId === undefined ? undefined : this.#roles.get(2).name',
  },
  {
    name: 'the role of a member is looked up by another id when the member acts',
    file: `${state}/member-store.ts`,
    find: 'return this.#roles.get(member.roleId)',
    replace: 'return this.#roles.get(1)',
  },
  {
    name: 'the deletion of a file deletes nothing',
    file: `${state}/file-store.ts`,
    find: 'if (!this.all.delete(name))',
    replace: 'if (!this.all.has(name))',
  },
  {
    name: 'the deletion of a user leaves the user in channels',
    file: `${state}/app-state.ts`,
    find: 'this.channels.removeUser(username)',
    replace: '',
  },
  {
    name: 'the deletion of attachments deletes those of every message',
    file: `${handlers}/messages.ts`,
    find: 'app.messages.deleteAttachments(path.messageId)',
    replace:
      'app.messages.deleteAttachments(path.messageId)\n    for (const channel of app.channels.all) for (const { id } of [...channel.messages]) app.messages.deleteAttachments(id)',
  },
  {
    name: 'a message is found in any channel',
    file: `${state}/message-store.ts`,
    find: 'return channel.messages.get(id)',
    replace: 'return this.index.get(id)?.value',
  },
  {
    name: 'the removal of a member removes all but the owner',
    file: `${state}/member-store.ts`,
    find: 'return usernames.flatMap((username) =>',
    replace:
      'return [...channel.members].map(({ username }) => username).filter((username) => username !== channel.owner).flatMap((username) =>',
  },
  {
    name: 'a new owner leaves the previous owner the role',
    file: `${state}/member-store.ts`,
    find: 'if (previous !== undefined && previous !== username) this.setRole(channel, previous, participantRole)',
    replace: '',
  },
  {
    name: 'the last message is the first one',
    file: `${state}/channel-store.ts`,
    find: 'const last = messages.last',
    replace: 'const last = messages.entries[0]?.value',
  },
  {
    name: 'a read changes what it shows',
    file: `${handlers}/channels.ts`,
    find: 'getChannel({ app, path }) {',
    replace: "getChannel({ app, path }) {\n    app.channels.get(path.channelId).label = 'read'",
  },
  {
    name: 'the storage counts one file',
    file: `${handlers}/application.ts`,
    find: 'files: files.size, bytes',
    replace: 'files: Math.min(files.size, 1), bytes',
  },
  {
    name: 'lists have another default limit than the document says',
    file: `${handlers}/paginate.ts`,
    find: '= defaultLimits[operation],',
    replace: '= 25,',
  },
  {
    name: 'an update of a channel makes a blocked user the owner',
    file: `${handlers}/channels.ts`,
    find: 'app.members.checkNotBlocked(channel, owner)',
    replace: 'channel.blocked.delete(owner)',
  },
  {
    name: 'a role of lower priority may change messages of a higher one',
    file: `${state}/message-store.ts`,
    find: '> priorityOf(role))',
    replace: '> 99 + priorityOf(role))',
  },
  {
    name: 'a message with attachments needs no permission for these',
    file: `${state}/permissions.ts`,
    find: 'list.length > 0',
    replace: 'list.length > 100',
  },
]
