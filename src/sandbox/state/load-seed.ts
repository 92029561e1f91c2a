import type { User } from '../../../generated/schema.js'
import { seedFields, validateSeed } from '../../../generated/validators.js'
import { copyJson } from '../../common/copy-json.js'
import { ownFields } from '../../common/own-fields.js'
import { describeViolations } from '../describe-violations.js'
import { Problem, quote } from '../problem.js'
import type { AppState } from './app-state.js'
import { decodeBase64 } from './base64.js'
import type { StoredMessage } from './channel-record.js'
import { checkTime } from './clock.js'
import type { Collection, PlaceChange } from './collection.js'
import { compact } from './compact.js'
import { ownerRole, participantRole } from './role-store.js'
import { type Places, type Seed, SeedError, type SeedMessage } from './seed.js'

/**
 * Where a seed is from: a caller, who may change it later; a record that was parsed for one state alone, which may keep
 * parts of it; or another state, whole and known to be valid, whose users and messages are not checked again.
 */
export type SeedSource = 'caller' | 'record' | 'state'

const defaultStart = '2026-01-05T09:00:00Z'
/** Milliseconds between the creation of two resources. */
const step = 1000

/**
 * Checks the shape of a seed.
 *
 * @param source - A caller must give the contents of files as base64.
 * @throws SeedError naming every field that is invalid.
 */
export function checkSeed(seed: unknown, source: SeedSource = 'caller'): asserts seed is Seed {
  let problem: string | undefined
  try {
    problem = describeViolations('it', validateSeed, source === 'caller' ? seed : withoutBytes(seed), seedFields)
  } catch (cause) {
    throw new SeedError('Invalid seed: it cannot be read.', { cause })
  }
  if (problem) throw new SeedError(`Invalid seed: ${problem}`)
}

/**
 * Checks and copies a seed.
 *
 * @throws SeedError naming every field that is invalid, or if it is nested too deep.
 */
export function copySeed(seed: Seed): Seed {
  checkSeed(seed)
  try {
    return copyJson(seed)
  } catch (cause) {
    throw new SeedError(`Invalid seed: it cannot be copied: ${(cause as Error).message}`, { cause })
  }
}

/** Replaces the bytes of files by text, which the schema has. */
function withoutBytes(seed: unknown): unknown {
  const files = (seed as Seed | undefined)?.files
  if (!Array.isArray(files)) return seed
  return {
    ...(seed as Seed),
    files: files.map((file) => (isBytes(file?.content) ? { ...file, content: '' } : file)),
  }
}

/**
 * Adds everything in a seed to the state of an application.
 *
 * @param source - Where the seed is from.
 * @throws SeedError naming the first item that breaks a rule of the API. The state is then incomplete and must be dropped.
 */
export function loadSeed(given: Seed, state: AppState, source: SeedSource = 'caller'): void {
  const seed = ownFields(given)
  const { start = defaultStart } = seed
  let time = new Date(start).getTime()
  if (Number.isNaN(time)) throw new SeedError(`Invalid seed: start must be a date, got ${quote(start)}.`)
  checkTime(time, start)
  const advance = () => {
    time = checkTime(time + step, time + step)
  }
  const load = <T extends object>(list: string, items: readonly T[] | undefined, add: (item: T) => void) => {
    for (const [index, item] of (items ?? []).entries()) {
      try {
        add(item)
        advance()
      } catch (error) {
        if (!(error instanceof Problem || error instanceof RangeError)) throw error
        throw new SeedError(`Invalid seed: ${list}[${index}]: ${error.message}`)
      }
    }
  }
  // Places are those of a snapshot, which has every item.
  const isWhole = state.users.all.size === 0 && state.channels.all.size === 0
  Object.assign(state.application, compact(seed.application ?? {}))
  load('roles', seed.roles, (role) => addRole(state, detach(role)))
  load('channelTypes', seed.channelTypes, (type) => state.channelTypes.add(copyJson(type)))
  if (source === 'state') state.users.all.fill((seed.users ?? []) as User[])
  else
    load('users', seed.users, (user) => {
      if (source === 'record' && isStoredUser(user)) state.users.restore(user)
      else state.users.add(compact(detach(user)) as User, time)
    })
  load('channels', seed.channels, (item) => {
    const { type: kind, members, messages, blocked, places, ...given } = ownFields(item)
    const fields = source === 'state' ? (given as ReturnType<typeof compact<typeof given>>) : compact(detach(given))
    const channel = state.channels.add({ kind, ...fields, members }, time)
    for (const username of blocked ?? []) state.members.block(channel, username)
    if (source === 'state') state.messages.fill(channel, (messages ?? []) as StoredMessage[])
    else
      for (const message of messages ?? []) {
        advance()
        if (source === 'record' && isStoredMessage(message)) state.messages.restore(channel, message)
        else state.messages.add(channel, detach(message), time)
      }
    setPlaces({ members: channel.members, blocked: channel.blocked, messages: channel.messages }, places)
  })
  load('places', isWhole && seed.places ? [seed.places] : [], (places) =>
    setPlaces({ users: state.users.all, channels: state.channels.all }, places),
  )
  const { role = 0, message = '0' } = ownFields(seed.lastIds ?? {})
  state.roles.pass(role)
  state.ids.pass(message)
  load('files', seed.files, (item) => {
    const { content, ...file } = ownFields(item)
    state.files.add(ownFields({ ...compact(file), content: isBytes(content) ? content : decodeBase64(content) }))
  })
}

function isBytes(content: unknown): content is Uint8Array<ArrayBuffer> {
  return content instanceof Uint8Array
}

/** Checks whether a user of a snapshot has each field that a new user gets. */
function isStoredUser(user: NonNullable<Seed['users']>[number]): user is User {
  return (
    Object.hasOwn(user, 'created_at') && Object.hasOwn(user, 'updated_at') && Object.hasOwn(user, 'presence_status')
  )
}

/** Checks whether a message of a snapshot has each field that a new message gets. */
function isStoredMessage(message: SeedMessage): message is SeedMessage & StoredMessage {
  return Object.hasOwn(message, 'id') && Object.hasOwn(message, 'attachments')
}

/** @throws RangeError naming what does not fit the lists. */
function setPlaces<List extends string>(
  lists: Record<List, Pick<Collection<unknown>, 'setPlaces'>>,
  places: Places<List> | undefined,
): void {
  for (const [name, changes = []] of Object.entries<PlaceChange[] | undefined>(places ?? {})) {
    if (!Object.hasOwn(lists, name)) throw new RangeError(`there is no list ${quote(name)}.`)
    lists[name as List].setPlaces(changes)
  }
}

/** Copies an item of the caller, whose lists and objects the state must not share. */
function detach<T extends object>(item: T): T {
  const own = ownFields(item)
  for (const value of Object.values(own)) if (typeof value === 'object') return ownFields(copyJson(own))
  return own
}

/** Adds a role. Owner and Participant always exist, so a seed changes them. */
function addRole(state: AppState, { id, app_id, ...fields }: NonNullable<Seed['roles']>[number]): void {
  const isBuiltIn = fields.name === ownerRole || fields.name === participantRole
  const known = isBuiltIn ? state.roles.find(fields.name) : undefined
  if (known) state.roles.update(known, compact(fields))
  else state.roles.add({ id, ...compact(fields) })
}
