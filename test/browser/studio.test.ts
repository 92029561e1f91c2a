import { expect, onTestFinished, test } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { violationsOf } from './axe.js'
import { failedResponse, openPage, serve, takeScreenshot, useBrowser } from './studio-view.js'

const browser = useBrowser()
const routes = ['connect', 'data/users', 'data/channels', 'requests', 'world']

test.each(['light', 'dark'] as const)(
  'every page, and what opens over it, is accessible in %s mode',
  async (colorScheme) => {
    const served = await serve({ seed: demo })
    served.sandbox.faults.add({ operation: 'listRoles', status: 503, times: 1 })
    await served.sceyt.users.get('nobody').catch(() => {})
    await served.sceyt.roles.list().catch(() => {})
    const page = await openPage(browser(), served, { colorScheme }, failedResponse)
    const check = async (route: string, name: string) => {
      await page.goto(`${served.server.origin}/#/${route}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (/open/.test(route)) await page.getByRole('dialog').locator('dl').waitFor()
      else if (/data|requests/.test(route)) await page.locator('[data-row]').first().waitFor()
      expect(await violationsOf(page), name).toEqual([])
      await takeScreenshot(page, `${route.replaceAll(/\W+/g, '-')}-${colorScheme}`)
    }
    for (const route of [...routes, 'data/users?open=zoe', 'requests?open=1']) await check(route, route)
    await page.goto(`${served.server.origin}/#/data/channels`)
    await page.locator('[data-row]').first().waitFor()
    await page.keyboard.press('n')
    await page.getByRole('form').waitFor()
    expect(await violationsOf(page), 'form').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await violationsOf(page), 'shortcuts').toEqual([])
  },
)

test.each([
  [1024, 'light'],
  [1024, 'dark'],
  [390, 'light'],
  [360, 'light'],
] as const)('every page fits a screen of %i pixels, in %s mode', async (width, colorScheme) => {
  const served = await serve({
    seed: demo,
    apps: [
      { appId: 'sandbox', apiKey: 'sandbox-key' },
      { appId: 'shop', apiKey: 'key-2' },
    ],
  })
  await served.sceyt.users.get('nobody').catch(() => {})
  const page = await openPage(browser(), served, { viewport: { width, height: 800 }, colorScheme })
  for (const route of [...routes, 'data/users?open=zoe', 'requests?open=1']) {
    await page.goto(`${served.server.origin}/#/${route}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => {})
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), route).toBe(true)
    await takeScreenshot(page, `${route.replaceAll(/\W+/g, '-')}-${width}-${colorScheme}`)
  }
})

test('nothing that is shown moves while a page loads', async () => {
  const served = await serve({ seed: demo })
  await served.sceyt.users.get('zoe')
  const page = await openPage(browser(), served)
  await page.addInitScript(`
    globalThis.shifts = []
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })
  `)
  for (const route of routes) {
    await page.goto('about:blank')
    await page.goto(`${served.server.origin}/#/${route}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (/data|requests/.test(route)) await page.locator('[data-row]').first().waitFor()
    // Two frames, after which a shift would be known.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    const shifts = (await page.evaluate('shifts')) as number[]
    expect(
      shifts.reduce((sum, value) => sum + value, 0),
      route,
    ).toBeLessThan(0.01)
  }
})

test('keys lead to every page, and are text in a field', async () => {
  const served = await serve({ seed: demo })
  const page = await openPage(browser(), served)
  await page.goto(served.server.origin)
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  await heading('Connect')
  for (const [key, name] of [
    ['d', 'Data'],
    ['r', 'Requests'],
    ['w', 'World'],
    ['c', 'Connect'],
    ['d', 'Data'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await heading(name)
  }
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('gn?')
  expect(await page.getByRole('searchbox').inputValue()).toBe('gn?')
  await heading('Data')
  await page.getByText('Nothing matches this search.').waitFor()
})

test('the choice of an application decides what every page shows', async () => {
  const served = await serve({
    apps: [
      { appId: 'one', apiKey: 'key-1', seed: { users: [{ username: 'zoe' }] } },
      { appId: 'two', apiKey: 'key-2', seed: { users: [{ username: 'omar' }] } },
    ],
  })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: 'zoe' }).waitFor()
  await page.getByLabel('Application').selectOption('two')
  await page.getByRole('button', { name: 'omar' }).waitFor()
  await page.getByRole('link', { name: 'Connect' }).click()
  await page.getByText('key-2', { exact: true }).waitFor()
  served.sandbox.addApp({ appId: 'three', apiKey: 'key-3' })
  await expect
    .poll(() => page.getByLabel('Application').locator('option').allTextContents())
    .toEqual(['one', 'two', 'three'])
})

test('a server that goes away and comes back is shown again, with its new state', async () => {
  const served = await serve({ seed: { users: [{ username: 'zoe' }] } })
  const port = Number(new URL(served.server.origin).port)
  const page = await openPage(browser(), served, {}, /ERR_|Failed to load/)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: 'zoe' }).waitFor()
  await served.server.close()
  await page.getByText('The sandbox is not responding. The page').waitFor()
  await page.getByRole('button', { name: 'zoe' }).waitFor()
  await serve({ seed: { users: [{ username: 'omar' }] } }, port)
  await page.getByRole('button', { name: 'omar' }).waitFor({ timeout: 30_000 })
  await page.getByText('The sandbox is not responding. The page').waitFor({ state: 'hidden' })
})

test('the page shows why changes cannot be saved, as long as they cannot', async () => {
  const served = await serve()
  const { sandbox, server } = served
  const page = await openPage(browser(), served)
  await page.goto(server.origin)
  const alert = page.getByRole('alert')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await alert.isVisible()).toBe(false)
  let problem: Error | undefined = new Error('ENOSPC: no space left on <device>')
  sandbox.recordWith({
    record() {
      if (problem) throw problem
    },
    retract() {},
  })
  onTestFinished(() => sandbox.recordWith(undefined))
  expect(() => sandbox.seed({})).toThrow('ENOSPC')
  const text = 'Changes cannot be saved, so they are not applied: ENOSPC: no space left on <device>'
  await alert.filter({ hasText: text }).waitFor()
  await page.reload()
  await alert.filter({ hasText: text }).waitFor()
  problem = undefined
  sandbox.seed({})
  await alert.waitFor({ state: 'hidden' })
})
