import { generateKeyPairSync } from 'node:crypto'
import { operations } from '../../../generated/operations.js'
import { encodePath, encodeQuery } from '../../../src/operation/encode-url.js'
import type { Operation } from '../../../src/operation/operation.js'
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type Seed,
  type Snapshot,
} from '../../../src/sandbox/index.js'
import type { Durability } from '../../../src/sandbox/node/index.js'
import { Random } from './random.js'
import { type CallStep, type ControlStep, type Result, type State, type Step, stateOf, takeStep } from './step.js'
import { Values } from './values.js'

/** The steps of a world, and what they lead to without a restart. */
export interface Script {
  readonly seed: number
  readonly options: SandboxOptions
  /** A fifth of the worlds waits for the disk, with one write for all requests of a burst. */
  readonly durability: Durability
  /** Whether bodies are so long, and restarts so rare, that the log is merged in the background. */
  readonly isLong: boolean
  readonly steps: readonly Step[]
  readonly results: readonly Result[]
  /** The state before each step, and after the last one. */
  readonly states: readonly State[]
}

const apps = [
  { appId: 'shop', apiKey: 'shop-key' },
  { appId: 'blog', apiKey: 'blog-key' },
]
const start = Date.UTC(2030, 0)
const day = 86_400_000
/** How often operations are called. The others have the weight 4. */
const weights: Readonly<Record<string, number>> = {
  sendMessage: 16,
  createUser: 8,
  createPublicChannel: 6,
  editMessage: 6,
  deleteMessage: 5,
  deleteUser: 2,
  deleteChannel: 2,
  startTyping: 2,
  stopTyping: 2,
}
const changing = operations.filter(({ method }) => method !== 'GET')
const changeWeights = Object.fromEntries(changing.map(({ id }) => [id, weights[id] ?? 4]))
/** Of worlds with long bodies, most of which replace others: the log is only merged once it is longer than the snapshot. */
const longChangeWeights = Object.fromEntries(
  changing.map(({ id, method }) => [id, (weights[id] ?? 4) * (method === 'PUT' ? 6 : 1)]),
)
/** Pages have links to other pages. */
const readWeights = Object.fromEntries(
  operations.filter(({ method }) => method === 'GET').map(({ id, pagination }) => [id, pagination ? 4 : 1]),
)

const eventfulWeights = { change: 100, read: 10, link: 14, clock: 7, seed: 3, reset: 5, restore: 5, save: 3 }
const deepWeights = { ...eventfulWeights, read: 20, seed: 1, reset: 0, restore: 0, save: 0 }

let key: string | undefined
/** Returns a key for all applications. To generate one for each sandbox takes longer than all steps of a world. */
function privateKey(): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string
  return key
}

/** Makes the steps of a world from a seed, and takes them in a sandbox without a file. */
export async function writeScript(seed: number, length: number): Promise<Script> {
  const random = new Random(seed)
  const isLong = random.chance(1 / 5)
  const options: SandboxOptions = {
    apps: apps.map((app) => ({ ...app, privateKey: privateKey(), seed: initialSeed(random) })),
  }
  const writer = new Writer(random, createSandbox(options), isLong)
  while (writer.steps.length < (isLong ? 2 : 1) * length) await writer.write()
  const durability = seed % 5 === 0 ? 'power' : 'process'
  return { seed, options, durability, isLong, steps: writer.steps, results: writer.results, states: writer.states }
}

class Writer {
  readonly steps: Step[] = []
  readonly results: Result[] = []
  readonly states: State[]
  readonly #random: Random
  readonly #sandbox: Sandbox
  readonly #isLong: boolean
  /** Whether the state is never reset or restored, so that lists become longer, with more gaps. */
  readonly #isDeep: boolean
  readonly #links: { app: (typeof apps)[number]; path: string }[] = []
  #saved: Snapshot
  /** Until it is set, the clock runs, and two runs of a call would differ. */
  #isRunning = true

  constructor(random: Random, sandbox: Sandbox, isLong: boolean) {
    this.#random = random
    this.#sandbox = sandbox
    this.#isLong = isLong
    this.#isDeep = random.chance(0.5)
    this.#saved = sandbox.snapshot()
    this.states = [stateOf(sandbox)]
  }

  async write(): Promise<void> {
    const random = this.#random
    const step = this.#isRunning
      ? this.#clock(random.weighted({ set: 3, advance: 1, run: 0 }))
      : this.#step(random.weighted(this.#isDeep ? deepWeights : eventfulWeights))
    if (!step) return
    this.steps.push(step)
    const result = await takeStep(this.#sandbox, step)
    this.results.push(result)
    const state = stateOf(this.#sandbox)
    this.states.push(state)
    this.#isRunning = !('stopped' in state.clock)
    if (step.kind === 'call') this.#collectLinks(step, result)
  }

  #step(kind: keyof typeof eventfulWeights): Step | undefined {
    const random = this.#random
    const app = this.#app()
    if (kind === 'clock') return this.#clock(random.weighted({ set: 3, advance: 5, run: 3 }))
    if (kind === 'seed') return { kind, app: app.appId, seed: this.#addition(app.appId) }
    if (kind === 'reset') return random.chance(0.5) ? { kind, app: app.appId } : { kind }
    if (kind === 'restore') return { kind, snapshot: random.chance(0.8) ? this.#saved : this.#brokenSnapshot() }
    if (kind === 'change') return this.#call(app, random.weighted(this.#isLong ? longChangeWeights : changeWeights))
    if (kind === 'read') return this.#call(app, random.weighted(readWeights))
    if (kind === 'save') this.#saved = this.#sandbox.snapshot()
    const link = kind === 'link' ? random.pick(this.#links) : undefined
    return (
      link && { kind: 'call', operation: 'a link', method: 'GET', app: link.app.appId, ...link.app, path: link.path }
    )
  }

  #app() {
    return apps[this.#random.chance(0.75) ? 0 : 1] as (typeof apps)[number]
  }

  #clock(change: 'set' | 'advance' | 'run'): ControlStep {
    const random = this.#random
    if (change === 'run') return { kind: 'run the clock' }
    if (change === 'set') return { kind: 'set the clock', time: random.chance(0.05) ? -1 : start + random.below(day) }
    const duration = random.below(60_000) - (random.chance(0.2) ? 30_000 : 0)
    return { kind: 'advance the clock', duration: this.#isRunning ? duration * 1000 : duration }
  }

  /** Returns a seed for an application that has a state. One in five cannot be loaded. */
  #addition(app: string): Seed {
    const random = this.#random
    const username = `seeded ${random.below(100_000)}`
    const members = this.#state(app).users?.slice(0, 2) ?? []
    const channel = { type: 'private', members: members.map(({ username }) => ({ username })), blocked: [username] }
    const channels = [{ ...channel, messages: [{ from: username, body: 'seeded' }] }]
    if (random.chance(0.2)) return { users: [{ username }], channels: [{ ...channel, owner: 'unknown' }] }
    return {
      users: [{ username, first_name: 'Seeded' }],
      channels,
      roles: [{ name: `Seeded ${random.below(100_000)}` }],
    }
  }

  #brokenSnapshot(): Snapshot {
    const users = [{ username: 'twice' }, { username: 'twice' }]
    return { apps: this.#random.chance(0.5) ? { unknown: {} } : { ...this.#saved.apps, shop: { users } } }
  }

  #state(app: string): Seed {
    return this.states.at(-1)?.apps[app] ?? {}
  }

  #call(app: (typeof apps)[number], id: string): CallStep {
    const random = this.#random
    const operation = operations.find((known) => known.id === id) as Operation
    const values = new Values(random, this.#state(app.appId), operation, this.#isLong ? 0.8 : 0.005)
    const query = operation.query ? encodeQuery(textual(values.of(operation.query) as object)) : ''
    const path = `/v1/${app.appId}${encodePath(operation.path, values.path())}${query && `?${query}`}`
    const [other] = apps.filter(({ appId }) => appId !== app.appId)
    const step = {
      kind: 'call' as const,
      operation: id,
      app: app.appId,
      apiKey: random.chance(0.01) ? (other?.apiKey ?? '') : app.apiKey,
      method: operation.method,
      path,
    }
    if (!operation.body) return step
    if (operation.body.media === 'form') return { ...step, file: this.#file() }
    const body = values.of(operation.body.shape)
    return { ...step, json: random.chance(0.03) ? this.#broken(body) : JSON.stringify(body) }
  }

  #file() {
    const random = this.#random
    const name = random.pick(['a.txt', 'b c.png', 'Բարեւ 🎉.md', 'none']) ?? ''
    return { name, text: `${random.next()} `.repeat(random.pick([0, 1, 20, 2_000]) ?? 0) }
  }

  #broken(body: unknown): string {
    const [first] = Object.keys(body as object)
    const { [first ?? '']: _removed, ...rest } = body as Record<string, unknown>
    return this.#random.pick([JSON.stringify(rest), JSON.stringify({ ...rest, [first ?? 'x']: 5 }), '[', 'null']) ?? ''
  }

  #collectLinks({ app, path }: CallStep, { body }: Result): void {
    const { links } = (typeof body === 'object' && body !== null ? body : {}) as {
      links?: Record<string, string | null>
    }
    for (const link of [links?.['next'], links?.['previews']]) {
      if (typeof link !== 'string') continue
      const { pathname, search } = new URL(link, `https://sandbox.invalid${path}`)
      this.#links.push({
        app: apps.find(({ appId }) => appId === app) as (typeof apps)[number],
        path: pathname + search,
      })
    }
    if (this.#links.length > 12) this.#links.shift()
  }
}

function initialSeed(random: Random): Seed {
  const usernames = ['zoe', 'omar', 'Զոյա', '佐伊 🎉', 'x*y']
  const messages = Array.from({ length: random.below(4) }, (_none, number) => ({ from: 'omar', body: `${number}` }))
  const members = [{ username: 'zoe' }, { username: 'omar' }, { username: 'Զոյա', role: 'Keeper' }]
  return {
    roles: [{ name: 'Keeper', priority: 40, permissions: Array.from({ length: 17 }, (_none, id) => id + 1) }],
    users: usernames.map((username) => ({ username })),
    channels: [
      { type: 'public', owner: 'zoe', members, blocked: ['x*y'], messages, uri: 'uri-1' },
      { type: 'direct', members: [{ username: 'omar' }, { username: 'x*y' }] },
    ],
    channelTypes: [{ name: 'broadcast' }],
    files: [{ name: 'a.txt', content: btoa('seeded') }],
  }
}

/** Returns a query without the parameters that have no values. */
function textual(query: object): object {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? 'x']))
}
