import type { OperationId } from './described-operations.js'
import type { Snapshot } from './sandbox-options.js'
import type { ClockState } from './state/clock.js'
import type { Seed } from './state/seed.js'

/** @internal A change of the state, with everything that is needed to make it again. */
export type Change =
  | CallChange
  | SeedChange
  | AddChange
  | RemoveChange
  | AppResetChange
  | ResetChange
  | RestoreChange
  | ClockChange

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

/** @internal An application that is not one of the options of the sandbox. */
export interface AddedApp {
  readonly appId: string
  readonly apiKey: string
  /** The initial state. */
  readonly seed: Seed
}

/** @internal An application that is added. */
interface AddChange {
  readonly add: AddedApp
}

/** @internal An application that is removed. */
interface RemoveChange {
  /** Its id. */
  readonly remove: string
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
  /** Whether the validators have accepted it before. */
  readonly isValid?: boolean
}

/** @internal A clock that is set. */
interface ClockChange {
  readonly clock: ClockState
}
