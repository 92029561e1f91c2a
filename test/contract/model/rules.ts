/** What the model of the world knows about the API besides its schemas. What the document states comes from the document. */
import { endpointsOf, readDocument, resolveIn } from '../../../scripts/document.js'
import type { State } from './places.js'

/** An error that a request may get. */
export interface ApiProblem {
  status: number
  code: number
}

/** The extensions of the document that this model reads where they exist. */
interface Extensions {
  'x-permissions'?: Record<string, number> | { name: string; number: number }[] | string[]
  'x-error-messages'?: Record<string, { status: number; code: number; message: string }>
}

export const document = await readDocument()
export const resolve = resolveIn(document)
export const endpoints = endpointsOf(document)
const extensions = document as unknown as Extensions

/** The permissions in the order of Sceyt's page on roles. Their numbers are their positions, from 1. */
const permissionNames = [
  'Delete Channel',
  'Edit Channel',
  'Add Member',
  'Kick Member',
  'Kick and Block Member',
  'Change Member Role',
  'Send Message',
  'Edit Own Message',
  'Edit any Message',
  'Delete Own Message',
  'Delete any Message',
  'Mention Member',
  'Send Attachment Message',
  'Delete Own Attachment Message',
  'Add Message Reaction',
  'Delete Own Message Reaction',
  'Delete any Reaction',
] as const
export type PermissionName = (typeof permissionNames)[number]

/** Returns the number of a permission: a second opinion on that of the document, if it has one. */
export function permissionNumber(name: PermissionName): number {
  return permissionNames.indexOf(name) + 1
}

/** The roles that always exist. */
export const ownerRole = 'Owner'
export const participantRole = 'Participant'

/** Names of request fields that responses call otherwise. */
export const responseNames: Readonly<Record<string, string>> = { avatar_url: 'avatar' }

/** Fields that two items of a collection cannot share, and the name of the error's example. */
export const uniqueFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  users: { username: 'taken' },
  roles: { name: 'taken' },
  channelTypes: { name: 'taken' },
  channels: { uri: 'channel' },
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

const statusNames: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableContent',
}

/**
 * Returns the error with a status, with the code that the document gives it.
 *
 * @param example - Name of the example whose code it has. Default: the first one.
 */
export function problem(status: number, example?: string): ApiProblem {
  const response = document.components['responses']?.[statusNames[status] ?? ''] as
    | { content: Record<string, { examples: Record<string, { value: { code: number } }> }> }
    | undefined
  const examples = Object.entries(response?.content['application/json']?.examples ?? {})
  const [, chosen] = examples.find(([name]) => name === example) ?? examples[0] ?? []
  if (!chosen) throw new Error(`The document has no example of ${status}.`)
  return { status, code: resolve(chosen).value.code }
}

/** Returns the error of a path that names an item that does not exist. */
export function missing(collection: string): ApiProblem {
  return problem(404, collection.replace(/s$/, ''))
}

/** Checks the message of an error against the catalogue of the document, if it has one. */
export function isKnownMessage({ status, code }: ApiProblem, message: string): boolean {
  const catalogue = Object.values(extensions['x-error-messages'] ?? {}).filter(
    (entry) => entry.status === status && entry.code === code,
  )
  if (catalogue.length === 0) return true
  return catalogue.some(({ message: template }) => {
    const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.*')}$`, 's').test(message)
  })
}

/** What is computed from the whole state, by its path. */
export const computed: Readonly<Record<string, (state: State) => unknown>> = {
  '/application/storage': ({ files }) => ({
    files: files.length,
    bytes: files.reduce((sum, { content }) => sum + Buffer.from(String(content), 'base64').length, 0),
  }),
}
