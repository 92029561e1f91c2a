import type {
  Application,
  ChannelTypeCreate,
  MemberAdd,
  MessageSend,
  Role,
  RoleCreate,
  User,
} from '../../../generated/schema.js'
import { validateSeed } from '../../../generated/validators.js'
import { Problem, quote } from '../problem.js'
import { describeViolations } from '../validation.js'
import {
  type AppState,
  type ChannelKind,
  type ChannelRecord,
  checkSegment,
  ownerRole,
  participantRole,
} from './app-state.js'
import { decodeBase64, encodeBase64 } from './base64.js'
import { Clock } from './clock.js'
import { compact } from './compact.js'

/** A channel to start with. */
export interface SeedChannel {
  /** `public`, `private` or `direct`, or any other word that an update may name. */
  type: ChannelKind
  /** By default one that follows from the seed. */
  id?: string | undefined
  /** Name of a public channel, which no other has. */
  uri?: string | undefined
  /** Title. */
  subject?: string | undefined
  /** A mark, by which channels can be filtered. */
  label?: string | undefined
  /** Text that is passed through untouched. */
  metadata?: string | undefined
  /** Address of the picture. */
  avatar?: string | undefined
  /** By default the time that follows from the seed. */
  created_at?: string | undefined
  /** Username of the owner, who is a member too. */
  owner?: string | undefined
  /** Usernames, and the role of each; without one, Participant. */
  members?: MemberAdd[] | undefined
  /** Usernames of those who were kicked and blocked. */
  blocked?: string[] | undefined
  /** What was said, the oldest first. The author need not be a member any more. */
  messages?:
    | (MessageSend & {
        /** By default one that follows from the seed. */
        id?: string | undefined
      })[]
    | undefined
}

/** A file to start with. */
export interface SeedFile {
  /** Name, by which it is downloaded. */
  name: string
  /** The bytes, as base64. */
  content: string
  /** Media type that the upload stated. Downloads are `application/octet-stream` all the same. */
  type?: string | undefined
}

/**
 * What an application starts with. The same seed gives the same ids and times.
 * Roles come before users, and users before channels, as each names those before it.
 */
export interface Seed {
  /** When the first thing is made that has no time of its own; each further one follows a second later. Default: `2026-01-05T09:00:00Z`. */
  start?: string | undefined
  /** What is known of the application. */
  application?: { [Field in keyof Application]: Application[Field] | undefined } | undefined
  /** Besides Owner and Participant, or to change what these permit. */
  roles?: (RoleCreate & Partial<Pick<Role, 'id' | 'app_id'>>)[] | undefined
  /** In the order in which they come to be. */
  users?: (Pick<User, 'username'> & { [Field in keyof User]?: User[Field] | undefined })[] | undefined
  /** In the order in which they come to be. */
  channels?: SeedChannel[] | undefined
  /** Channel types that were created. */
  channelTypes?: ChannelTypeCreate[] | undefined
  /** What can be downloaded. */
  files?: SeedFile[] | undefined
}

/** A seed that cannot be. */
export class SeedError extends Error {
  /** The name of the class. */
  override readonly name = 'SeedError'
}

const defaultStart = '2026-01-05T09:00:00Z'
const step = 1000

/**
 * Makes sure of the shape of a seed.
 *
 * @throws SeedError naming every place that is wrong.
 */
export function checkSeed(seed: unknown): asserts seed is Seed {
  const problem = describeViolations(validateSeed, seed)
  if (problem) throw new SeedError(`The seed cannot be used: ${problem}`)
}

/**
 * Adds what a seed holds.
 *
 * @throws SeedError naming the first thing that breaks a rule of the API. The state is then not to be used.
 */
export function sow(seed: Seed, state: AppState): void {
  const clock = new Clock()
  const start = new Date(seed.start ?? defaultStart)
  if (Number.isNaN(start.getTime()))
    throw new SeedError(`The seed cannot be used: start is no date: ${quote(String(seed.start))}.`)
  clock.set(start)
  const grow = <T>(kind: string, items: readonly T[] | undefined, add: (item: T) => void) => {
    for (const [index, item] of (items ?? []).entries()) {
      try {
        add(item)
        clock.advance(step)
      } catch (error) {
        // Times beyond the year 9999, and what is nested too deep.
        if (!(error instanceof Problem || error instanceof RangeError)) throw error
        throw new SeedError(`The seed cannot be used: ${kind}/${index}: ${error.message}`)
      }
    }
  }
  Object.assign(state.application, compact(seed.application ?? {}))
  const { clock: usual } = state
  state.clock = clock
  try {
    grow('roles', seed.roles, (role) => addRole(state, role))
    grow('channelTypes', seed.channelTypes, (type) => state.addChannelType(structuredClone(type)))
    grow('users', seed.users, (user) => state.addUser(compact(user) as User))
    grow('channels', seed.channels, ({ type: kind, messages, blocked, ...fields }) => {
      const channel = state.addChannel({ kind, ...compact(fields) })
      for (const username of blocked ?? []) state.block(channel, username)
      for (const message of messages ?? []) {
        clock.advance(step)
        state.addMessage(channel, message)
      }
    })
    grow('files', seed.files, ({ name, content, type }) => {
      checkSegment('name', name)
      if (state.files.has(name)) throw new Problem(409, `name ${quote(name)} is taken by another file.`)
      state.files.add({ name, ...(type && { type }), content: decodeBase64(content) })
    })
  } finally {
    state.clock = usual
  }
}

/** Owner and Participant are there already: a seed changes them. */
function addRole(state: AppState, role: NonNullable<Seed['roles']>[number]): void {
  const { id, app_id, ...fields } = role
  const known = role.name === ownerRole || role.name === participantRole ? state.roleNamed(role.name) : undefined
  if (known) Object.assign(known, structuredClone(compact(fields)))
  else state.addRole({ id, ...compact(fields) })
}

/** Writes down everything that an application holds, so that `sow` makes the same of it. */
export function harvest(state: AppState): Seed {
  const { application, roles, channelTypes, users, channels, files } = state
  return structuredClone({
    application,
    roles: [...roles],
    channelTypes: [...channelTypes],
    users: [...users],
    channels: [...channels].map((channel) => harvestChannel(state, channel)),
    files: [...files].map(({ name, type, content }) => ({
      name,
      ...(type && { type }),
      content: encodeBase64(content),
    })),
  })
}

function harvestChannel(state: AppState, { kind, members, blocked, messages, ...fields }: ChannelRecord): SeedChannel {
  return {
    ...compact(fields),
    type: kind,
    members: [...members].map(({ username, roleId }) => ({ username, role: state.role(roleId).name })),
    blocked: [...blocked],
    messages: [...messages],
  }
}
