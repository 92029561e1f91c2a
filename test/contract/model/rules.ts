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
  'x-permissions'?: Record<string, number>
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

/** Returns the number of a permission: that of the document, if it has one, or else its position. */
export function permissionNumber(name: PermissionName): number {
  const stated = extensions['x-permissions'] ?? {}
  return stated[name] ?? permissionNames.indexOf(name) + 1
}

/** The roles that always exist. */
export const ownerRole = 'Owner'
export const participantRole = 'Participant'

/** Names of request fields that responses call otherwise. */
export const responseNames: Readonly<Record<string, string>> = { avatar_url: 'avatar' }

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

/** The codes of each status, by the names of the examples of its responses and of the catalogue. The first one is the default. */
const codes = new Map<number, Map<string, number>>()
for (const { operation } of endpoints) {
  for (const [status, response] of Object.entries(operation.responses)) {
    for (const [name, example] of Object.entries(resolve(response).content?.['application/json']?.examples ?? {}))
      addCode(Number(status), name, (resolve(example).value as { code?: number }).code)
  }
}
for (const [name, { status, code }] of Object.entries(extensions['x-error-messages'] ?? {})) addCode(status, name, code)

function addCode(status: number, name: string, code: number | undefined): void {
  if (status < 400 || code === undefined) return
  codes.set(status, codes.get(status) ?? new Map())
  if (!codes.get(status)?.has(name)) codes.get(status)?.set(name, code)
}

function problem(status: number, name?: string): ApiProblem {
  const named = codes.get(status)
  const [first] = named?.values() ?? []
  const code = name === undefined ? first : named?.get(name)
  if (code === undefined)
    throw new Error(`The document has no error ${name ?? ''} of status ${status}: adapt rules.ts.`)
  return { status, code }
}

/** The errors that the rules of the model lead to. */
export const errors = {
  malformed: problem(400),
  unauthenticated: problem(401),
  forbidden: problem(403),
  taken: problem(409, 'taken'),
  channelTaken: problem(409, 'channel'),
  memberAlready: problem(409, 'member'),
  inUse: problem(409, 'inUse'),
  wrongMedia: problem(415),
  unacceptable: problem(422),
} as const

/** Fields that two items of a collection cannot share, and the error of a second one. */
export const uniqueFields: Readonly<Record<string, Readonly<Record<string, ApiProblem>>>> = {
  users: { username: errors.taken },
  roles: { name: errors.taken },
  channelTypes: { name: errors.taken },
  channels: { uri: errors.channelTaken },
}

/** Returns the error of a path that names an item that does not exist. */
export function missing(collection: string): ApiProblem {
  const name = collection.replace(/s$/, '')
  return problem(404, codes.get(404)?.has(name) ? name : undefined)
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
