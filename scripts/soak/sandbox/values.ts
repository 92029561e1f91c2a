import type { Operation } from '../../../src/operation/operation.js'
import type { Shape } from '../../../src/operation/shape.js'
import type { Seed, SeedChannel, SeedMessage } from '../../../src/sandbox/index.js'
import type { Random } from './random.js'

/** Texts that programs often handle wrongly. */
const texts = ['', 'plain', 'Բարեւ 你好 🎉', '"quoted"\n\\', '\u2028\u0000', '__proto__', ' spaces ', '{"json":[1]}']
const longText = 'long '.repeat(30_000)
const longFields = ['metadata', 'body', 'description', 'first_name', 'label']

/**
 * Random values for the requests of one operation. Most refer to what exists in the state of an application, found by the name of
 * the parameter or field, so that most requests succeed.
 */
export class Values {
  readonly #random: Random
  readonly #state: Seed
  readonly #operation: Operation
  readonly #longShare: number
  readonly #channel: SeedChannel | undefined
  readonly #message: SeedMessage | undefined

  /** @param longShare - The share of texts of updates that have 150 kB, from 0 to 1. */
  constructor(random: Random, state: Seed, operation: Operation, longShare: number) {
    this.#random = random
    this.#state = state
    this.#operation = operation
    this.#longShare = longShare
    const channels = state.channels ?? []
    const needsMessage = 'messageId' in operation.pathParameters
    const mayBeDirect = !['updateChannel', 'addChannelMembers', 'removeChannelMembers'].includes(operation.id)
    const fitting = channels.filter(
      ({ messages = [], type }) => (!needsMessage || messages.length > 0) && (mayBeDirect || type !== 'direct'),
    )
    // One channel is busier than the others, so that it has pages of messages, and gaps between them.
    const busy = operation.id !== 'deleteChannel' && random.chance(0.5) ? fitting[0] : undefined
    this.#channel = busy ?? random.pick(random.chance(0.9) ? fitting : channels)
    const messages = this.#channel?.messages ?? []
    // Often the last one, whose id and place must not be used again.
    this.#message = random.chance(0.4) ? messages.at(-1) : random.pick(messages)
  }

  path(): Record<string, string> {
    const { pathParameters } = this.#operation
    return Object.fromEntries(
      Object.entries(pathParameters).map(([name, shape]) => [name, String(this.#parameter(name) ?? this.of(shape))]),
    )
  }

  /** Returns a value for a query, a body or a part of one. */
  of(shape: Shape, name = ''): unknown {
    const random = this.#random
    if (shape.type === 'object') return this.#object(shape)
    if (name === 'members') return this.#members(shape)
    const known = this.#field(name)
    if (known !== undefined) return known
    if (shape.type === 'union') return this.of(random.pick(shape.anyOf ?? []) ?? { type: 'string' }, name)
    if (shape.type === 'array')
      return Array.from({ length: (shape.minItems ?? 0) + random.below(3) }, () =>
        this.of(shape.items ?? { type: 'string' }, name),
      )
    if (shape.type === 'integer') {
      const { minimum = 0, maximum = 20 } = shape
      return minimum + random.below(Math.min(maximum - minimum, 20) + 1)
    }
    if (shape.type === 'boolean') return random.chance(0.5)
    if (shape.minLength !== undefined) return `text-${random.below(1000)}`
    return random.pick(texts)
  }

  #object({ properties = {}, required = [] }: Shape): Record<string, unknown> {
    const names = Object.keys(properties).filter((name) => required.includes(name) || this.#random.chance(0.5))
    return Object.fromEntries(names.map((name) => [name, this.of(properties[name] as Shape, name)]))
  }

  /** Returns something that a path can name, if there is any. */
  #parameter(name: string): string | number | undefined {
    const { users = [], roles = [], channelTypes = [], files = [] } = this.#state
    const random = this.#random
    if (random.chance(0.04)) return name === 'roleId' ? 4_000 : '4000'
    if (name === 'channelId') return this.#channel?.id
    if (name === 'messageId') return this.#message?.id
    if (name === 'username') return random.pick(users)?.username
    if (name === 'roleId') return random.pick(random.chance(0.1) ? roles : this.#freeRoles())?.id
    if (name === 'name') return random.pick(channelTypes)?.name
    return name === 'fileName' ? random.pick(files)?.name : undefined
  }

  /** Returns the roles that may be changed, and deleted by most requests. */
  #freeRoles(): NonNullable<Seed['roles']> {
    const { roles = [], channels = [] } = this.#state
    const used = this.#operation.id === 'deleteRole' ? channels.flatMap(({ members = [] }) => members) : []
    const names = ['Owner', 'Participant', ...used.map(({ role }) => role)]
    return roles.filter(({ name }) => !names.includes(name))
  }

  /** Returns a meaningful value for a field, if the field is known. */
  #field(name: string): unknown {
    const { users = [], roles = [] } = this.#state
    const random = this.#random
    const isTaken = random.chance(0.05)
    const fresh = `${random.pick(['ann', 'Զոյա', '佐伊', 'x*y', "o'neill"])} ${random.below(100_000)}`
    const newUser = name === 'username' && this.#operation.id === 'createUser' && !isTaken
    if (newUser || (name === 'name' && !isTaken)) return fresh
    if (name === 'name') return random.pick(roles)?.name
    if (name === 'limit') return 1 + random.below(3)
    if (name === 'uri') return `uri-${isTaken ? 1 : random.below(100_000)}`
    if (name === 'from') return this.#actor()
    if (name === 'username' || name === 'owner') return isTaken ? 'unknown' : random.pick(users)?.username
    if (name === 'role') return random.pick(roles.slice(isTaken ? 0 : 1))?.name
    if (name === 'permissions')
      return Array.from({ length: 17 }, (_none, id) => id + 1).filter(() => random.chance(0.7))
    if (name === 'type' && this.#operation.id === 'updateChannel')
      return random.pick(['public', 'private', 'broadcast', 1, 2, 99])
    if (name === 'filter')
      return random.pick([['type:eq:public'], ['created_at:gte:2020'], ['label:not_eq:plain'], ['x']])
    return this.#operation.method === 'PUT' && longFields.includes(name) && random.chance(this.#longShare)
      ? longText
      : undefined
  }

  /** Returns a user who may act in the channel, most of the time. */
  #actor(): string | undefined {
    const random = this.#random
    if (this.#message && random.chance(0.6)) return this.#message.from
    if (random.chance(0.1)) return random.pick(this.#state.users ?? [])?.username
    return random.pick(this.#channel?.members ?? [])?.username
  }

  #members({ items, minItems = 0, maxItems }: Shape): unknown[] {
    const random = this.#random
    const { id } = this.#operation
    const { members = [], owner, blocked = [] } = this.#channel ?? {}
    const removable = members.filter(({ username }) => username !== owner)
    const outside = [...blocked, ...members.map(({ username }) => username)]
    const addable = (this.#state.users ?? []).filter(({ username }) => !outside.includes(username))
    const users =
      id === 'removeChannelMembers' ? removable : id === 'addChannelMembers' ? addable : (this.#state.users ?? [])
    const count = maxItems ?? minItems + random.below(2)
    const names = new Set(Array.from({ length: count }, () => random.pick(users)?.username ?? 'unknown'))
    return [...names].map((username) => {
      if (items?.type === 'union' && random.chance(0.5)) return username
      const role = items?.properties?.['role'] && random.chance(0.3) ? this.#field('role') : undefined
      return { username, ...(role !== undefined && { role }) }
    })
  }
}
