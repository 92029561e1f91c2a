/** What the model of the world knows about the API besides its schemas. What the document states comes from the document. */
import { type Endpoint, endpointsOf, readDocument, resolveIn } from '../../../scripts/document.js'
import type { Item, State } from './places.js'

/** An error of the document's catalogue. */
export interface ApiProblem {
  name: string
  status: number
  code: number
  type: string
  /** The message, with placeholders in braces. */
  message: string
}

/** The extensions of the document that only this model reads. */
interface Extensions {
  'x-permissions': Record<string, number>
  'x-roles': { name: string; description: string; priority: number; permissions: string[] | 'all' }[]
  'x-error-messages': Record<string, Omit<ApiProblem, 'name'>>
}

export const document = await readDocument()
export const resolve = resolveIn(document)
export const endpoints = endpointsOf(document)
const {
  'x-permissions': permissions,
  'x-roles': roles,
  'x-error-messages': catalogue,
} = document as unknown as Extensions

/** The roles that always exist, as the state has them. */
export const builtInRoles = roles.map((role) => ({
  ...role,
  permissions:
    role.permissions === 'all' ? Object.values(permissions) : role.permissions.map((name) => permissions[name]),
}))

/** Names of the two roles that always exist. */
export const [ownerRole = '', participantRole = ''] = roles.map(({ name }) => name)

/** Returns the numbers of the permissions that an operation needs, by the condition under which it needs each. */
export function neededPermissions({ operation }: Endpoint): { condition: string | undefined; number: number }[] {
  const needed = (operation as { 'x-permissions'?: { permission: string; if?: string }[] })['x-permissions'] ?? []
  return needed.map(({ permission, if: condition }) => ({ condition, number: permissions[permission] ?? 0 }))
}

/** Collections whose items have names of their own in paths, which a dot segment cannot be. */
export const segmentFields: Readonly<Record<string, string>> = { users: 'username', channelTypes: 'name' }

/** Names of collections in the state where they differ from those in paths. */
export const collectionNames: Readonly<Record<string, string>> = {
  'channels/users': 'members',
  'channels/blocked-users': 'blocked',
}

/** Fields that an item has if the request that creates it does not set them. */
export const defaults: Readonly<Record<string, object>> = {
  users: { presence_status: 0 },
  messages: { attachments: [] },
  channels: { members: [], blocked: [], messages: [] },
}

/** Status of users in a channel, none of whom is inactive or deleted. */
export const memberStatus = 0

/** Returns an error of the catalogue. */
export function problem(name: string): ApiProblem {
  const found = catalogue[name]
  if (!found) throw new Error(`The document has no error ${name}: adapt the model in test/contract/model/.`)
  return { name, ...found }
}

/** Fields that two items of a collection cannot share, and the name of the error. */
export const uniqueFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  users: { username: 'usernameTaken' },
  roles: { name: 'roleTaken' },
  channelTypes: { name: 'channelTypeTaken' },
  channels: { uri: 'uriTaken' },
}

/** Returns the error of a path that names an item that does not exist. */
export function missing(collection: string): ApiProblem {
  return problem(`${collection.replace(/s$/, '')}NotFound`)
}

/** Checks that an error is the one expected, with its message, and that the document lists it for the operation. */
export function isError(
  { name, status, code, type, message }: ApiProblem,
  { operation }: Endpoint,
  body: unknown,
): boolean {
  const listed = (operation as { 'x-errors'?: Record<string, string[]> })['x-errors']?.[status] ?? []
  const received = (body ?? {}) as Partial<ApiProblem>
  const parts = message.split(/\{\{?\w+\}?\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return (
    listed.includes(name) &&
    received.code === code &&
    received.type === type &&
    new RegExp(`^${parts.join('.*')}$`, 's').test(received.message ?? '')
  )
}

/** What is computed from the whole state, by its path: a single item, or the items of a list for the item before it on the path. */
export const computed: Readonly<Record<string, (state: State, parent: Item | undefined) => unknown>> = {
  '/application/storage': ({ files }) => ({
    files: files.length,
    bytes: files.reduce((sum, { content }) => sum + Buffer.from(String(content), 'base64').length, 0),
  }),
}
