import { Sandbox, type SandboxOptions } from './sandbox/sandbox.js'

export type { Clock } from './sandbox/clock.js'
export type { Fault, Faults } from './sandbox/faults.js'
export type { SandboxFetch } from './sandbox/fetch.js'
export type { Journal, JournalEntry } from './sandbox/journal.js'
export type { Answer, Outcome } from './sandbox/outcome.js'
export type { RateLimit } from './sandbox/rate-limit.js'
export type { SandboxRequest } from './sandbox/request.js'
export type { Sandbox, SandboxApp, SandboxConnection, SandboxOptions, SandboxTokenOptions, Snapshot } from './sandbox/sandbox.js'
export { type Seed, type SeedChannel, SeedError, type SeedFile } from './sandbox/seed.js'
export type { ChannelKind } from './sandbox/state.js'
export type { UserToken } from './token/create-token.js'
export type { CryptoKeyLike, Jwk, KeyObjectLike, TokenPrivateKey } from './token/keys.js'

/**
 * Makes a sandbox: the whole API in memory, for tests and front ends. Every operation of the document works, and what is written can be read.
 *
 * @param options - Applications, what they start with, limits and faults. By default one application, empty, with a known key.
 * @throws SeedError or RangeError naming what is wrong with the options.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return new Sandbox(options)
}
