import { encodePath } from '../operation/encode-url.js'
import type { UserToken } from '../token/create-token.js'
import { AppKeys } from './app-keys.js'
import { Faults } from './faults.js'
import { createFetch, type SandboxFetch } from './fetch.js'
import { Journal } from './journal.js'
import { Listeners } from './listeners.js'
import type { SandboxRequest } from './parse-request.js'
import { quote } from './problem.js'
import { RateCounter } from './rate-limit.js'
import { createResponder, type Tenant } from './respond.js'
import type { Outcome } from './response.js'
import { basePath } from './router.js'
import {
  checkApp,
  checkMaxBodyBytes,
  type SandboxApp,
  type SandboxConnection,
  type SandboxOptions,
  type SandboxTokenOptions,
  type Snapshot,
} from './sandbox-options.js'
import { AppState } from './state/app-state.js'
import { Clock } from './state/clock.js'
import { dumpSeed } from './state/dump-seed.js'
import { checkSeed, loadSeed } from './state/load-seed.js'
import { type Seed, SeedError } from './state/seed.js'

interface App extends Tenant {
  readonly seed: Seed
  state: AppState
  rate: RateCounter | undefined
}

const apiUrl = 'https://sandbox.invalid'

/** The whole API in memory. */
export class Sandbox {
  /** The API as a function with the signature of the global `fetch`. It may be called unbound. */
  readonly fetch: SandboxFetch
  /** Responds to a request without the web's `Request` and `Response`: for servers. It may be called unbound. */
  readonly respond: (request: SandboxRequest) => Promise<Outcome>
  /** The time in the sandbox. */
  readonly clock = new Clock()
  /** Simulated failures. */
  readonly faults = new Faults()
  /** The log of the latest requests. */
  readonly journal = new Journal()
  readonly #apps = new Map<string, App>()
  readonly #listeners = new Listeners<void>()
  readonly #options: SandboxOptions

  /** @internal Use `createSandbox`. */
  constructor(options: SandboxOptions) {
    const { apps = [{ appId: 'sandbox', apiKey: 'sandbox-key' }], seed = {}, maxBodyBytes = 10 * 1024 * 1024 } = options
    this.#options = options
    checkMaxBodyBytes(maxBodyBytes)
    if (apps.length === 0) throw new RangeError('apps must contain at least one application.')
    for (const app of apps) {
      const { appId, apiKey, seed: own = seed, privateKey } = app
      checkApp(app)
      if (this.#apps.has(appId)) throw new RangeError(`apps must not contain two applications ${quote(appId)}.`)
      checkSeed(own)
      const state = this.#load(appId, own)
      const keys = new AppKeys(privateKey)
      this.#apps.set(appId, { apiKey, seed: structuredClone(own), state, keys, rate: undefined })
    }
    const { clock, faults, journal } = this
    const onWrite = () => this.#listeners.notify()
    this.respond = createResponder({ tenants: this.#apps, clock, faults, maxBodyBytes, onWrite }, journal)
    this.fetch = createFetch(this.respond)
    this.#applyOptions()
  }

  /** Ids and keys of the applications. */
  get apps(): readonly Pick<SandboxApp, 'appId' | 'apiKey'>[] {
    return [...this.#apps].map(([appId, { apiKey }]) => ({ appId, apiKey }))
  }

  /**
   * Returns the options with which `createSceyt` calls this sandbox without a network.
   *
   * @param appId - Default: the first application.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const sceyt = createSceyt(createSandbox().connection())
   * console.log((await sceyt.users.create({ username: 'zoe' })).username) // zoe
   * ```
   */
  connection(appId?: string): SandboxConnection {
    const [id, { apiKey }] = this.#app(appId)
    return { apiUrl, appId: id, apiKey, fetch: this.fetch }
  }

  /**
   * Returns the base path of an application, such as `/v1/sandbox`.
   *
   * @param appId - Default: the first application.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * console.log(createSandbox({ apps: [{ appId: 'shop', apiKey: 'key-1' }] }).basePath()) // /v1/shop
   * ```
   */
  basePath(appId?: string): string {
    const [id] = this.#app(appId)
    return encodePath(basePath, { appId: id })
  }

  /**
   * Creates an access token for a user, as a back end does with `createUserToken` of `sceyt-platform/token`: signed with the
   * application's private key, for the application's id, on the sandbox's clock. The public key is the `public_key` of
   * `application.get()`.
   *
   * @param username - A user of the application.
   * @param options - The application, and the lifetime in milliseconds.
   * @returns The token, and when it expires.
   * @throws RangeError if there is no such application or user, or if the seed has a `public_key` that no private key matches.
   * @throws InputError if the lifetime or the private key cannot be used.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   * import { verifyUserToken } from 'sceyt-platform/token'
   *
   * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
   * const { token } = await sandbox.token('zoe')
   *
   * const { public_key: publicKey = '' } = await createSceyt(sandbox.connection()).application.get()
   * console.log((await verifyUserToken(token, { publicKey })).username) // zoe
   * ```
   */
  async token(username: string, { appId, expiresIn }: SandboxTokenOptions = {}): Promise<UserToken> {
    const [id, { state, keys }] = this.#app(appId)
    if (!state.users.all.has(username))
      throw new RangeError(`There is no user ${quote(String(username))} in the application ${quote(id)}.`)
    const { public_key } = state.application
    if (public_key !== undefined) await keys.checkPublicKey(id, public_key)
    return keys.createToken(username, { appId: id, expiresIn, now: () => this.clock.now() })
  }

  /** Goes back to the initial state: applications, clock, faults, rate limits and journal. */
  reset(): void {
    for (const [appId, app] of this.#apps) app.state = this.#load(appId, app.seed)
    this.clock.run()
    this.journal.clear()
    this.#applyOptions()
    this.#listeners.notify()
  }

  /**
   * Adds a seed to the state of an application.
   *
   * @param appId - Default: the first application.
   * @throws SeedError naming what is invalid. Nothing is then added.
   * @throws RangeError if there is no such application.
   */
  seed(seed: Seed, appId?: string): void {
    checkSeed(seed)
    const [id, app] = this.#app(appId)
    const state = this.#load(id, dumpSeed(app.state))
    loadSeed(seed, state)
    app.state = state
    this.#listeners.notify()
  }

  /**
   * Returns a copy of the state of every application, as JSON.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
   * const sceyt = createSceyt(sandbox.connection())
   * const before = sandbox.snapshot()
   * await sceyt.users.delete('zoe')
   * sandbox.restore(before)
   * console.log((await sceyt.users.list()).total_count) // 1
   * ```
   */
  snapshot(): Snapshot {
    return { apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, dumpSeed(state)])) }
  }

  /**
   * Restores a snapshot. An application that is not in the snapshot becomes empty.
   *
   * @throws SeedError naming what is invalid. Nothing is then changed.
   */
  restore(snapshot: Snapshot): void {
    const { apps } = (snapshot ?? {}) as Partial<Snapshot>
    if (typeof apps !== 'object' || apps === null) throw new SeedError('Invalid snapshot: apps must be an object.')
    for (const appId of Object.keys(apps))
      if (!this.#apps.has(appId)) throw new SeedError(`There is no application ${quote(appId)} to restore.`)
    const states = [...this.#apps].map(([appId, app]) => {
      const seed: unknown = Object.hasOwn(apps, appId) ? apps[appId] : {}
      checkSeed(seed)
      return [app, this.#load(appId, seed)] as const
    })
    for (const [app, state] of states) app.state = state
    this.#listeners.notify()
  }

  /**
   * Subscribes to changes of the state of any application.
   *
   * @param listener - Called after each change. If it throws, the error is logged.
   * @returns A function that unsubscribes.
   */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  #app(appId: string | undefined): [string, App] {
    const [entry] = appId === undefined ? this.#apps : [...this.#apps].filter(([id]) => id === appId)
    if (!entry) throw new RangeError(`There is no application ${quote(String(appId))}.`)
    return entry
  }

  #load(appId: string, seed: Seed): AppState {
    const state = new AppState(appId, this.clock)
    loadSeed(seed, state)
    return state
  }

  /** Sets the faults and the rate limits of the options. */
  #applyOptions(): void {
    const { faults = [], rateLimit } = this.#options
    this.faults.clear()
    for (const fault of faults) this.faults.add(fault)
    for (const app of this.#apps.values()) app.rate = rateLimit && new RateCounter(rateLimit, this.clock)
  }
}
