import type { User } from '../../../generated/schema.js'
import { seedFields, validateSeed } from '../../../generated/validators.js'
import { copyJson } from '../../common/copy-json.js'
import { ownFields } from '../../common/own-fields.js'
import { describeViolations } from '../describe-violations.js'
import { Problem, quote } from '../problem.js'
import type { AppState } from './app-state.js'
import { decodeBase64 } from './base64.js'
import { checkTime } from './clock.js'
import type { Collection, PlaceChange } from './collection.js'
import { compact } from './compact.js'
import { ownerRole, participantRole } from './role-store.js'
import { type Places, type Seed, SeedError } from './seed.js'

const defaultStart = '2026-01-05T09:00:00Z'
/** Milliseconds between the creation of two resources. */
const step = 1000

/**
 * Checks the shape of a seed.
 *
 * @throws SeedError naming every field that is invalid.
 */
export function checkSeed(seed: unknown): asserts seed is Seed {
  let problem: string | undefined
  try {
    problem = describeViolations('it', validateSeed, seed, seedFields)
  } catch (cause) {
    throw new SeedError('Invalid seed: it cannot be read.', { cause })
  }
  if (problem) throw new SeedError(`Invalid seed: ${problem}`)
}

/**
 * Adds everything in a seed to the state of an application.
 *
 * @throws SeedError naming the first item that breaks a rule of the API. The state is then incomplete and must be dropped.
 */
export function loadSeed(given: Seed, state: AppState): void {
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
        add(ownFields(item))
        advance()
      } catch (error) {
        if (!(error instanceof Problem || error instanceof RangeError)) throw error
        throw new SeedError(`Invalid seed: ${list}/${index}: ${error.message}`)
      }
    }
  }
  // Places are those of a snapshot, which has every item.
  const isWhole = state.users.all.size === 0 && state.channels.all.size === 0
  Object.assign(state.application, compact(seed.application ?? {}))
  load('roles', seed.roles, (role) => addRole(state, detach(role)))
  load('channelTypes', seed.channelTypes, (type) => state.channelTypes.add(copyJson(type)))
  load('users', seed.users, (user) => state.users.add(compact(detach(user)) as User, time))
  load('channels', seed.channels, ({ type: kind, members, messages, blocked, places, ...fields }) => {
    const channel = state.channels.add({ kind, ...compact(detach(fields)), members }, time)
    for (const username of blocked ?? []) state.members.block(channel, username)
    for (const message of messages ?? []) {
      advance()
      state.messages.add(channel, detach(ownFields(message)), time)
    }
    setPlaces({ members: channel.members, blocked: channel.blocked, messages: channel.messages }, places)
  })
  load('places', isWhole && seed.places ? [seed.places] : [], (places) =>
    setPlaces({ users: state.users.all, channels: state.channels.all }, places),
  )
  const { role = 0, message = '0' } = ownFields(seed.lastIds ?? {})
  state.roles.pass(role)
  state.ids.pass(message)
  load('files', seed.files, ({ content, ...file }) =>
    state.files.add(ownFields({ ...compact(file), content: decodeBase64(content) })),
  )
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

/** Copies the lists and objects of an item, which the state must not share with the caller. Most items have none. */
function detach<T extends object>(item: T): T {
  for (const value of Object.values(item)) if (typeof value === 'object') return copyJson(item)
  return item
}

/** Adds a role. Owner and Participant always exist, so a seed changes them. */
function addRole(state: AppState, { id, app_id, ...fields }: NonNullable<Seed['roles']>[number]): void {
  const isBuiltIn = fields.name === ownerRole || fields.name === participantRole
  const known = isBuiltIn ? state.roles.find(fields.name) : undefined
  if (known) state.roles.update(known, compact(fields))
  else state.roles.add({ id, ...compact(fields) })
}
