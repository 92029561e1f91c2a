import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
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

let served: { sandbox: Sandbox; server: SandboxServer }
let browser: Browser

beforeAll(async () => {
  const sandbox = createSandbox({ seed: demo })
  const server = await listen(sandbox)
  served = { sandbox, server }
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

test.each(['light', 'dark'] as const)('the documentation is accessible in %s mode', async (colorScheme) => {
  const { server } = served
  const { page } = await view({ colorScheme })
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
  await page.getByRole('heading', { level: 1, name: 'Connect' }).waitFor()
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
