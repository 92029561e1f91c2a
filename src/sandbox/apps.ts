import { copyJson } from '../common/copy-json.js'
import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { didYouMean } from '../common/unknown-name.js'
import type { UserToken } from '../token/create-token.js'
import { AppKeys } from './app-keys.js'
import type { CallChange, Change } from './changes.js'
import type { Handler, HandlerCall } from './handlers/handler.js'
import { handlers } from './handlers/index.js'
import type { OperationId } from './operation-id.js'
import { quote } from './problem.js'
import { RateCounter, type SandboxRateLimit } from './rate-limit.js'
import type { Tenant } from './respond.js'
import { checkApp, type SandboxApp, type SandboxTokenOptions, type Snapshot } from './sandbox-options.js'
import { AppState } from './state/app-state.js'
import type { Clock } from './state/clock.js'
import { type ContentDump, dumpSeed, dumpText } from './state/dump-seed.js'
import { checkSeed, loadSeed } from './state/load-seed.js'
import { type Seed, SeedError } from './state/seed.js'
import { type StateView, viewState } from './state/state-view.js'

interface App extends Tenant {
  readonly seed: Seed
  state: AppState
  rate: RateCounter | undefined
}

/** The applications of a sandbox, in the order of its options. */
export class Apps {
  readonly #clock: Clock
  readonly #maxStateBytes: number
  readonly #apps = new Map<string, App>()

  /** @throws RangeError or SeedError naming the application that is invalid. */
  constructor(apps: readonly SandboxApp[], seed: Seed, clock: Clock, maxStateBytes: number) {
    this.#clock = clock
    this.#maxStateBytes = maxStateBytes
    if (apps.length === 0) throw new RangeError('apps must contain at least one application.')
    for (const app of apps) {
      const { appId, apiKey, seed: own = seed, privateKey } = app
      checkApp(app)
      if (this.#apps.has(appId)) throw new RangeError(`apps must not contain two applications ${quote(appId)}.`)
      checkSeed(own)
      const state = this.#load(appId, own)
      const keys = new AppKeys(privateKey)
      this.#apps.set(appId, { apiKey, seed: copyJson(own), state, keys, rate: undefined })
    }
  }

  get byId(): ReadonlyMap<string, Tenant> {
    return this.#apps
  }

  /** @throws RangeError if there is no such application. Without an id it is the first. */
  get(appId: string | undefined): [appId: string, app: App] {
    const [entry] = appId === undefined ? this.#apps : [...this.#apps].filter(([id]) => id === appId)
    if (!entry) throw new RangeError(this.#unknown(appId))
    return entry
  }

  /** @throws RangeError if there is no such user, or if no private key matches the public key of the seed. */
  async createToken(username: string, { appId, expiresIn }: SandboxTokenOptions): Promise<UserToken> {
    const [id, { state, keys }] = this.get(appId)
    if (!state.users.all.has(username))
      throw new RangeError(`There is no user ${describe(username)} in the application ${quote(id)}.`)
    const { public_key } = state.application
    if (public_key !== undefined) await keys.checkPublicKey(id, public_key)
    return keys.createToken(username, { appId: id, expiresIn, now: () => this.#clock.now() })
  }

  /** The initial state of each application. */
  get initial(): Snapshot {
    return { apps: Object.fromEntries([...this.#apps].map(([appId, { seed }]) => [appId, seed])) }
  }

  /** Goes back to the initial state of each application, and to the real time. */
  reset(): void {
    for (const [appId, { seed }] of this.#apps) this.replace(appId, seed)
    this.#clock.state = { offset: 0 }
  }

  /** Replaces the state of an application. */
  replace(appId: string, seed: Seed): void {
    const [, app] = this.get(appId)
    app.state = this.#load(appId, seed)
  }

  /** Restarts the count of requests: of one application, or of all. */
  limit(rateLimit: SandboxRateLimit | undefined, only?: string): void {
    for (const [appId, app] of this.#apps)
      if (only === undefined || appId === only) app.rate = rateLimit && new RateCounter(rateLimit, this.#clock)
  }

  /** Adds a seed to the state of an application, or nothing if it throws. */
  seed(seed: Seed, appId: string | undefined, isOwned = false): void {
    checkSeed(seed, isOwned)
    const [id, app] = this.get(appId)
    const state = this.#load(id, dumpSeed(viewState(app.state)), true)
    loadSeed(seed, state, isOwned)
    if (!isOwned) this.#checkSize(state)
    app.state = state
  }

  /** Makes a change that was recorded, and may keep parts of it. */
  replay(change: Change): void {
    if ('operation' in change) this.#call(change)
    else if ('seed' in change) this.seed(change.seed, change.app, true)
    else if ('state' in change) this.replace(change.app, change.state)
    else if ('clock' in change) this.#clock.state = change.clock
    else if ('restore' in change) this.restore(change.restore, true)
    else {
      this.restore(change.reset, true)
      this.#clock.state = { offset: 0 }
    }
  }

  /** Handles a request again, whose response is not needed. One that was rejected is rejected again. */
  #call({ time, app, operation, path, query, body }: CallChange): void {
    const [, { state }] = this.get(app)
    const call = { operation, app: state, time: Date.parse(time), path, query, body, url: '', baseUrl: '', cursor: {} }
    try {
      ;(handlers[operation] as Handler<OperationId>)(call as HandlerCall as never)
    } catch {}
  }

  snapshot(): Snapshot {
    return {
      apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, dumpSeed(viewState(state))])),
    }
  }

  /** Returns the same as JSON, in small pieces. Changes that are made meanwhile do not affect it. */
  snapshotText(contentOf?: ContentDump): Generator<string, void, undefined> {
    return dumpApps(
      [...this.#apps].map(([appId, { state }]) => [appId, viewState(state)] as const),
      contentOf,
    )
  }

  /**
   * Restores every application, or none if it throws.
   *
   * @param isOwned - Whether the state may keep parts of the snapshot.
   */
  restore(snapshot: Snapshot, isOwned = false): void {
    const { apps } = ownFields((snapshot ?? {}) as Partial<Snapshot>)
    if (typeof apps !== 'object' || apps === null) throw new SeedError('Invalid snapshot: apps must be an object.')
    for (const appId of Object.keys(apps))
      if (!this.#apps.has(appId)) throw new SeedError(`Invalid snapshot: ${this.#unknown(appId)}`)
    const states = [...this.#apps].map(([appId, app]) => {
      const seed: unknown = Object.hasOwn(apps, appId) ? apps[appId] : {}
      checkSeed(seed, isOwned)
      return [app, this.#load(appId, seed, isOwned)] as const
    })
    for (const [app, state] of states) app.state = state
  }

  #unknown(appId: unknown): string {
    return `There is no application ${describe(appId)}${didYouMean(appId, [...this.#apps.keys()])}`
  }

  /** A state that was accepted once is loaded under any limit. */
  #checkSize({ size }: AppState): void {
    if (size.bytes > this.#maxStateBytes)
      throw new SeedError(`Invalid seed: the state would have more than ${this.#maxStateBytes} bytes.`)
  }

  #load(appId: string, seed: Seed, isOwned = false): AppState {
    const state = new AppState(appId)
    loadSeed(seed, state, isOwned)
    if (!isOwned) this.#checkSize(state)
    return state
  }
}

function* dumpApps(
  apps: readonly (readonly [appId: string, view: StateView])[],
  contentOf: ContentDump | undefined,
): Generator<string, void, undefined> {
  let start = '{"apps":{'
  for (const [appId, view] of apps) {
    yield `${start}${JSON.stringify(appId)}:`
    yield* dumpText(view, contentOf)
    start = ','
  }
  yield '}}'
}
