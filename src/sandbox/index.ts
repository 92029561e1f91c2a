import { Sandbox, type SandboxOptions } from './sandbox.js'

export type { UserToken } from '../token/create-token.js'
export type { CryptoKeyLike, Jwk, KeyObjectLike, TokenPrivateKey } from '../token/keys.js'
export type { Fault, Faults } from './faults.js'
export type { SandboxFetch } from './fetch.js'
export type { Journal, JournalEntry } from './journal.js'
export type { Answer, Outcome } from './outcome.js'
export type { SandboxRequest } from './parse-request.js'
export type { RateLimit } from './rate-limit.js'
export type {
  Sandbox,
  SandboxApp,
  SandboxConnection,
  SandboxOptions,
  SandboxTokenOptions,
  Snapshot,
} from './sandbox.js'
export type { ChannelKind } from './state/app-state.js'
export type { Clock } from './state/clock.js'
export { type Seed, type SeedChannel, SeedError, type SeedFile } from './state/seed.js'

/**
 * Makes a sandbox: the whole API in memory, for tests and front ends. Every operation of the document works, and what is written can be read.
 *
 * @param options - Applications, what they start with, limits and faults. By default one application, empty, with a known key.
 * @throws SeedError or RangeError naming what is wrong with the options.
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
