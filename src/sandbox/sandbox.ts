import { ownFields } from '../common/own-fields.js'
import { encodePath } from '../operation/encode-url.js'
import type { UserToken } from '../token/create-token.js'
import { Apps } from './apps.js'
import { type Change, Changes, type Recorder } from './changes.js'
import { Faults } from './faults.js'
import { createFetch, type SandboxFetch } from './fetch.js'
import { Journal } from './journal.js'
import type { Outcome } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'
import { createResponder } from './respond.js'
import { basePath } from './router.js'
import {
  checkLimits,
  readSandboxOptions,
  readSandboxTokenOptions,
  type SandboxApp,
  type SandboxConnection,
  type SandboxOptions,
  type SandboxTokenOptions,
  type Snapshot,
} from './sandbox-options.js'
import { Clock } from './state/clock.js'
import type { ContentDump } from './state/dump-seed.js'
import type { Seed } from './state/seed.js'

const apiUrl = 'https://sandbox.invalid'

/** The whole API in memory. */
export class Sandbox {
  /** The API as a function with the signature of the global `fetch`. It may be called unbound. */
  readonly fetch: SandboxFetch
  /** Responds to a request without the web's `Request` and `Response`: for servers. It may be called unbound. */
  readonly respond: (request: SandboxRequest) => Promise<Outcome>
  /** The time in the sandbox. */
  readonly clock: Clock
  /** Simulated failures. */
  readonly faults = new Faults()
  /** The log of the latest requests. */
  readonly journal = new Journal()
  readonly #apps: Apps
  readonly #changes = new Changes()
  readonly #options: SandboxOptions
  /** @internal */ readonly failure = this.#changes.failure

  /** @internal Use `createSandbox`. */
  constructor(given: SandboxOptions) {
    const options = readSandboxOptions(given)
    const {
      apps = [ownFields({ appId: 'sandbox', apiKey: 'sandbox-key' })],
      seed = {},
      maxBodyBytes = 10 * 1024 * 1024,
      maxStateBytes = 1024 ** 3,
    } = options
    this.#options = options
    checkLimits({ maxBodyBytes, maxStateBytes })
    const changes = this.#changes
    this.clock = new Clock((next, set) => changes.make({ clock: next }, set))
    this.#apps = new Apps(apps, seed, this.clock, maxStateBytes)
    const { clock, faults, journal } = this
    this.respond = createResponder(
      { tenants: this.#apps.byId, clock, faults, maxBodyBytes, maxStateBytes, changes },
      journal,
    )
    this.fetch = createFetch(this.respond)
    this.#applyOptions()
  }

  /** Ids and keys of the applications. */
  get apps(): readonly Pick<SandboxApp, 'appId' | 'apiKey'>[] {
    return [...this.#apps.byId].map(([appId, { apiKey }]) => ({ appId, apiKey }))
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
    const [id, { apiKey }] = this.#apps.get(appId)
    return { apiUrl, appId: id, apiKey, fetch: this.fetch, allowBrowser: true }
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
    const [id] = this.#apps.get(appId)
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
  async token(username: string, options: SandboxTokenOptions = {}): Promise<UserToken> {
    return this.#apps.createToken(username, readSandboxTokenOptions(options))
  }

  /**
   * Goes back to the initial state: of all applications, clock, faults, rate limits and journal, or of one application alone.
   *
   * @param appId - Default: everything.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * sandbox.seed({ users: [{ username: 'zoe' }] })
   * sandbox.reset()
   * console.log(sandbox.snapshot().apps['sandbox']?.users?.length) // 0
   * ```
   */
  reset(appId?: string): void {
    if (appId === undefined) {
      this.#changes.make({ reset: this.#apps.initial }, () => this.#apps.reset())
      this.journal.clear()
      this.#applyOptions()
    } else {
      const [app, { seed }] = this.#apps.get(appId)
      this.#changes.make({ app, state: seed }, () => this.#apps.replace(app, seed))
      this.#apps.limit(this.#options.rateLimit, app)
    }
  }

  /**
   * Adds a seed to the state of an application.
   *
   * @param appId - Default: the first application.
   * @throws SeedError naming what is invalid. Nothing is then added.
   * @throws RangeError if there is no such application.
   *
   * @example
   * ```ts
   * sandbox.seed({ users: [{ username: 'zoe' }, { username: 'omar' }] })
   * console.log(sandbox.snapshot().apps['sandbox']?.users?.length) // 2
   * ```
   */
  seed(seed: Seed, appId?: string): void {
    const [app] = this.#apps.get(appId)
    this.#changes.make({ app, seed }, () => this.#apps.seed(seed, app))
  }

  /**
   * Returns a copy of the state of every application, as JSON.
   *
   * @example
   * ```ts
   * const json = JSON.stringify(sandbox.snapshot())
   * sandbox.restore(JSON.parse(json))
   * ```
   */
  snapshot(): Snapshot {
    this.#changes.flush()
    return this.#apps.snapshot()
  }

  /** @internal Returns the snapshot as JSON, in small pieces. Changes that are made meanwhile do not affect it. */
  snapshotText(contentOf?: ContentDump): Generator<string, void, undefined> {
    this.#changes.flush()
    return this.#apps.snapshotText(contentOf)
  }

  /**
   * Restores a snapshot. An application that is not in the snapshot becomes empty.
   *
   * @throws SeedError naming what is invalid. Nothing is then changed.
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
    this.#changes.make({ restore: snapshot }, () => this.#apps.restore(snapshot))
  }

  /**
   * Subscribes to changes of the state of any application.
   *
   * @param listener - Called after each change. If it throws, the error is logged.
   * @returns A function that unsubscribes.
   *
   * @example
   * ```ts
   * const unsubscribe = sandbox.onChange(() => console.log('changed')) // changed
   * sandbox.seed({ users: [{ username: 'zoe' }] })
   * unsubscribe()
   * ```
   */
  onChange(listener: () => void): () => void {
    return this.#changes.listen(listener)
  }

  /** @internal Sets what records further changes. */
  recordWith(recorder: Recorder | undefined): void {
    this.#changes.recordWith(recorder)
  }

  /**
   * @internal Makes a change that was recorded, without recording it again.
   * @throws RangeError if there is no such application.
   */
  replay(change: Change): void {
    this.#apps.replay(change)
  }

  /** Sets the faults and the rate limits of the options. */
  #applyOptions(): void {
    const { faults = [], rateLimit } = this.#options
    this.faults.clear()
    for (const fault of faults) this.faults.add(fault)
    this.#apps.limit(rateLimit)
  }
}
