import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { resolve } from '../../vitest.config.js'
import { listen } from '../lib/serve.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const club = '101437428530810880'
const program = `
import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { persist } from 'sceyt-platform/sandbox/browser'
import { demo } from 'sceyt-platform/sandbox/demo'

const sandbox = createSandbox({ seed: demo })
await persist(sandbox)
const sceyt = createSceyt({ ...sandbox.connection(), maxRetries: 0 })
const send = (body) => sceyt.messages.send('${club}', { from: 'zoe', body })
const list = () => sceyt.messages.list('${club}').toArray({ limit: Infinity })
globalThis.tab = { sandbox, sceyt, send, list }
`

const test = base
  .extend('script', { scope: 'file' }, async () => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
      bundle: true,
      format: 'esm',
      target: 'es2022',
      alias: resolve.alias,
      write: false,
    })
    return outputFiles[0]?.text ?? ''
  })
  .extend('origin', { scope: 'file' }, async ({ script }, { onCleanup }) => {
    const server = createServer(({ url }, response) => {
      const isScript = url === '/program.js'
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
      response.end(
        isScript ? script : '<!doctype html><title>tab</title><script type="module" src="program.js"></script>',
      )
    })
    const { origin, close } = await listen(server)
    onCleanup(close)
    return origin
  })
  .extend('browser', { scope: 'file' }, async ({ script: _script }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('context', async ({ browser }, { onCleanup }) => {
    const context = await browser.newContext()
    onCleanup(() => context.close())
    return context
  })
  .extend('openTab', async ({ context, origin }) => async () => {
    const page = await context.newPage()
    await page.goto(origin)
    await page.waitForFunction('globalThis.tab')
    return page
  })

/** Sends messages at once, whose bodies start with a text. Returns their ids. */
const sendAll = (page: Page, text: string) =>
  page.evaluate<string[]>(
    `Promise.all(Array.from({ length: 100 }, (_, index) => tab.send('${text} ' + index).then(({ id }) => id)))`,
  )
const list = (page: Page) => page.evaluate<{ id: string; body: string }[]>('tab.list()')

test('a world survives a reload', async ({ openTab }) => {
  const page = await openTab()
  const id = await page.evaluate(`tab.send('Բարեւ 🎉').then(({ id }) => id)`)
  await page.reload()
  await page.waitForFunction('globalThis.tab')
  expect((await list(page)).at(-1)).toMatchObject({ id, body: 'Բարեւ 🎉' })
})

test('two tabs that send 100 messages each at once both list all 200, with distinct ids', async ({ openTab }) => {
  const tabs = [await openTab(), await openTab()] as const
  const before = (await list(tabs[0])).length
  const ids = (await Promise.all(tabs.map((tab, index) => sendAll(tab, `tab ${index}`)))).flat()
  expect(new Set(ids).size).toBe(200)
  for (const tab of tabs) {
    const listed = (await list(tab)).map(({ id }) => id)
    expect(listed).toHaveLength(before + 200)
    expect(listed).toEqual(expect.arrayContaining(ids))
  }
})

test('the tab that was first may close meanwhile: all that was acknowledged is there, once', async ({ openTab }) => {
  const [first, second] = [await openTab(), await openTab()]
  await first.exposeFunction('acknowledge', (id: string) => acknowledged.push(id))
  const acknowledged: string[] = []
  const sending = first
    .evaluate(`Promise.all(Array.from({ length: 100 }, (_, index) =>
      new Promise((resolve) => setTimeout(resolve, index)).then(() => tab.send('first ' + index)).then(({ id }) => acknowledge(id))))`)
    .catch(() => {})
  const ofSecond = sendAll(second, 'second')
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(0)
  await first.close()
  await sending
  const sent = await ofSecond
  const listed = (await list(second)).map(({ id }) => id)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toEqual(expect.arrayContaining([...sent, ...acknowledged]))
})

test('a tab shows what another one changes, without a request', async ({ openTab }) => {
  const [one, other] = [await openTab(), await openTab()]
  const changed = other.evaluate('new Promise((resolve) => tab.sandbox.onChange(() => resolve(true)))')
  // The listener is there once the page has run another expression.
  await other.evaluate('1')
  await one.evaluate(`tab.send('From the other tab')`)
  expect(await changed).toBe(true)
  await one.evaluate('tab.sandbox.reset()')
  await expect
    .poll(() => other.evaluate('JSON.stringify(tab.sandbox.snapshot()).includes("From the other tab")'), {
      timeout: 30_000,
    })
    .toBe(false)
})

test('when the storage is full, a change fails, is not made, and works once there is space', async ({
  context,
  origin,
}) => {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
  await page.goto(origin)
  await page.waitForFunction('globalThis.tab')
  // Browsers compress what they store.
  const upload = () =>
    page.evaluate<string>(
      `tab.sceyt.files.upload(new File(Array.from({ length: 50 }, () => crypto.getRandomValues(new Uint8Array(60_000))), 'big.bin')).then(() => 'stored', (error) => error.message)`,
    )
  const names = () =>
    page.evaluate(`tab.sandbox.snapshot().apps.sandbox.files.map(({ name }) => name).includes('big.bin')`)
  expect(await upload()).toContain('500 InternalError: The change cannot be saved, so it was not made: ')
  expect(await names()).toBe(false)
  await page.evaluate(`tab.send('A small one')`)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  expect(await upload()).toBe('stored')
  expect(await names()).toBe(true)
  expect((await list(page)).at(-1)?.body).toBe('A small one')
})
