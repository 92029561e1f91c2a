import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { serveThroughProxy } from './serve-through-proxy.js'
import { openPage, type Served, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const seed = { users: [{ username: 'zoe' }] }

/** Logs requests for the users `u1`, `u2` and so on. */
async function ask({ sandbox }: Served, from: number, to: number, appId = 'sandbox', apiKey = 'sandbox-key') {
  for (let index = from; index <= to; index++)
    await sandbox.fetch(`https://x.example/v1/${appId}/users/u${index}`, { headers: { 'Platform-Api-Key': apiKey } })
}

test('requests of another application are not missing, and those that were dropped are', async () => {
  const apps = [
    { appId: 'one', apiKey: 'key-of-one', seed },
    { appId: 'two', apiKey: 'key-of-two', seed },
  ]
  const { served, setOpen } = await serveThroughProxy(await serve({ apps }))
  await ask(served, 1, 1, 'one', 'key-of-one')
  await ask(served, 2, 4, 'two', 'key-of-two')
  await ask(served, 5, 5, 'one', 'key-of-one')
  const page = await openPage(browser(), served, {}, /Failed to load|ERR_/)
  await page.goto(`${served.server.origin}/#/requests`)
  await expect
    .poll(() => page.locator('[data-row]').allTextContents())
    .toEqual(['/v1/one/users/u5', '/v1/one/users/u1'])
  expect(await page.getByText('no longer kept').count()).toBe(0)
  setOpen(false)
  await page.getByText('The sandbox is not responding. The page').waitFor()
  await ask(served, 6, 1_020, 'one', 'key-of-one')
  setOpen(true)
  await page.getByText('20 earlier requests are no longer kept').waitFor({ timeout: 30_000 })
})

test('a paused list keeps its requests when the log drops them, and the count follows the filters', async () => {
  const served = await serve({ seed })
  await ask(served, 1, 3)
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?operation=getUser`)
  await page.getByText('/users/u3').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await served.sceyt.roles.list()
  await ask(served, 4, 15)
  await page.getByRole('button', { name: '12 new requests' }).waitFor()
  await ask(served, 16, 1_100)
  await page.getByRole('button', { name: '1,000 new requests' }).waitFor()
  expect(await page.locator('[data-row]').allTextContents()).toEqual([
    '/v1/sandbox/users/u3',
    '/v1/sandbox/users/u2',
    '/v1/sandbox/users/u1',
  ])
  await page.getByRole('button', { name: '1,000 new requests' }).click()
  await expect.poll(() => page.locator('[data-row]').first().textContent()).toBe('/v1/sandbox/users/u1100')
})

test('an open request stays open and marked, also when it leaves the log', async () => {
  const served = await serve({ seed })
  await ask(served, 1, 3)
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests`)
  await page.getByRole('button', { name: '/users/u2' }).click()
  const drawer = page.getByRole('dialog', { name: 'Request 2' })
  await drawer.getByText('GET /v1/sandbox/users/u2').waitFor()
  await ask(served, 4, 9)
  await page.locator('tbody tr').nth(8).waitFor()
  expect(await page.locator('tr[aria-current]').textContent()).toContain('/users/u2')
  served.sandbox.journal.clear()
  await drawer.getByText('This request is no longer in the log.').waitFor()
  await ask(served, 20, 23)
  await page.locator('tbody tr').nth(3).waitFor()
  await drawer.getByText('GET /v1/sandbox/users/u2', { exact: true }).waitFor()
})

test('keys move through the requests without steps in the history, and Back closes the open one', async () => {
  const served = await serve({ seed })
  await ask(served, 1, 150)
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/connect`)
  await page.getByRole('link', { name: 'Requests', exact: true }).click()
  await page.getByRole('button', { name: '/users/u150' }).click()
  await page.getByRole('dialog', { name: 'Request 150' }).waitFor()
  for (let number = 149; number > 45; number--) {
    await page.keyboard.press('j')
    await page.getByRole('dialog', { name: `Request ${number}` }).waitFor()
  }
  await page.keyboard.press('k')
  await page.getByRole('dialog', { name: 'Request 47' }).waitFor()
  await page.goBack()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const focused = () => page.evaluate('document.activeElement.textContent')
  await expect.poll(focused).toBe('/v1/sandbox/users/u47')
  const row = await page.getByRole('button', { name: '/users/u47', exact: false }).boundingBox()
  expect(row?.y).toBeGreaterThan(50)
  expect(row?.y).toBeLessThan(900)
  // Closed in another way, it does not come back.
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Request 47' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('/v1/sandbox/users/u47')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Connect' }).waitFor()
})

test('bodies are formatted, also cut ones, and hostile ones do not stop the page', async () => {
  const served = await serve({ seed })
  const headers = { 'Platform-Api-Key': 'sandbox-key', 'Content-Type': 'application/json' }
  const post = (body: string) => fetch(`${served.server.baseUrl()}/users`, { method: 'POST', headers, body })
  await post(`{"username":"omar","note":"a  \\"b\\",{","id":12345678901234567890,"list":[],"inner":{"x":[1,2]}}`)
  await post(`{"username":"long","first_name":"${'y'.repeat(20_000)}"}`)
  await post('['.repeat(8_000) + ']'.repeat(8_000))
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  const body = page.getByRole('region', { name: 'Request', exact: true }).locator('pre')
  await body.waitFor()
  expect(await body.textContent()).toBe(`{
  "username": "omar",
  "note": "a  \\"b\\",{",
  "id": 12345678901234567890,
  "list": [],
  "inner": {
    "x": [
      1,
      2
    ]
  }
}`)
  await page.keyboard.press('k')
  await page.getByRole('dialog', { name: 'Request 2' }).waitFor()
  await expect.poll(() => body.textContent()).toMatch(/^\{\n {2}"username": "long",\n {2}"first_name": "y+$/)
  const start = performance.now()
  await page.keyboard.press('k')
  await page.getByRole('dialog', { name: 'Request 3' }).waitFor()
  await expect.poll(async () => (await body.textContent())?.slice(0, 6)).toBe('[\n  [\n')
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('what is copied in a dialog is announced in it, since the rest of the page is inert', async () => {
  const served = await serve({ seed })
  await ask(served, 1, 1)
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: 'Copy as curl' }).click()
  await drawer.getByRole('status').getByText('Copied: curl command').waitFor()
  expect(await page.getByText('Copied: curl command').count()).toBe(1)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('status').getByText('Copied: curl command').waitFor()
})

test('the operation of a request is linked to its documentation', async () => {
  const served = await serve({ seed })
  await createSceyt(served.server.connection()).users.list()
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  await page.getByRole('dialog').getByRole('link', { name: 'listUsers' }).click()
  await page.locator('.opblock.is-open').getByText('/users', { exact: true }).first().waitFor()
  expect(await page.locator('.opblock.is-open').count()).toBe(1)
})

test('a narrow screen shows the status of each request, the choice of a long application, and a whole drawer', async () => {
  const apps = [
    { appId: 'one', apiKey: 'key-of-one', seed },
    { appId: 'a'.repeat(60), apiKey: 'key-of-two' },
  ]
  const served = await serve({ apps })
  await ask(served, 1, 1, 'one', 'key-of-one')
  served.sandbox.faults.add({ reset: 'before', times: 1 })
  await ask(served, 2, 2, 'one', 'key-of-one').catch(() => {})
  const page = await openPage(browser(), served, { viewport: { width: 390, height: 800 } })
  await page.goto(`${served.server.origin}/#/requests`)
  const end = async (locator: Locator) => {
    const box = await locator.boundingBox()
    return (box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)
  }
  const width = Number(await page.evaluate('document.documentElement.clientWidth'))
  expect(await end(page.getByRole('cell', { name: 'no response' }))).toBeLessThanOrEqual(width)
  expect(await end(page.getByRole('cell', { name: '404' }))).toBeLessThanOrEqual(width)
  expect(await end(page.locator('.app-choice select'))).toBeLessThanOrEqual(width)
  await page.getByRole('button', { name: '/users/u1' }).click()
  expect((await page.getByRole('dialog').boundingBox())?.x).toBe(0)
})
