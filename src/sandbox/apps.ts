import { copyJson } from '../common/copy-json.js'
import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { didYouMean } from '../common/unknown-name.js'
import { AppKeys } from './app-keys.js'
import { quote } from './problem.js'
import { RateCounter, type SandboxRateLimit } from './rate-limit.js'
import type { Tenant } from './respond.js'
import { checkApp, type SandboxApp, type Snapshot } from './sandbox-options.js'
import { AppState } from './state/app-state.js'
import type { Clock } from './state/clock.js'
import { dumpSeed } from './state/dump-seed.js'
import { checkSeed, loadSeed } from './state/load-seed.js'
import { type Seed, SeedError } from './state/seed.js'

interface App extends Tenant {
  readonly seed: Seed
  state: AppState
  rate: RateCounter | undefined
}

/** The applications of a sandbox, in the order of its options. */
export class Apps {
  readonly #clock: Clock
  readonly #apps = new Map<string, App>()

  /** @throws RangeError or SeedError naming the application that is invalid. */
  constructor(apps: readonly SandboxApp[], seed: Seed, clock: Clock) {
    this.#clock = clock
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

  reset(): void {
    for (const [appId, app] of this.#apps) app.state = this.#load(appId, app.seed)
  }

  /** Restarts the count of requests. */
  limit(rateLimit: SandboxRateLimit | undefined): void {
    for (const app of this.#apps.values()) app.rate = rateLimit && new RateCounter(rateLimit, this.#clock)
  }

  /** Adds a seed to the state of an application, or nothing if it throws. */
  seed(seed: Seed, appId: string | undefined): void {
    checkSeed(seed)
    const [id, app] = this.get(appId)
    const state = this.#load(id, dumpSeed(app.state))
    loadSeed(seed, state)
    app.state = state
  }

  snapshot(): Snapshot {
    return { apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, dumpSeed(state)])) }
  }

  /** Restores every application, or none if it throws. */
  restore(snapshot: Snapshot): void {
    const { apps } = ownFields((snapshot ?? {}) as Partial<Snapshot>)
    if (typeof apps !== 'object' || apps === null) throw new SeedError('Invalid snapshot: apps must be an object.')
    for (const appId of Object.keys(apps))
      if (!this.#apps.has(appId)) throw new SeedError(`Invalid snapshot: ${this.#unknown(appId)}`)
    const states = [...this.#apps].map(([appId, app]) => {
      const seed: unknown = Object.hasOwn(apps, appId) ? apps[appId] : {}
      checkSeed(seed)
      return [app, this.#load(appId, seed)] as const
    })
    for (const [app, state] of states) app.state = state
  }

  #unknown(appId: unknown): string {
    return `There is no application ${describe(appId)}${didYouMean(appId, [...this.#apps.keys()])}`
  }

  #load(appId: string, seed: Seed): AppState {
    const state = new AppState(appId)
    loadSeed(seed, state)
    return state
  }
}
