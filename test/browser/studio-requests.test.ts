import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { serveThroughProxy } from './serve-through-proxy.js'
import { failedResponse, openPage, serve, takeScreenshot, useBrowser } from './studio-view.js'

/** Runs a command. Not synchronously: the server is in this process. */
const run = promisify(execFile)
const browser = useBrowser()
const seed = { users: [{ username: 'zoe' }, { username: 'username_new*user' }] }

test('requests appear as they end, with the reason why they were refused', async () => {
  const served = await serve({ seed })
  const { sceyt, sandbox } = served
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests`)
  await page.getByText('No requests yet.').waitFor()
  await sceyt.users.get('username_new*user')
  await page.getByRole('row').filter({ hasText: '/v1/sandbox/users/username_new*user' }).getByText('200').waitFor()
  await expect(sceyt.users.get('<b>nobody</b>')).rejects.toThrow('404')
  await page.getByText('There is no user "<b>nobody</b>".').waitFor()
  sandbox.faults.add({ reset: 'before', times: 1 })
  await expect(sceyt.channels.list()).rejects.toThrow('no response')
  await page.getByRole('cell').filter({ hasText: 'no response' }).waitFor()
  expect(await page.locator('tbody tr').first().textContent()).toContain('/v1/sandbox/channels')
  await takeScreenshot(page, 'requests')
})

test('filters are in the address, and combine', async () => {
  const served = await serve({ seed })
  const { sceyt, sandbox } = served
  sandbox.faults.add({ operation: 'listRoles', status: 503, times: 1 })
  await sceyt.users.get('zoe')
  await sceyt.users.get('nobody').catch(() => {})
  await sceyt.users.create({ username: 'omar', first_name: 'Omar' })
  await sceyt.roles.list().catch(() => {})
  const page = await openPage(browser(), served)
  const paths = () => page.locator('[data-row]').allTextContents()
  const show = async (query: string, expected: string[]) => {
    await page.goto(`${served.server.origin}/#/requests?${query}`)
    await expect.poll(paths).toEqual(expected.map((path) => `/v1/sandbox${path}`))
  }
  await show('status=4xx', ['/users/nobody'])
  await show('status=503', ['/roles'])
  await show('fault=1', ['/roles'])
  await show('user=zoe', ['/users/zoe'])
  await show('user=omar', ['/users'])
  await show('operation=getUser', ['/users/nobody', '/users/zoe'])
  await show('operation=getUser&text=NOBODY', ['/users/nobody'])
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(paths).toHaveLength(4)
  await page.getByLabel('Search').fill('omar')
  await expect.poll(paths).toEqual(['/v1/sandbox/users'])
  expect(page.url()).toContain('text=omar')
  const heights = await page
    .locator('.filters :is(input, select, button)')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.5)
})

test('a request opens with its headers and bodies, is copied, and is sent again', async () => {
  const served = await serve({ seed })
  const page = await openPage(browser(), served, {}, failedResponse)
  await served.sceyt.users.create({ username: 'omar', first_name: 'O\'Mar "x"' })
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  const drawer = page.getByRole('dialog', { name: 'Request 1' })
  await drawer.getByText('createUser: Create a user').waitFor()
  await drawer.getByText('Headers').first().click()
  const key = drawer.getByRole('row', { name: 'platform-api-key' })
  expect(await key.getByRole('cell').textContent()).toBe('…')
  const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>
  await drawer.getByRole('button', { name: 'Copy as TypeScript', exact: true }).click()
  await expect
    .poll(copied)
    .toBe('console.log(await sceyt.users.create({ username: "omar", first_name: "O\'Mar \\"x\\"" }))')
  await drawer.getByRole('button', { name: 'Copy as curl', exact: true }).click()
  await expect.poll(copied).toContain('curl')
  expect((await run('sh', ['-c', `${await copied()} -s`])).stdout).toContain('taken')
  await drawer.getByRole('button', { name: 'Send again' }).click()
  const again = page.getByRole('dialog', { name: 'Request 3' })
  await again.getByText('409').first().waitFor()
  await page.keyboard.press('j')
  await page.getByRole('dialog', { name: 'Request 2' }).waitFor()
})

test('a request with a file is not sent again, and one that is cut says so', async () => {
  const served = await serve({ seed })
  await served.sceyt.files.upload(new File(['x'], 'a.txt'))
  await served.sceyt.users.create({ username: 'long', first_name: 'y'.repeat(20_000) })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  await page.getByText('Files are not kept, so this request cannot be sent again.').waitFor()
  expect(await page.getByRole('button', { name: 'Send again' }).isDisabled()).toBe(true)
  await page.goto(`${served.server.origin}/#/requests?open=2`)
  await page.getByText('Only the beginning of this request is kept').waitFor()
  await page.getByText(/Only the first 16,384 of 20,0\d\d characters are kept/).waitFor()
})

test('a paused list stays, and says how many are new; a cleared log starts over', async () => {
  const served = await serve({ seed })
  const page = await openPage(browser(), served)
  await served.sceyt.users.get('zoe')
  await page.goto(`${served.server.origin}/#/requests`)
  await page.locator('[data-row]').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  for (let call = 0; call < 3; call++) await served.sceyt.roles.list()
  await page.getByRole('button', { name: '3 new requests' }).click()
  expect(await page.locator('[data-row]').count()).toBe(4)
  await page.getByRole('button', { name: 'Clear log' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click()
  await page.getByText('No requests yet.').waitFor()
  await served.sceyt.users.get('zoe')
  await expect.poll(() => page.locator('[data-row]').allTextContents()).toEqual(['/v1/sandbox/users/zoe'])
})

test('after a broken connection, the page shows each request once, and how many are no longer kept', async () => {
  const { served, setOpen } = await serveThroughProxy(await serve())
  const { sandbox, server } = served
  const page = await openPage(browser(), served, {}, /Failed to load|ERR_/)
  const ask = async (from: number, to: number) => {
    for (let index = from; index <= to; index++)
      await sandbox.fetch(`https://x.example/v1/sandbox/users/u${index}`, {
        headers: { 'Platform-Api-Key': 'sandbox-key' },
      })
  }
  await ask(1, 3)
  await page.goto(`${server.origin}/#/requests`)
  await page.getByText('/users/u3').first().waitFor()
  const paths = () => page.locator('[data-row]').allTextContents()
  const urls = (numbers: number[]) => numbers.map((number) => `/v1/sandbox/users/u${number}`)
  const cut = async (from: number, to: number) => {
    setOpen(false)
    await page.getByText('The sandbox is not responding. The page').waitFor()
    await ask(from, to)
    setOpen(true)
  }
  await cut(4, 6)
  await expect.poll(paths, { timeout: 30_000 }).toEqual(urls([6, 5, 4, 3, 2, 1]))
  await cut(7, 1_020)
  await expect.poll(async () => (await paths())[0], { timeout: 30_000 }).toEqual(urls([1_020])[0])
  expect(await paths()).toEqual(urls(Array.from({ length: 100 }, (_row, index) => 1_020 - index)))
  await page.getByText('20 earlier requests are no longer kept').waitFor()
})

test('1,000 requests are shown 100 at a time, while others arrive', async () => {
  const served = await serve({ seed })
  for (let call = 0; call < 1_100; call++) await served.sceyt.users.get('zoe')
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests`)
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect.poll(() => page.locator('[data-row]').count()).toBe(200)
  await page.evaluate('scrollTo(0, 2000)')
  const top = async () => Math.round((await page.locator('[data-row]').nth(60).boundingBox())?.y ?? 0)
  const before = await top()
  await Promise.all(Array.from({ length: 50 }, () => served.sceyt.roles.list()))
  await page.getByRole('button', { name: '50 new requests' }).waitFor()
  // The browser keeps the place to within a pixel.
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
})

test('a request is sent again to this server alone, with the key of its own application', async () => {
  const served = await serve({
    apps: [
      { appId: 'one', apiKey: 'key-of-one', seed },
      { appId: 'two', apiKey: 'key-of-two', seed },
    ],
  })
  const { server, sandbox } = served
  const page = await openPage(browser(), served, {}, failedResponse)
  await createSceyt(server.connection('two')).users.get('zoe')
  const sent = request(server.origin, { path: '//other.example/v1/one/users' }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  await once(response.resume(), 'end')
  // Another server than ours may pass on such a path.
  const none = { header: () => undefined, body: async () => undefined }
  await sandbox.respond({ method: 'GET', origin: '', pathname: '@other.example/v1/one/users', search: '', ...none })
  const sendAgain = async (number: number) => {
    await page.goto(`${server.origin}/#/requests?apps=all&open=${number}`)
    await page
      .getByRole('dialog', { name: `Request ${number}` })
      .getByRole('button', { name: 'Send again' })
      .click()
  }
  await sendAgain(1)
  await page.getByRole('dialog', { name: 'Request 4' }).waitFor()
  expect(sandbox.journal.entries.at(-1)).toMatchObject({ url: '/v1/two/users/zoe', status: 200 })
  await sendAgain(2)
  await page.getByRole('dialog', { name: 'Request 5' }).waitFor()
  await page.goto(`${server.origin}/#/requests?apps=all&open=3`)
  await page.getByText('The path does not begin with a slash').waitFor()
  expect(await page.getByRole('button', { name: 'Send again' }).isDisabled()).toBe(true)
})

test('a number of many digits is shown as it was sent', async () => {
  const served = await serve({ seed })
  const body = '{"first_name":12345678901234567890}'
  const headers = { 'Platform-Api-Key': 'sandbox-key', 'Content-Type': 'application/json' }
  await fetch(`${served.server.baseUrl()}/users/zoe`, { method: 'PUT', headers, body })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests?open=1`)
  await page.getByText('{ "first_name": 12345678901234567890 }', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Copy as TypeScript' }).count()).toBe(0)
  await page.goto(`${served.server.origin}/#/requests?open=none`)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
