/** The rules of the API that no schema states, by collection and kind of operation: from the descriptions, and from the guides. */
import type { Endpoint } from '../../../scripts/document.js'
import type { Item, Place, State } from './places.js'
import {
  type ApiProblem,
  document,
  neededPermissions,
  ownerRole,
  participantRole,
  problem,
  resolve,
  segmentFields,
  uniqueFields,
} from './rules.js'

/** A request, as the rules need it. */
export interface Checked {
  endpoint: Endpoint
  state: State
  place: Place
  /** The fields of the body, with the names of responses. */
  body: Item
  query: Item
}

type Check = (request: Checked) => ApiProblem[]

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

function when(condition: unknown, name: string): ApiProblem[] {
  return condition ? [problem(name)] : []
}

/** Returns whether there is a user of that name. */
export function hasUser({ users }: State, username: unknown): boolean {
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
    ...users.flatMap((name) => when(name !== undefined && !hasUser(state, name), 'unknownUser')),
    ...roles.flatMap((name) => when(name !== undefined && !roleNamed(state, name), 'unknownRole')),
  ]
}

/** Values that must be unique are not those of another item, and names that paths contain can be in paths. */
const checkNames: Check = ({ place: { collection, items, item }, body }) => [
  ...Object.entries(uniqueFields[collection] ?? {}).flatMap(([field, taken]) =>
    when(
      body[field] !== undefined && (items as Item[]).some((other) => other !== item && other[field] === body[field]),
      taken,
    ),
  ),
  ...when(['.', '..'].includes(String(body[segmentFields[collection] ?? ''])), 'pathSegment'),
]

/** The user who acts in a channel is a member of it. */
function checkActs(channel: Item, username: unknown): ApiProblem[] {
  return [...when(isBlocked(channel, username), 'blocked'), ...when(!memberOf(channel, username), 'notMember')]
}

function roleIn(state: State, channel: Item, username: unknown): Item | undefined {
  return roleNamed(state, memberOf(channel, username)?.['role'])
}

function permits(role: Item | undefined, permission: number | undefined): boolean {
  return ((role?.['permissions'] ?? []) as (number | undefined)[]).includes(permission)
}

/** The user who sends a message may do so, also with what is in it. */
const checkSends: Check = ({ endpoint, state, place: { parent: channel }, body }) => {
  if (!channel) return []
  const role = roleIn(state, channel, body['from'])
  const applies = (field: string | undefined) => field === undefined || ((body[field] ?? []) as unknown[]).length > 0
  return [
    ...checkActs(channel, body['from']),
    ...neededPermissions(endpoint).flatMap(({ condition, number }) =>
      when(applies(condition) && !permits(role, number), 'notPermitted'),
    ),
  ]
}

/** The user who changes a message is its author, or may change any, unless the author's role has a higher priority. */
const checkChanges: Check = ({ endpoint, state, place: { item: message, parent: channel }, body, query }) => {
  if (!message || !channel) return []
  const needed = neededPermissions(endpoint)
  const may = (condition: string) => permits(role, needed.find((one) => one.condition === condition)?.number)
  const username = body['from'] ?? query['from']
  const role = roleIn(state, channel, username)
  const author = roleIn(state, channel, message['from'])
  const isOutranked = Number(author?.['priority'] ?? 1) > Number(role?.['priority'] ?? 1)
  const mayAsAuthor = message['from'] === username && may('own')
  return [
    ...checkActs(channel, username),
    ...when(!mayAsAuthor && !may('other'), 'notPermitted'),
    ...when(!mayAsAuthor && may('other') && isOutranked, 'outranked'),
  ]
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
      ...when(name === ownerRole, 'fixedRole'),
      ...when(name === participantRole && body['name'] !== undefined && body['name'] !== name, 'fixedName'),
    ]
  },
  'roles delete': ({ state, place: { item } }) => [
    ...when(item?.['name'] === ownerRole, 'fixedRole'),
    ...when(item?.['name'] === participantRole, 'defaultRole'),
    ...when(
      item && state.channels.some(({ members }) => (members as Item[]).some(({ role }) => role === item['name'])),
      'roleInUse',
    ),
  ],
  'channels create': (request) => {
    const { place, body } = request
    const members = membersIn(body)
    const isDirect = place.word === 'direct'
    return [
      ...checkNames(request),
      ...members.flatMap(({ username, role }) =>
        when(role === ownerRole && username !== body['owner'], isDirect ? 'notInDirect' : 'ownerRole'),
      ),
      ...when(isDirect && members[0]?.username === members[1]?.username, 'sameMembers'),
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
      ...when(kind === undefined, 'invalid'),
      ...when((kind === 'direct') !== wasDirect, 'directType'),
      ...when(wasDirect && (body['owner'] !== undefined || body['uri'] !== undefined), 'notInDirect'),
      ...when(isBlocked(channel, body['owner']), 'blocked'),
    ]
  },
  'members create': ({ place: { parent: channel }, body }) => {
    if (!channel) return []
    return membersIn(body).flatMap(({ username, role }) => {
      const isMember = memberOf(channel, username)
      const isOwner = channel['owner'] === username
      return [
        ...when(isBlocked(channel, username), 'blocked'),
        ...when(isMember && role === undefined, 'alreadyMember'),
        ...when(!isMember && channel['type'] === 'direct', 'directIsFull'),
        ...when(role === ownerRole && !isOwner, 'ownerRole'),
        ...when(role !== undefined && role !== ownerRole && isOwner, 'ownerKeepsRole'),
      ]
    })
  },
  'members remove': ({ place: { parent: channel }, body }) =>
    membersIn(body).flatMap(({ username }) => [
      ...when(channel?.['owner'] === username, 'ownerStays'),
      ...when(channel?.['type'] === 'direct', 'directStays'),
    ]),
  'messages create': checkSends,
  'messages update': checkChanges,
  'messages delete': checkChanges,
  // Typing: nothing is stored.
  ' act': ({ place: { parent: channel }, body }) => (channel ? checkActs(channel, body['from']) : []),
}
