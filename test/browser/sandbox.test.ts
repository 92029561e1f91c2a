import { once } from 'node:events'
import { access, constants } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { demo } from '../../src/sandbox/demo/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { type Known, violationsOf } from './axe.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

const swaggerUi: Known[] = [
  {
    rules: ['nested-interactive', 'select-name', 'label', 'heading-order', 'region', 'scrollable-region-focusable'],
    within: '.swagger-ui',
    reason: 'Swagger UI renders these elements, and has no option for their names, order and landmarks.',
  },
  { rules: ['color-contrast'], within: '.swagger-ui', reason: 'The colors are those of its style sheet.' },
]

let served: { sandbox: Sandbox; server: SandboxServer; sceyt: Sceyt }
let browser: Browser

beforeAll(async () => {
  const sandbox = createSandbox({ seed: demo })
  const server = await listen(sandbox)
  served = { sandbox, server, sceyt: createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', maxRetries: 0 }) }
  await access(executablePath, constants.X_OK).catch((cause) => {
    throw new Error(`No browser found at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
      cause,
    })
  })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser.close()
  await served.server.close()
})

/** Opens a page, and records its requests to other hosts and its errors. */
async function view(options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }) {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  const foreign: string[] = []
  const errors: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(served.server.origin) && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url())
  })
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  context.on('weberror', (error) => errors.push(String(error.error())))
  return { page: await context.newPage(), foreign, errors }
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `sceyt-${name}.png`)
  await page.screenshot({ path })
  console.log(path)
}

test('the page at / shows the URL and the key, and requests as they arrive', async () => {
  const { server, sceyt, sandbox } = served
  const { page, foreign, errors } = await view()
  await page.goto(server.origin)
  await page.getByRole('heading', { level: 1, name: 'sandbox' }).waitFor()
  await page.getByText(server.baseUrl(), { exact: true }).waitFor()
  await page.getByText('sandbox-key', { exact: true }).waitFor()
  await page.getByText('None yet.').waitFor()
  await sceyt.users.get('username_new*user')
  await page.getByRole('row').filter({ hasText: '/v1/sandbox/users/username_new*user' }).getByText('200').waitFor()
  await expect(sceyt.users.get('<b>nobody</b>')).rejects.toThrow('404')
  await page.getByText('There is no user "<b>nobody</b>".').waitFor()
  sandbox.faults.add({ reset: 'before', times: 1 })
  await expect(sceyt.channels.list()).rejects.toThrow('no response')
  await page.getByText('connection broken').waitFor()
  expect(await page.getByText('None yet.').isVisible()).toBe(false)
  expect(await page.locator('tbody tr').first().textContent()).toContain('/v1/sandbox/channels')
  await takeScreenshot(page, 'home')
  expect([foreign, errors]).toEqual([[], []])
})

test('the page shows requests from before it was opened, also after a reload', async () => {
  const { server, sceyt } = served
  const { page } = await view()
  await sceyt.users.get('zoe')
  for (let load = 0; load < 2; load++) {
    await page.goto(server.origin)
    await page.getByText('/v1/sandbox/users/zoe').first().waitFor()
  }
})

test('after a broken connection, the page shows each request once, and the number of missed ones', async () => {
  const sandbox = createSandbox()
  const server = await listen(sandbox)
  onTestFinished(() => server.close())
  const sockets = new Set<Socket>()
  let isOpen = true
  const proxy = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const target = connect(Number(new URL(server.origin).port), '127.0.0.1')
    for (const each of [socket, target]) sockets.add(each.on('error', () => {}))
    socket.pipe(target).pipe(socket)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void proxy.close())
  await once(proxy, 'listening')
  const { page } = await view()
  const ask = async (from: number, to: number, rest = '') => {
    for (let index = from; index <= to; index++)
      await sandbox.fetch(`https://x.example/v1/sandbox/users/u${index}${rest}`, {
        headers: { 'Platform-Api-Key': 'sandbox-key' },
      })
  }
  await ask(1, 3)
  await page.goto(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
  await page.getByText('/users/u3').first().waitFor()
  const cells = () => page.locator('td.url').allTextContents()
  const urls = (numbers: number[]) => numbers.map((number) => `/v1/sandbox/users/u${number}`)
  const cut = async (from: number, to: number, rest = '') => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
    await ask(from, to, rest)
    isOpen = true
  }
  await cut(4, 6)
  await page.getByText('/users/u6').first().waitFor()
  expect(await cells()).toEqual(urls([6, 5, 4, 3, 2, 1]))
  await cut(7, 2010)
  await page.getByText('/users/u2010').first().waitFor()
  await ask(2011, 2011)
  await page.getByText('/users/u2011').first().waitFor()
  expect(await cells()).toEqual(urls(Array.from({ length: 50 }, (_row, index) => 2011 - index)))
  await cut(2012, 2100, 'z'.repeat(10_000))
  await page.getByText(/^\d\d requests were not shown$/).waitFor()
  expect(await cells()).toContain(urls([2011])[0])
  sandbox.journal.clear()
  await cut(1, 2000)
  await page.getByText('/users/u2000').first().waitFor()
  expect(new Set(await cells()).size).toBe(50)
})

test('the page shows why changes cannot be saved, as long as they cannot', async () => {
  const { server, sandbox } = served
  const { page, errors } = await view()
  await page.goto(server.origin)
  const alert = page.getByRole('alert')
  await page.getByRole('heading', { level: 1, name: 'sandbox' }).waitFor()
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
  const text = 'Changes cannot be saved, so they are not made: ENOSPC: no space left on <device>'
  await alert.filter({ hasText: text }).waitFor()
  await page.reload()
  await alert.filter({ hasText: text }).waitFor()
  problem = undefined
  sandbox.seed({})
  await alert.waitFor({ state: 'hidden' })
  expect(errors).toEqual([])
})

test('the page supports dark mode and small screens', async () => {
  const { page } = await view({ colorScheme: 'dark', viewport: { width: 420, height: 800 } })
  await page.goto(served.server.origin)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await takeScreenshot(page, 'home-dark')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('the documentation sends a real request to this sandbox and shows the response, offline', async () => {
  const { server, sandbox } = served
  const { page, foreign, errors } = await view()
  sandbox.journal.clear()
  await page.goto(`${server.origin}/docs`)
  const operation = page.locator('#operations-Users-getUser')
  await operation.getByRole('button', { name: '/users/{username}' }).first().click()
  const name = operation.getByRole('textbox', { name: 'username' })
  await name.fill('username_new*user')
  await operation.getByRole('button', { name: 'Execute' }).click()
  await operation.locator('.live-responses-table .response-col_status').getByText('200').waitFor()
  await operation.locator('.live-responses-table').getByText('"username_new*user"').first().waitFor()
  expect(sandbox.journal.entries).toMatchObject([
    { operation: 'getUser', url: '/v1/sandbox/users/username_new%2Auser', status: 200 },
  ])
  await operation.scrollIntoViewIfNeeded()
  await takeScreenshot(page, 'console')
  expect([foreign, errors]).toEqual([[], []])
})

test.each(['light', 'dark'] as const)('the pages are accessible in %s mode', async (colorScheme) => {
  const { server, sceyt } = served
  const { page } = await view({ colorScheme })
  await sceyt.users.get('zoe')
  await page.goto(server.origin)
  await page.getByText('/v1/sandbox/users/zoe').first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.goto(`${server.origin}/docs`)
  await page.locator('#operations-Users-getUser').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Execute' }).waitFor()
  expect(await violationsOf(page, swaggerUi)).toEqual([])
})

test('the documentation follows the color scheme of the system, and leads back to the sandbox', async () => {
  const { server } = served
  const { page } = await view({ colorScheme: 'dark' })
  await page.goto(`${server.origin}/docs`)
  await page.locator('.opblock').first().waitFor()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await background()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(background).not.toBe(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).toBe(dark)
  await takeScreenshot(page, 'console-dark')
  await page.getByRole('link', { name: 'Sandbox', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'sandbox' }).waitFor()
})

test('the documentation fits a screen of 390 pixels, with a response too', async () => {
  const { server } = served
  const { page } = await view({ viewport: { width: 390, height: 844 } })
  await page.goto(`${server.origin}/docs`)
  const operation = page.locator('#operations-Channels-listChannels')
  await operation.getByRole('button').first().click()
  await operation.getByRole('button', { name: 'Execute' }).click()
  await operation.locator('.live-responses-table .response-col_status').getByText('200').waitFor()
  await takeScreenshot(page, 'console-narrow')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('the documentation has every operation', async () => {
  const { server } = served
  const { page } = await view()
  await page.goto(`${server.origin}/docs`)
  await page.locator('.opblock').first().waitFor()
  expect(await page.locator('.opblock').count()).toBe(endpointsOf(await readDocument()).length)
})
