/**
 * Fixtures of Vitest: a sandbox for each test, and a client of it.
 *
 * @packageDocumentation
 */
import type { Sceyt } from 'sceyt-platform'
import { createSandbox, type Sandbox, type SandboxOptions } from 'sceyt-platform/sandbox'
import { readRangeOptions } from '../../common/read-range-options.js'
import { createClient, type FixtureClientOptions, readClientOptions } from '../fixtures/client-options.js'

export type { FixtureClientOptions } from '../fixtures/client-options.js'

/** Options of the fixtures, beside those of the sandbox. */
export interface VitestFixtureOptions {
  /** Options of the client, such as `timeout`, `maxRetries` or `logger`. Default: those of `createSceyt`. */
  client?: FixtureClientOptions | undefined
}

/** A function that sets up a fixture. */
export type VitestFixture<Needed, Value> = (fixtures: Needed, use: (value: Value) => Promise<void>) => Promise<void>

/** What `sandboxFixtures` returns, for `test.extend` of Vitest. */
export interface VitestFixtures {
  /** A sandbox of its own for each test. */
  sandbox: VitestFixture<{ task: unknown }, Sandbox>
  /** A client that calls it. It is new in each test: a client may pause after a 429, and would still pause in the next test. */
  sceyt: VitestFixture<{ sandbox: Sandbox }, Sceyt>
}

/**
 * Creates fixtures for `test.extend` of Vitest: a `sandbox` for each test that uses it, and a client `sceyt` for it. Tests may
 * run concurrently.
 *
 * @param options - Options of the sandbox, such as a seed.
 * @param fixtureOptions - Options of the client, such as `{ client: { maxRetries: 0 } }`.
 * @throws SeedError naming what is invalid in a seed.
 * @throws InputError naming the option of the client whose value is invalid.
 * @throws RangeError naming any other option that is invalid.
 *
 * @example
 * ```ts
 * import { test as base, expect } from 'vitest'
 * import { sandboxFixtures } from 'sceyt-platform/sandbox/vitest'
 *
 * const test = base.extend(sandboxFixtures({ seed: { users: [{ username: 'zoe' }] } }))
 *
 * test('a user who does not exist is an error', async ({ sandbox, sceyt }) => {
 *   await expect(sceyt.users.get('nobody')).rejects.toThrow('404')
 *   expect(sandbox.journal.entries.length).toBe(1)
 * })
 * ```
 */
export function sandboxFixtures(
  options: SandboxOptions = {},
  fixtureOptions: VitestFixtureOptions = {},
): VitestFixtures {
  const { client } = readRangeOptions('options', fixtureOptions, ['client'])
  // Invalid options are reported before the tests.
  const clientOptions = readClientOptions(client, createSandbox(options))
  return {
    // Vitest reads the names of fixtures in the source of each function, so a parameter must destructure something.
    sandbox: async ({ task: _task }, use) => use(createSandbox(options)),
    sceyt: async ({ sandbox }, use) => use(createClient(sandbox, clientOptions)),
  }
}
