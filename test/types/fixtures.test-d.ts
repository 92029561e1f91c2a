import { test as playwrightTest } from '@playwright/test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expectTypeOf, type TestContext, test, test as vitestTest } from 'vitest'
import type { Sceyt } from '../../src/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import * as playwright from '../../src/sandbox/playwright/index.js'
import * as vitest from '../../src/sandbox/vitest/index.js'

test('Playwright’s test takes the fixtures, and keeps its own.', () => {
  type Test = playwright.SandboxTestFixtures
  type Worker = playwright.SandboxWorkerFixtures
  const extended = playwrightTest.extend<Test, Worker>(playwright.sandboxFixtures())
  extended('a', ({ sandbox, sceyt, page, context, browser }) => {
    expectTypeOf(sandbox).toEqualTypeOf<Sandbox>()
    expectTypeOf(sceyt).toEqualTypeOf<Sceyt>()
    expectTypeOf(page).toEqualTypeOf<Page>()
    expectTypeOf(context).toEqualTypeOf<BrowserContext>()
    expectTypeOf(browser).toEqualTypeOf<Browser>()
  })
  extended.beforeAll(({ sandbox }) => expectTypeOf(sandbox).toEqualTypeOf<Sandbox>())
  // With more fixtures, of the test and of the worker.
  playwrightTest.extend<Test & { first: string }, Worker & { count: number }>({
    ...playwright.sandboxFixtures({ seed: {} }, { origin: 'https://api.example.com' }),
    first: async ({ sceyt }, use) => use((await sceyt.users.list()).users[0]?.username ?? ''),
    count: [async ({ sandbox }, use) => use(sandbox.apps.length), { scope: 'worker' }],
  })
})

test('A page and a context of Playwright can be routed.', () => {
  expectTypeOf<Page>().toExtend<playwright.RouteTarget>()
  expectTypeOf<BrowserContext>().toExtend<playwright.RouteTarget>()
  expectTypeOf(playwright.routeTo).toBeCallableWith({} as Page, createSandbox(), { origin: '*' })
  expectTypeOf<Browser>().not.toExtend<playwright.RouteTarget>()
})

test('Vitest’s test takes the fixtures without type parameters, and keeps its own.', () => {
  const extended = vitestTest.extend(vitest.sandboxFixtures({ seed: {} }))
  extended('a', ({ sandbox, sceyt, task }) => {
    expectTypeOf(sandbox).toEqualTypeOf<Sandbox>()
    expectTypeOf(sceyt).toEqualTypeOf<Sceyt>()
    expectTypeOf(task).toEqualTypeOf<TestContext['task']>()
  })
  const more = extended.extend('first', async ({ sceyt }) => (await sceyt.users.list()).users[0])
  more('b', ({ first, sandbox }) => {
    expectTypeOf(first?.username).toEqualTypeOf<string | undefined>()
    expectTypeOf(sandbox).toEqualTypeOf<Sandbox>()
  })
})
