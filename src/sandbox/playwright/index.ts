/**
 * Fixtures of Playwright that route the requests of a page to a sandbox.
 *
 * @packageDocumentation
 */
import type { Sceyt } from 'sceyt-platform'
import { createSandbox, type Sandbox, type SandboxOptions } from 'sceyt-platform/sandbox'
import { originPattern } from '../../common/origin-pattern.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { createClient, type FixtureClientOptions, readClientOptions } from '../fixtures/client-options.js'
import { type RouteOptions, type RouteTarget, routeTo } from './route-to.js'

export type { FixtureClientOptions } from '../fixtures/client-options.js'
export { type RequestRoute, type RoutedRequest, type RouteOptions, type RouteTarget, routeTo } from './route-to.js'

/** Options of the fixtures, beside those of the sandbox. */
export interface PlaywrightFixtureOptions extends RouteOptions {
  /** Options of the client, such as `timeout`, `maxRetries` or `logger`. Default: those of `createSceyt`. */
  client?: FixtureClientOptions | undefined
}

/** The fixtures of a test, for the first type parameter of `test.extend`. */
export interface SandboxTestFixtures {
  /** A client that calls the sandbox of the worker. */
  sceyt: Sceyt
  /** Resets the sandbox before each test, automatically. */
  resetSandbox: undefined
}

/** The fixtures of a worker, for the second type parameter of `test.extend`. */
export interface SandboxWorkerFixtures {
  /** The sandbox of the worker. */
  sandbox: Sandbox
}

/** A function that sets up a fixture. */
export type PlaywrightFixture<Needed, Value> = (fixtures: Needed, use: (value: Value) => Promise<void>) => Promise<void>

/** What `sandboxFixtures` returns, for `test.extend` of `@playwright/test`. */
export interface PlaywrightFixtures {
  /** The sandbox, once for each worker. */
  sandbox: [value: Sandbox, options: { scope: 'worker' }]
  /** The reset before each test. */
  resetSandbox: [fixture: PlaywrightFixture<SandboxWorkerFixtures, undefined>, options: { scope: 'test'; auto: true }]
  /** The client, once for each test: a client may pause after a 429, and would still pause in the next test. */
  sceyt: PlaywrightFixture<SandboxWorkerFixtures, Sceyt>
  /** The context of `page`, and of its popups, with its requests routed to the sandbox. */
  context: <Context extends RouteTarget>(
    fixtures: SandboxWorkerFixtures & { context: Context },
    use: (context: Context) => Promise<void>,
  ) => Promise<void>
}

/**
 * Creates fixtures for `test.extend` of `@playwright/test`: a `sandbox` for each worker, reset before each test, a client
 * `sceyt` for it, and a `context`, and so a `page`, whose requests are routed to it.
 *
 * Each worker is a process and has a sandbox of its own, since applications of one sandbox would share its clock, faults and
 * request log.
 *
 * @param options - Options of the sandbox, such as a seed, and the ids of the applications that the page calls.
 * @param fixtureOptions - The origin of the requests to route, and options of the client, such as `{ client: { maxRetries: 0 } }`.
 * @throws SeedError naming what is invalid in a seed.
 * @throws InputError naming the option of the client whose value is invalid.
 * @throws RangeError naming any other option that is invalid.
 *
 * @example
 * ```ts
 * import { test as base, expect } from '@playwright/test'
 * import { sandboxFixtures, type SandboxTestFixtures, type SandboxWorkerFixtures } from 'sceyt-platform/sandbox/playwright'
 *
 * const seed = { users: [{ username: 'zoe' }] }
 * const test = base.extend<SandboxTestFixtures, SandboxWorkerFixtures>(sandboxFixtures({ seed }))
 *
 * test('the page creates a user', async ({ page, sceyt }) => {
 *   await page.evaluate(async () => {
 *     const headers = { 'Platform-Api-Key': 'sandbox-key', 'Content-Type': 'application/json' }
 *     const body = JSON.stringify({ username: 'omar' })
 *     await fetch('https://us-ohio-api.sceyt.com/v1/sandbox/users', { method: 'POST', headers, body })
 *   })
 *   expect((await sceyt.users.list().toArray({ limit: 10 })).map(({ username }) => username)).toEqual(['zoe', 'omar'])
 * })
 * ```
 */
export function sandboxFixtures(
  options: SandboxOptions = {},
  fixtureOptions: PlaywrightFixtureOptions = {},
): PlaywrightFixtures {
  const { client, ...routes } = readRangeOptions('options', fixtureOptions, ['origin', 'client'])
  originPattern(routes)
  const sandbox = createSandbox(options)
  const clientOptions = readClientOptions(client, sandbox)
  const given = new Set(sandbox.apps.map(({ appId }) => appId))
  // Playwright reads the names of fixtures in the source of each function, so they are destructured in its parameters.
  return {
    sandbox: [sandbox, { scope: 'worker' }],
    resetSandbox: [
      async ({ sandbox }, use) => {
        for (const { appId } of sandbox.apps) if (!given.has(appId)) sandbox.removeApp(appId)
        sandbox.reset()
        await use(undefined)
      },
      { scope: 'test', auto: true },
    ],
    sceyt: async ({ sandbox }, use) => use(createClient(sandbox, clientOptions)),
    context: async ({ context, sandbox }, use) => {
      await routeTo(context, sandbox, routes)
      await use(context)
    },
  }
}
