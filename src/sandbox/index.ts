/**
 * A local fake of the API that keeps state, for tests and development.
 *
 * @packageDocumentation
 */
import { Sandbox } from './sandbox.js'
import type { SandboxOptions } from './sandbox-options.js'

export { type Permission, permissions } from '../../generated/permissions.js'
export type { UserToken } from '../token/create-token.js'
export type { CryptoKeyLike, Jwk, KeyObjectLike, TokenPrivateKey } from '../token/keys.js'
/** @internal For `keepIn` and `persist`. */
export type { AddedApp, CallChange, Change } from './change.js'
export type { OperationName } from './described-operations.js'
export type { Fault } from './fault.js'
export type { AddedFault, Faults } from './faults.js'
export type { SandboxFetch } from './fetch.js'
export type { Journal } from './journal.js'
export type { JournalEntry } from './journal-entry.js'
export type { Outcome, SandboxResponse } from './outcome.js'
export type { SandboxRequest } from './parse-request.js'
export type { PassThrough } from './pass-through.js'
export type { SandboxRateLimit } from './rate-limit.js'
/** @internal For `keepIn` and `persist`. */
export type { Disk, Recorder } from './recorder.js'
export type { Sandbox } from './sandbox.js'
export type { SandboxApps } from './sandbox-apps.js'
export type {
  AddAppOptions,
  SandboxApp,
  SandboxConnection,
  SandboxOptions,
  SandboxTokenOptions,
  Snapshot,
} from './sandbox-options.js'
export type { ChannelKind } from './state/channel-record.js'
export type { Clock } from './state/clock.js'
export type { PlaceChange } from './state/collection.js'
export {
  type LastIds,
  type Places,
  type Seed,
  type SeedChannel,
  SeedError,
  type SeedFile,
  type SeedMessage,
} from './state/seed.js'
export type { UnknownFields } from './unknown-fields.js'

/**
 * Creates a sandbox: the whole API in memory, for tests and front ends. Every operation works, and keeps its changes.
 *
 * @param options - Applications, their initial state, limits and faults. Default: one empty application with a known key.
 * @throws SeedError naming what is invalid in a seed.
 * @throws RangeError naming any other option that is invalid.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 *
 * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } })
 * const sceyt = createSceyt(sandbox.connection())
 * console.log((await sceyt.users.get('zoe')).first_name) // Zoe
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new Sandbox(options)
}
