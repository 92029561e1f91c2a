import { Listeners } from './listeners.js'
import type { OperationId } from './operation-id.js'
import { Problem } from './problem.js'
import type { Snapshot } from './sandbox-options.js'
import type { ClockState } from './state/clock.js'
import type { Seed } from './state/seed.js'

/** @internal A change of the state, with everything that is needed to make it again. */
export type Change = CallChange | SeedChange | AppResetChange | ResetChange | RestoreChange | ClockChange

/** @internal A request that changes the state. */
export interface CallChange {
  /** When the request is handled, on the sandbox's clock. */
  readonly time: string
  readonly app: string
  readonly operation: OperationId
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** @internal A seed that is added to an application. */
interface SeedChange {
  readonly app: string
  readonly seed: Seed
}

/** @internal A return of one application to its initial state. */
interface AppResetChange {
  readonly app: string
  readonly state: Seed
}

/** @internal A return to the initial state, which another process may have in another form. */
interface ResetChange {
  readonly reset: Snapshot
}

/** @internal A snapshot that is restored. */
interface RestoreChange {
  readonly restore: Snapshot
}

/** @internal A clock that is set. */
interface ClockChange {
  readonly clock: ClockState
}

/** @internal Keeps the changes of a sandbox, for example in a file. */
export interface Recorder {
  /** Records a change that is about to be made. If it throws, the change is not made. */
  record(change: Change): void
  /** Removes the change that was recorded last, since it was rejected. */
  retract(): void
}

/** The only way to change the state of a sandbox: a change is recorded, made, and reported. */
export class Changes {
  readonly #listeners = new Listeners<void>()
  #recorder: Recorder | undefined

  /** Sets what records further changes. */
  recordWith(recorder: Recorder | undefined): void {
    this.#recorder = recorder
  }

  /** @returns A function that unsubscribes. */
  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  /**
   * Makes a change.
   *
   * @param make - Changes the state, or throws and changes nothing.
   * @throws Problem 500 if the change cannot be recorded. It is then not made.
   */
  make<T>(change: Change, make: () => T): T {
    const recorder = this.#recorder
    try {
      recorder?.record(change)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Problem(500, `The change cannot be saved, so it was not made: ${reason}`)
    }
    let result: T
    try {
      result = make()
    } catch (error) {
      recorder?.retract()
      throw error
    }
    this.#listeners.notify()
    return result
  }
}
