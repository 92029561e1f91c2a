import { describe } from '../common/describe.js'
import { ownFields } from '../common/own-fields.js'
import { didYouMean } from '../common/unknown-name.js'
import type { UserToken } from '../token/create-token.js'
import { AppKeys } from './app-keys.js'
import type { AddedApp } from './change.js'
import { dumpApps } from './dump-apps.js'
import { KeySet } from './key-set.js'
import { quote } from './problem.js'
import { randomName } from './random-name.js'
import { RateCounter, type SandboxRateLimit } from './rate-limit.js'
import type { Tenant } from './respond.js'
import {
  type AddAppOptions,
  type CompleteOptions,
  checkApp,
  type SandboxApp,
  type SandboxTokenOptions,
  type Snapshot,
} from './sandbox-options.js'
import type { AppState } from './state/app-state.js'
import type { Clock } from './state/clock.js'
import { type ContentDump, dumpSeed, shareSeed } from './state/dump-seed.js'
import { checkSeed, copySeed, loadSeed, type SeedSource } from './state/load-seed.js'
import { type Seed, SeedError } from './state/seed.js'
import { stateOfSeed } from './state/state-of-seed.js'
import { type StateView, viewState } from './state/state-view.js'

interface App extends Tenant {
  readonly seed: Seed
  /** The state that the seed gives. */
  readonly initial: StateView
  /** Whether it was added after the start, and may be removed. */
  readonly isAdded: boolean
  state: AppState
  rate: RateCounter | undefined
}

/** The most applications of one sandbox: more than any test run has workers. A snapshot views all of them at once. */
const maxApps = 1_000

/** The applications of a sandbox: those of its options in their order, and those that were added since. */
export class Apps {
  readonly #clock: Clock
  readonly #rateLimit: SandboxRateLimit | undefined
  readonly #maxStateBytes: number
  readonly #seed: Seed
  readonly #apps = new Map<string, App>()
  readonly keys = new KeySet(this.#apps)

  /** @throws RangeError or SeedError naming the option or the application that is invalid. */
  constructor({ apps, seed, rateLimit, maxStateBytes }: CompleteOptions, clock: Clock) {
    this.#clock = clock
    this.#rateLimit = rateLimit
    this.#maxStateBytes = maxStateBytes
    if (apps.length === 0) throw new RangeError('apps must contain at least one application.')
    this.#seed = copySeed(seed)
    for (const app of apps) {
      const { appId, privateKey, seed: own } = app
      checkApp(app)
      if (this.#apps.has(appId)) throw new RangeError(`apps must not contain two applications ${quote(appId)}.`)
      const initial = own === undefined ? this.#seed : copySeed(own)
      this.#set(app, initial, false, new AppKeys(privateKey))
    }
  }

  get byId(): ReadonlyMap<string, Tenant> {
    return this.#apps
  }

  /** @throws RangeError if there is no such application. Without an id it is the first. */
  get(appId: string | undefined): [appId: string, app: App] {
    const [first = ''] = this.#apps.keys()
    const id = appId === undefined ? first : appId
    const app = this.#apps.get(id)
    if (!app) throw new RangeError(this.#unknown(appId))
    return [id, app]
  }

  /**
   * Completes the options of an application that can be added.
   *
   * @throws RangeError or SeedError naming what is invalid, also if the id is taken, or there are too many applications.
   */
  complete({ appId = randomName('app-', 10), apiKey = randomName('key-', 24), seed }: AddAppOptions): AddedApp {
    checkApp({ appId, apiKey })
    this.#checkFree(appId)
    if (this.#apps.size >= maxApps)
      throw new RangeError(`There are ${maxApps} applications already. Remove those that are not in use.`)
    return { appId, apiKey, seed: seed === undefined ? this.#seed : copySeed(seed) }
  }

  /** @throws RangeError if the id is taken, or SeedError if the seed breaks a rule of the API. */
  add(app: AddedApp, source: SeedSource = 'caller'): void {
    this.#checkFree(app.appId)
    this.#set(app, app.seed, true, new AppKeys(undefined), source)
  }

  /** Checks whether an application is one of the options. */
  isGiven(appId: string): boolean {
    return this.#apps.get(appId)?.isAdded === false
  }

  /** @throws RangeError if there is no such application, or if it cannot be removed. */
  checkRemovable(appId: string): void {
    const [id] = this.get(appId)
    if (this.isGiven(id))
      throw new RangeError(`The application ${quote(id)} cannot be removed, since it is in the options of the sandbox.`)
  }

  /** Removes an application. Requests to it that are in flight are then rejected. */
  remove(appId: string): void {
    this.#apps.delete(appId)
    this.keys.refresh()
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
    for (const appId of this.#apps.keys()) this.resetState(appId)
    this.#clock.state = { offset: 0 }
  }

  /** Goes back to the initial state of an application, which is faster than to load its seed. */
  resetState(appId: string): void {
    const [, app] = this.get(appId)
    app.state = stateOfSeed(appId, shareSeed(app.initial), 'state')
  }

  /** Replaces the state of an application. */
  replace(appId: string, seed: Seed, source: SeedSource): void {
    const [, app] = this.get(appId)
    app.state = stateOfSeed(appId, seed, source)
  }

  /** Restarts the count of requests: of one application, or of all. */
  restartCount(only?: string): void {
    const apps = only === undefined ? this.#apps.values() : [this.get(only)[1]]
    for (const app of apps) app.rate = this.#newCounter()
  }

  /** Adds a seed to the state of an application, or nothing if it throws. */
  seed(seed: Seed, appId: string | undefined, source: SeedSource = 'caller'): void {
    checkSeed(seed, source)
    const [id, app] = this.get(appId)
    const state = stateOfSeed(id, dumpSeed(viewState(app.state)), 'record')
    loadSeed(seed, state, source)
    if (source === 'caller') this.#checkSize(new Map([[id, state]]))
    app.state = state
  }

  snapshot(): Snapshot {
    return {
      apps: Object.fromEntries([...this.#apps].map(([appId, { state }]) => [appId, dumpSeed(viewState(state))])),
    }
  }

  /**
   * Returns the same as JSON, in small pieces, with the keys and initial states of the applications that were added. Changes
   * that are made meanwhile do not affect it.
   */
  snapshotText(contentOf?: ContentDump): Generator<string, void, undefined> {
    const added = [...this.#apps].flatMap(([appId, { apiKey, seed, isAdded }]) =>
      isAdded ? [{ appId, apiKey, seed }] : [],
    )
    return dumpApps(
      added,
      [...this.#apps].map(([appId, { state }]) => [appId, viewState(state)] as const),
      contentOf,
    )
  }

  /** Restores every application, or none if it throws. */
  restore(snapshot: Snapshot, source: SeedSource = 'caller'): void {
    const { apps } = ownFields((snapshot ?? {}) as Partial<Snapshot>)
    if (typeof apps !== 'object' || apps === null) throw new SeedError('Invalid snapshot: apps must be an object.')
    for (const appId of Object.keys(apps))
      if (!this.#apps.has(appId)) throw new SeedError(`Invalid snapshot: ${this.#unknown(appId)}`)
    const states = new Map<string, AppState>()
    for (const appId of this.#apps.keys()) {
      const seed = Object.hasOwn(apps, appId) ? (apps[appId] as Seed) : {}
      if (source !== 'state') checkSeed(seed, source)
      states.set(appId, stateOfSeed(appId, seed, source))
    }
    if (source === 'caller') this.#checkSize(states)
    for (const [appId, state] of states) this.get(appId)[1].state = state
  }

  /**
   * Builds a part of the indexes that the restore of a valid snapshot leaves for later.
   *
   * @param limit - The most items to add to them.
   * @returns Whether they are complete.
   */
  buildIndexes(limit: number): boolean {
    for (const { state } of this.#apps.values()) if (!state.messages.buildIndex(limit)) return false
    return true
  }

  #set(
    { appId, apiKey }: Pick<SandboxApp, 'appId' | 'apiKey'>,
    seed: Seed,
    isAdded: boolean,
    keys: AppKeys,
    source: SeedSource = 'caller',
  ): void {
    const state = stateOfSeed(appId, seed, source)
    if (source === 'caller') this.#checkSize(new Map([[appId, state]]))
    this.#apps.set(appId, { apiKey, seed, initial: viewState(state), isAdded, state, keys, rate: this.#newCounter() })
    this.keys.refresh()
  }

  #checkFree(appId: string): void {
    if (this.#apps.has(appId)) throw new RangeError(`There is an application ${describe(appId)} already.`)
  }

  #newCounter(): RateCounter | undefined {
    return this.#rateLimit && new RateCounter(this.#rateLimit, this.#clock)
  }

  #unknown(appId: unknown): string {
    return `There is no application ${describe(appId)}${didYouMean(appId, [...this.#apps.keys()])}`
  }

  /** @param next - The states that are about to be added, or to replace others, by the ids of their applications. */
  #checkSize(next: ReadonlyMap<string, AppState>): void {
    let bytes = 0
    for (const { size } of next.values()) bytes += size.bytes
    for (const [appId, { state }] of this.#apps) if (!next.has(appId)) bytes += state.size.bytes
    if (bytes > this.#maxStateBytes)
      throw new SeedError(`The state would be larger than ${this.#maxStateBytes} bytes.`, undefined, true)
  }
}
