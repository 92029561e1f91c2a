/** The rules of the API that no schema states, by collection and kind of operation: from the descriptions, and from the README. */
import type { Item, Place, State } from './places.js'
import {
  type ApiProblem,
  document,
  errors,
  ownerRole,
  type PermissionName,
  participantRole,
  permissionNumber,
  resolve,
  segmentFields,
  uniqueFields,
} from './rules.js'

/** A request, as the rules need it. */
export interface Checked {
  state: State
  place: Place
  /** The fields of the body, with the names of responses. */
  body: Item
  query: Item
}

type Check = (request: Checked) => ApiProblem[]

const { forbidden, inUse, memberAlready, unacceptable } = errors

const kinds: Readonly<Record<string, number>> =
  resolve(document.components.schemas['Channel']?.properties?.['type'])?.['x-enum-varnames'] ?? {}

/** Returns the word for a kind of channel, given as a word or as a number of one that can exist. */
export function kindOf(type: unknown): string | undefined {
  if (typeof type !== 'number') return type as string
  return Object.entries(kinds).find(([word, number]) => number === type && word !== 'none')?.[0]
}

/** Returns the `type` of a channel in a response. */
export function typeOf(kind: string): number | string {
  return kind !== 'none' && Object.hasOwn(kinds, kind) ? (kinds[kind] as number) : kind
}

/** Returns the members that a body lists, in the form of objects. */
export function membersIn({ members = [] }: Item): { username: string; role?: string }[] {
  return (members as (string | { username: string; role?: string })[]).map((member) =>
    typeof member === 'string' ? { username: member } : member,
  )
}

/** Returns the direct channel of two users. */
export function directBetween({ channels }: State, body: Item): Item | undefined {
  const wanted = new Set(membersIn(body).map(({ username }) => username))
  return channels.find(({ type, members }) => {
    const names = (members as Item[]).map(({ username }) => username as string)
    return type === 'direct' && wanted.size === 2 && names.length === 2 && names.every((name) => wanted.has(name))
  })
}

function when(condition: unknown, found: ApiProblem): ApiProblem[] {
  return condition ? [found] : []
}

function hasUser({ users }: State, username: unknown): boolean {
  return users.some((user) => user['username'] === username)
}

function roleNamed({ roles }: State, name: unknown): Item | undefined {
  return roles.find((role) => role['name'] === name)
}

function memberOf(channel: Item, username: unknown): Item | undefined {
  return (channel['members'] as Item[]).find((member) => member['username'] === username)
}

function isBlocked(channel: Item, username: unknown): boolean {
  return (channel['blocked'] as unknown[]).includes(username)
}

/** Users and roles that a request refers to must exist. */
export const checkReferences: Check = ({ state, body, query }) => {
  const users = [body['owner'], body['from'], query['from'], ...membersIn(body).map(({ username }) => username)]
  const roles = membersIn(body).map(({ role }) => role)
  return [
    ...users.flatMap((name) => when(name !== undefined && !hasUser(state, name), unacceptable)),
    ...roles.flatMap((name) => when(name !== undefined && !roleNamed(state, name), unacceptable)),
  ]
}

/** Values that must be unique are not those of another item, and names that paths contain can be in paths. */
export const checkNames: Check = ({ place: { collection, items, item }, body }) => [
  ...Object.entries(uniqueFields[collection] ?? {}).flatMap(([field, taken]) =>
    when(
      body[field] !== undefined && (items as Item[]).some((other) => other !== item && other[field] === body[field]),
      taken,
    ),
  ),
  ...when(['.', '..'].includes(String(body[segmentFields[collection] ?? ''])), unacceptable),
]

/** The user who acts in a channel is a member of it. */
function checkActs(channel: Item, username: unknown): ApiProblem[] {
  return when(isBlocked(channel, username) || !memberOf(channel, username), forbidden)
}

function roleIn(state: State, channel: Item, username: unknown): Item | undefined {
  return roleNamed(state, memberOf(channel, username)?.['role'])
}

function permits(role: Item | undefined, name: PermissionName): boolean {
  return ((role?.['permissions'] ?? []) as number[]).includes(permissionNumber(name))
}

/** The user who changes a message is its author, or may change any, unless the author's role has a higher priority. */
function checkChanges(own: PermissionName, any: PermissionName): Check {
  return ({ state, place: { item: message, parent }, body, query }) => {
    if (!message || !parent) return []
    const username = body['from'] ?? query['from']
    const role = roleIn(state, parent, username)
    const isAuthor = message['from'] === username
    const author = roleIn(state, parent, message['from'])
    const outranks = Number(author?.['priority'] ?? 1) > Number(role?.['priority'] ?? 1)
    const mayChange = (isAuthor && permits(role, own)) || (permits(role, any) && !outranks)
    return [...checkActs(parent, username), ...when(!mayChange, forbidden)]
  }
}

/** The rules by collection and kind of operation. */
export const checks: Readonly<Record<string, Check>> = {
  'users create': checkNames,
  'channelTypes create': checkNames,
  'roles create': checkNames,
  'roles update': (request) => {
    const name = request.place.item?.['name']
    const { body } = request
    return [
      ...checkNames(request),
      ...when(name === ownerRole, forbidden),
      ...when(name === participantRole && body['name'] !== undefined && body['name'] !== name, forbidden),
    ]
  },
  'roles delete': ({ state, place: { item } }) => [
    ...when(item?.['name'] === ownerRole, forbidden),
    ...when(item?.['name'] === participantRole, inUse),
    ...when(
      item && state.channels.some(({ members }) => (members as Item[]).some(({ role }) => role === item['name'])),
      inUse,
    ),
  ],
  'channels create': (request) => {
    const { place, body } = request
    const members = membersIn(body)
    const isDirect = place.word === 'direct'
    return [
      ...checkNames(request),
      ...members.flatMap(({ username, role }) => when(role === ownerRole && username !== body['owner'], unacceptable)),
      ...when(isDirect && members[0]?.username === members[1]?.username, unacceptable),
    ]
  },
  'channels update': (request) => {
    const { place, body } = request
    const channel = place.item
    if (!channel) return []
    const wasDirect = channel['type'] === 'direct'
    const kind = body['type'] === undefined ? channel['type'] : kindOf(body['type'])
    return [
      ...checkNames(request),
      ...when(kind === undefined || (kind === 'direct') !== wasDirect, unacceptable),
      ...when(wasDirect && (body['owner'] !== undefined || body['uri'] !== undefined), unacceptable),
      ...when(isBlocked(channel, body['owner']), forbidden),
    ]
  },
  'members create': ({ place: { parent: channel }, body }) => {
    if (!channel) return []
    return membersIn(body).flatMap(({ username, role }) => {
      const isMember = memberOf(channel, username)
      const isOwner = channel['owner'] === username
      return [
        ...when(isBlocked(channel, username), forbidden),
        ...when(isMember && role === undefined, memberAlready),
        ...when(!isMember && channel['type'] === 'direct', forbidden),
        ...when(role !== undefined && (role === ownerRole) !== isOwner, unacceptable),
      ]
    })
  },
  'members remove': ({ place: { parent: channel }, body }) =>
    channel
      ? membersIn(body).flatMap(({ username }) =>
          when(channel['owner'] === username || channel['type'] === 'direct', forbidden),
        )
      : [],
  'messages create': ({ state, place: { parent: channel }, body }) => {
    if (!channel) return []
    const role = roleIn(state, channel, body['from'])
    const attaches = ((body['attachments'] ?? []) as unknown[]).length > 0
    return [
      ...checkActs(channel, body['from']),
      ...when(!permits(role, 'Send Message'), forbidden),
      ...when(attaches && !permits(role, 'Send Attachment Message'), forbidden),
    ]
  },
  'messages update': checkChanges('Edit Own Message', 'Edit any Message'),
  'messages delete': checkChanges('Delete Own Message', 'Delete any Message'),
  // Typing: nothing is stored.
  ' act': ({ place: { parent: channel }, body }) => (channel ? checkActs(channel, body['from']) : []),
}
