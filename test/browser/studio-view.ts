import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { createSceyt, type Sceyt } from '../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** A sandbox with its server, and a client without retries. */
export interface Served {
  readonly sandbox: Sandbox
  readonly server: SandboxServer
  readonly sceyt: Sceyt
}

/** Starts a browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(
        `No browser found at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`,
        {
          cause,
        },
      )
    })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())
  return () => browser
}

/** Serves a sandbox until the end of the test. */
export async function serve(options: SandboxOptions = {}, port = 0): Promise<Served> {
  const sandbox = createSandbox(options)
  const server = await listen(sandbox, { port })
  onTestFinished(() => server.close())
  return { sandbox, server, sceyt: createSceyt({ ...server.connection(), maxRetries: 0 }) }
}

/** Opens a page that must neither print an error nor request another host. */
export async function openPage(
  browser: Browser,
  { server }: Served,
  options: BrowserContextOptions = {},
  expected: RegExp = /^$/,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
  const problems: string[] = []
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(server.origin) || /^(data|blob):/.test(request.url())
    if (!isOwn) problems.push(`request of ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) problems.push(message.text())
  })
  context.on('weberror', (error) => problems.push(String(error.error())))
  context.setDefaultTimeout(15_000)
  onTestFinished(async () => {
    await context.close()
    expect(problems).toEqual([])
  })
  return context.newPage()
}

/** Chromium logs every response with an error status. */
export const failedResponse = /^Failed to load resource/

/** Saves a picture of the page, to look at. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `sceyt-studio-${name}.png`)
  await page.screenshot({ path })
  console.log(path)
}
