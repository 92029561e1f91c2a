import { encodePath } from '../operation/encode-url.js'
import type { UserToken } from '../token/create-token.js'
import type { TokenPrivateKey } from '../token/keys.js'
import { type Fault, Faults } from './faults.js'
import { createFetch, type SandboxFetch } from './fetch.js'
import { Journal } from './journal.js'
import { Listeners } from './listeners.js'
import type { Outcome } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'
import { quote } from './problem.js'
import { RateCounter, type RateLimit } from './rate-limit.js'
import { createResponder, type Tenant } from './respond.js'
import { basePath } from './router.js'
import { AppKeys } from './state/app-keys.js'
import { AppState } from './state/app-state.js'
import { Clock } from './state/clock.js'
import { checkSeed, harvest, type Seed, SeedError, sow } from './state/seed.js'

/** An application of the sandbox. */
export interface SandboxApp {
  /** Its id, as it stands in the path. */
  appId: string
  /** The key that its requests must carry. */
  apiKey: string
  /** What it starts with. Default: the `seed` of the sandbox. */
  seed?: Seed | undefined
  /**
   * The private key that signs its tokens: what `createUserToken` of `sceyt-platform/token` accepts; a `CryptoKey` must be
   * extractable. Default: an RSA key of 2048 bits, made when it is first needed. No snapshot contains it.
   */
  privateKey?: TokenPrivateKey | undefined
}

/** How a token of the sandbox is made. */
export interface SandboxTokenOptions {
  /** Default: the first application. */
  appId?: string | undefined
  /** Lifetime in milliseconds: 600,000 (10 minutes) to 604,800,000 (7 days). Default: 6 hours. */
  expiresIn?: number | undefined
}

/** What a sandbox is made of. */
export interface SandboxOptions {
  /** Default: one application, `sandbox`, with the key `sandbox-key`. */
  apps?: readonly SandboxApp[] | undefined
  /** What applications start with that have no seed of their own. Default: nothing. */
  seed?: Seed | undefined
  /** What goes wrong from the start. */
  faults?: readonly Fault[] | undefined
  /** Default: no limit. */
  rateLimit?: RateLimit | undefined
  /** Bytes that a body may have. Default: 10 MiB. */
  maxBodyBytes?: number | undefined
}

/** Everything that the applications hold, as JSON. */
export interface Snapshot {
  /** What each application holds, by its id. */
  apps: Record<string, Seed>
}

/** What `createSceyt` needs to call the sandbox in the same process. */
export interface SandboxConnection {
  /** A host that no name server knows. */
  apiUrl: string
  /** Id of the application. */
  appId: string
  /** Its key. */
  apiKey: string
  /** The sandbox, in place of a network. */
  fetch: SandboxFetch
}

interface App extends Tenant {
  readonly seed: Seed
  state: AppState
  rate: RateCounter | undefined
}

/** A host that no name server knows. */
const apiUrl = 'https://sandbox.invalid'

/** What can be seen of a key at once. The rest is found when it is first used, since reading a key takes a promise. */
function isKeyLike(key: unknown): boolean {
  return typeof key === 'string' ? key.includes('-----BEGIN ') : typeof key === 'object' && key !== null
}

/** The API, kept in memory. */
export class Sandbox {
  /** The whole API as a function with the signature of the global `fetch`. It may be called unbound. */
  readonly fetch: SandboxFetch
  /** What `fetch` is made of, without the classes of the web: for servers. It may be called unbound too. */
  readonly respond: (request: SandboxRequest) => Promise<Outcome>
  /** The time in the sandbox. */
  readonly clock = new Clock()
  /** What goes wrong. */
  readonly faults = new Faults()
  /** The requests that came. */
  readonly journal = new Journal()
  readonly #apps = new Map<string, App>()
  readonly #listeners = new Listeners<void>()
  readonly #options: SandboxOptions

  /** @internal Use `createSandbox`. */
  constructor(options: SandboxOptions) {
    const { apps = [{ appId: 'sandbox', apiKey: 'sandbox-key' }], seed = {}, maxBodyBytes = 10 * 1024 * 1024 } = options
    this.#options = options
    if (!(Number.isInteger(maxBodyBytes) && maxBodyBytes > 0))
      throw new RangeError('maxBodyBytes must be a whole number, 1 or more.')
    if (apps.length === 0) throw new RangeError('A sandbox needs an application.')
    for (const { appId, apiKey, seed: own = seed, privateKey } of apps) {
      if (!/^(?!\.\.?$)[\w.~-]+$/.test(appId) || !/^[\x21-\x7e]+$/.test(apiKey))
        throw new RangeError(`The application ${quote(appId)} needs an id that a URL can carry, and a key.`)
      if (privateKey !== undefined && !isKeyLike(privateKey))
        throw new RangeError(
          `The privateKey of the application ${quote(appId)} must be a PEM text, a JWK, a KeyObject or a CryptoKey.`,
        )
      if (this.#apps.has(appId)) throw new RangeError(`There are two applications ${quote(appId)}.`)
      checkSeed(own)
      const state = this.#grow(appId, own)
      this.#apps.set(appId, {
        apiKey,
        seed: structuredClone(own),
        state,
        rate: undefined,
        keys: new AppKeys(privateKey),
      })
    }
    const { clock, faults, journal } = this
    this.respond = createResponder({
      tenants: this.#apps,
      clock,
      faults,
      journal,
      maxBodyBytes,
      changed: () => this.#listeners.tell(),
    })
    this.fetch = createFetch(this.respond)
    this.#begin()
  }

  /** Ids and keys of the applications. */
  get apps(): readonly Pick<SandboxApp, 'appId' | 'apiKey'>[] {
    return [...this.#apps].map(([appId, { apiKey }]) => ({ appId, apiKey }))
  }

  /**
   * What `createSceyt` needs to call this sandbox without a network.
   *
   * @param appId - Default: the first application.
   *
   * @example
   * ```ts
   * const sceyt = createSceyt(sandbox.connection())
   * console.log((await sceyt.users.list()).total_count) // 0
   * ```
   */
  connection(appId?: string): SandboxConnection {
    const [id, { apiKey }] = this.#app(appId)
    return { apiUrl, appId: id, apiKey, fetch: this.fetch }
  }

  /**
   * Where an application lives on any host, such as `/v1/sandbox`.
   *
   * @param appId - Default: the first application.
   *
   * @example
   * ```ts
   * console.log(sandbox.basePath()) // /v1/sandbox
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
    if (!state.users.has(username))
      throw new RangeError(`There is no user ${quote(String(username))} in the application ${quote(id)}.`)
    const { public_key } = state.application
    if (public_key !== undefined && !keys.given) {
      throw new RangeError(
        `The application ${quote(id)} has a public_key from its seed, so its tokens need the matching private key: pass it as privateKey.`,
      )
    }
    if (public_key !== undefined && !(await keys.matches(public_key))) {
      throw new RangeError(`The privateKey of the application ${quote(id)} does not match the public_key of its seed.`)
    }
    return keys.createToken(username, { appId: id, expiresIn, now: () => this.clock.now() })
  }

  /**
   * Puts everything back to how it was when the sandbox was made: state, clock, faults, limits and journal.
   *
   * @example
   * ```ts
   * sandbox.seed({ users: [{ username: 'zoe' }] })
   * sandbox.reset()
   * console.log(sandbox.snapshot().apps['sandbox']?.users?.length) // 0
   * ```
   */
  reset(): void {
    for (const [appId, app] of this.#apps) app.state = this.#grow(appId, app.seed)
    this.clock.run()
    this.journal.clear()
    this.#begin()
    this.#listeners.tell()
  }

  /**
   * Adds to what an application holds.
   *
   * @param appId - Default: the first application.
   * @throws SeedError naming what is wrong; nothing is then added.
   *
   * @example
   * ```ts
   * sandbox.seed({ users: [{ username: 'zoe' }, { username: 'omar' }] })
   * console.log(sandbox.snapshot().apps['sandbox']?.users?.length) // 2
   * ```
   */
  seed(seed: Seed, appId?: string): void {
    checkSeed(seed)
    const [id, app] = this.#app(appId)
    const state = this.#grow(id, harvest(app.state))
    sow(seed, state)
    app.state = state
    this.#listeners.tell()
  }

  /**
   * Writes down everything that the applications hold.
   *
   * @example
   * ```ts
   * const json = JSON.stringify(sandbox.snapshot())
   * sandbox.restore(JSON.parse(json))
   * ```
   */
  snapshot(): Snapshot {
    return { apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, harvest(state)])) }
  }

  /**
   * Puts back what was written down. An application that the snapshot does not name becomes empty.
   *
   * @throws SeedError naming what is wrong; everything then stays as it is.
   *
   * @example
   * ```ts
   * const before = sandbox.snapshot()
   * sandbox.seed({ users: [{ username: 'zoe' }] })
   * sandbox.restore(before)
   * console.log(sandbox.snapshot().apps['sandbox']?.users?.length) // 0
   * ```
   */
  restore(snapshot: Snapshot): void {
    const { apps } = (snapshot ?? {}) as Partial<Snapshot>
    if (typeof apps !== 'object' || apps === null) throw new SeedError('This is no snapshot: it has no `apps`.')
    for (const appId of Object.keys(apps))
      if (!this.#apps.has(appId)) throw new SeedError(`There is no application ${quote(appId)} to restore.`)
    const states = [...this.#apps].map(([appId, app]) => {
      const seed: unknown = Object.hasOwn(apps, appId) ? apps[appId] : {}
      checkSeed(seed)
      return [app, this.#grow(appId, seed)] as const
    })
    for (const [app, state] of states) app.state = state
    this.#listeners.tell()
  }

  /**
   * Tells of each change of what the applications hold.
   *
   * @returns What stops it.
   *
   * @example
   * ```ts
   * const unsubscribe = sandbox.onChange(() => console.log('changed')) // changed
   * sandbox.seed({ users: [{ username: 'zoe' }] })
   * unsubscribe()
   * ```
   */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  #app(appId: string | undefined): [string, App] {
    const [entry] = appId === undefined ? this.#apps : [...this.#apps].filter(([id]) => id === appId)
    if (!entry) throw new RangeError(`There is no application ${quote(String(appId))}.`)
    return entry
  }

  #grow(appId: string, seed: Seed): AppState {
    const state = new AppState(appId, this.clock)
    sow(seed, state)
    return state
  }

  /** Sets what the options say of faults and limits. */
  #begin(): void {
    const { faults = [], rateLimit } = this.#options
    this.faults.clear()
    for (const fault of faults) this.faults.add(fault)
    for (const app of this.#apps.values()) app.rate = rateLimit && new RateCounter(rateLimit, this.clock)
  }
}
