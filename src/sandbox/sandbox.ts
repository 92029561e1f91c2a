import { validatorsHash } from '../../generated/validators.js'
import { Apps } from './apps.js'
import type { Change } from './change.js'
import { Changes } from './changes.js'
import type { Fault } from './fault.js'
import { Faults } from './faults.js'
import { createFetch } from './fetch.js'
import { Journal } from './journal.js'
import type { Outcome } from './outcome.js'
import type { SandboxRequest } from './parse-request.js'
import type { RecordFailure } from './record-failure.js'
import type { Recorder } from './recorder.js'
import { replay } from './replay.js'
import { createResponder } from './respond.js'
import { SandboxApps } from './sandbox-apps.js'
import { readSandboxOptions, type SandboxOptions, type Snapshot } from './sandbox-options.js'
import type { AppState } from './state/app-state.js'
import { Clock } from './state/clock.js'
import type { ContentDump } from './state/dump-seed.js'
import type { Seed } from './state/seed.js'

/** The whole API in memory. */
export class Sandbox extends SandboxApps {
  /** Responds to a request without the web's `Request` and `Response`: for servers. It may be called unbound. */
  readonly respond: (request: SandboxRequest) => Promise<Outcome>
  /** The time in the sandbox. */
  readonly clock: Clock
  /** Simulated failures. */
  readonly faults: Faults
  /** The log of the latest requests. */
  readonly journal: Journal
  /** @internal */
  readonly failure: RecordFailure
  /** @internal Marks a snapshot that these validators accepted. */
  readonly validatorsHash = validatorsHash
  readonly #apps: Apps
  readonly #changes: Changes
  readonly #initialFaults: readonly Fault[]

  /** @internal Use `createSandbox`. */
  constructor(given: SandboxOptions) {
    const options = readSandboxOptions(given)
    const changes = new Changes()
    const clock = new Clock((next, set) => changes.make({ clock: next }, set))
    const apps = new Apps(options, clock)
    const [faults, journal] = [new Faults(), new Journal()]
    const { maxBodyBytes, maxStateBytes, unknownFields, passThrough } = options
    const respond = createResponder(
      { tenants: apps.byId, clock, faults, maxBodyBytes, maxStateBytes, unknownFields, changes, passThrough },
      journal,
      (text) => apps.keys.has(text),
    )
    super(apps, changes, createFetch(respond))
    this.respond = respond
    this.clock = clock
    this.faults = faults
    this.journal = journal
    this.failure = changes.failure
    this.#apps = apps
    this.#changes = changes
    this.#initialFaults = options.faults
    this.#resetFaults()
  }

  /**
   * Goes back to the initial state: of all applications, clock, faults, rate limits and journal, or of one application alone.
   * Applications that were added stay, each with the seed that it was added with.
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
      this.#resetFaults()
    } else {
      const [app, { seed }] = this.#apps.get(appId)
      this.#changes.make({ app, state: seed }, () => this.#apps.resetState(app))
    }
    this.#apps.restartCount(appId)
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

  /**
   * @internal Returns the state of an application, to read.
   * @throws RangeError if there is no such application.
   */
  stateOf(appId?: string): AppState {
    return this.#apps.get(appId)[1].state
  }

  /** @internal Builds a part of the indexes that a replay leaves for later. Returns whether they are complete. */
  buildIndexes(limit: number): boolean {
    return this.#apps.buildIndexes(limit)
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
    replay(change, this.#apps, this.clock)
  }

  /** @internal Calls the listeners, after changes were replayed. */
  notify(): void {
    this.#changes.notify()
  }

  #resetFaults(): void {
    this.faults.clear()
    for (const fault of this.#initialFaults) this.faults.add(fault)
  }
}
