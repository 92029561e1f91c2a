import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, describe, expect, onTestFinished, vi } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { type RouteOptions, routeTo } from '../../src/sandbox/playwright/index.js'
import { readFences } from '../guides/guides.js'
import { listen } from '../lib/serve.js'
import { readExamples } from '../samples/examples.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const api = 'https://us-ohio-api.sceyt.com'
const key = { 'Platform-Api-Key': 'sandbox-key' }
const seed = { users: [{ username: 'zoe' }] }

// A browser can be slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const test = base
  .extend('executablePath', { scope: 'file' }, process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')
  .extend('browser', { scope: 'file' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('client', { scope: 'file' }, async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from './src/index.js'", resolveDir: root },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'platform',
      external: ['node:*'],
    })
    return outputFiles[0]?.text ?? ''
  })
  .extend('site', { scope: 'file' }, async ({ client }, { onCleanup }) => {
    const requests: string[] = []
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`)
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end(`<!doctype html><script>${client}</script><input type="file">`)
    })
    const { origin, close } = await listen(server)
    onCleanup(close)
    return { origin, requests }
  })
  .extend('context', async ({ browser }, { onCleanup }): Promise<BrowserContext> => {
    const context = await browser.newContext()
    onCleanup(() => context.close())
    return context
  })
  .extend('page', async ({ context, site }): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(site.origin)
    return page
  })

/** The client, in the page. */
declare const platform: typeof import('../../src/index.js')

/** Routes a page to a new sandbox. */
async function route(page: Page, options: SandboxOptions = { seed }, routes?: RouteOptions): Promise<Sandbox> {
  const sandbox = createSandbox(options)
  await routeTo(page, sandbox, routes)
  return sandbox
}

const statusOf = (page: Page, url: string, init: RequestInit = { headers: key }) =>
  page.evaluate(([input, given]) => fetch(input, given).then(({ status }) => status, String), [url, init] as [
    string,
    RequestInit,
  ])

describe('routeTo', () => {
  test('the client in a page of another origin reads, writes, uploads and downloads', async ({ page }) => {
    const sandbox = await route(page, { seed, rateLimit: { requests: 9, window: 60_000 } })
    await page.setInputFiles('input', {
      name: 'b.bin',
      mimeType: 'text/css',
      buffer: Buffer.from([0, 255, 13, 10, 128]),
    })
    const seen = await page.evaluate(async (apiUrl) => {
      const { createSceyt } = platform
      const sceyt = createSceyt({ apiUrl, appId: 'sandbox', apiKey: 'sandbox-key', allowBrowser: true, maxRetries: 0 })
      const bytesOf = async (name: string) => [
        ...new Uint8Array(await (await sceyt.files.download(name)).arrayBuffer()),
      ]
      await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա 佐伊 🎉' })
      const [file] = document.querySelector('input')?.files ?? []
      const { url } = await sceyt.files.upload(file as File)
      await sceyt.files.upload(new File([new Uint8Array([0, 255, 254]), 'Բարեւ'], 'c'))
      const large = await sceyt.files.upload(new File([new Uint8Array(3_000_000).fill(200)], 'd'))
      const { rateLimit } = await sceyt.users.get('username_new*user').withResponse()
      return {
        url,
        rateLimit,
        bytes: [await bytesOf('b.bin'), await bytesOf('c')],
        size: (await sceyt.files.download(large)).size,
      }
    }, api)
    expect(seen).toEqual({
      url: `${api}/v1/sandbox/files/b.bin`,
      rateLimit: { limit: 9, remaining: 4, reset: expect.any(Number) },
      bytes: [
        [0, 255, 13, 10, 128],
        [0, 255, 254, ...Buffer.from('Բարեւ')],
      ],
      size: 3_000_000,
    })
    const sceyt = createSceyt(sandbox.connection())
    expect(await sceyt.users.get('username_new*user')).toMatchObject({ first_name: 'Զոյա 佐伊 🎉' })
  })

  test('a request to no application of the sandbox passes', async ({ page, site }) => {
    const sandbox = await route(page)
    site.requests.length = 0
    expect(await statusOf(page, '/v1/other/users')).toBe(200)
    expect(await statusOf(page, '/v2/sandbox/users')).toBe(200)
    expect(await statusOf(page, '/x?to=/v1/sandbox/users')).toBe(200)
    expect(await statusOf(page, '/v1/sandbox/users')).toBe(200)
    expect(site.requests).toEqual(['GET /v1/other/users', 'GET /v2/sandbox/users', 'GET /x?to=/v1/sandbox/users'])
    expect(sandbox.journal.entries.map(({ url }) => url)).toEqual(['/v1/sandbox/users'])
  })

  test('with an origin, requests to another one pass', async ({ page, site }) => {
    await route(page, { seed }, { origin: api })
    site.requests.length = 0
    expect(await statusOf(page, `${api}/v1/sandbox/users`)).toBe(200)
    expect(await statusOf(page, `${site.origin}/v1/sandbox/users`)).toBe(200)
    expect(site.requests).toEqual(['GET /v1/sandbox/users'])
  })

  test('an application that is added later is routed, and an earlier route of the test stays', async ({ page }) => {
    await page.route(`${api}/v1/later/users`, (it) => it.fulfill({ status: 418 }))
    const sandbox = await route(page)
    expect(await statusOf(page, `${api}/v1/later/users`)).toBe(418)
    sandbox.addApp({ appId: 'later', apiKey: 'key-2' })
    expect(await statusOf(page, `${api}/v1/later/users`, { headers: { 'Platform-Api-Key': 'key-2' } })).toBe(200)
  })

  test('all pages of a context are routed', async ({ context, site }) => {
    await routeTo(context, createSandbox({ seed }))
    for (const page of [await context.newPage(), await context.newPage()]) {
      await page.goto(site.origin)
      expect(await statusOf(page, `${api}/v1/sandbox/users/zoe`)).toBe(200)
    }
  })

  test('a page may send an OPTIONS request and credentials, and reads every header', async ({ page }) => {
    const sandbox = await route(page)
    expect(await statusOf(page, `${api}/v1/sandbox/users`, { method: 'OPTIONS', headers: { 'X-A': '1' } })).toBe(204)
    sandbox.faults.add({ headers: { 'X-Request-Id': 'req-1' } })
    const read = ([input, headers]: [string, Record<string, string>]) =>
      fetch(input, { headers, credentials: 'include' }).then((response) => response.headers.get('x-request-id'))
    expect(await page.evaluate(read, [`${api}/v1/sandbox/users`, key] as [string, Record<string, string>])).toBe(
      'req-1',
    )
    expect(sandbox.journal.entries).toHaveLength(1)
  })

  test('faults are those of the client’s own errors', async ({ page }) => {
    const sandbox = await route(page)
    const fail = (fault: Parameters<typeof sandbox.faults.add>[0]) => {
      sandbox.faults.add({ ...fault, times: 1 })
      return page.evaluate(async (apiUrl) => {
        const { createSceyt } = platform
        const options = { apiUrl, appId: 'sandbox', apiKey: 'sandbox-key', allowBrowser: true, maxRetries: 0 }
        const problem = await createSceyt(options)
          .users.create({ username: crypto.randomUUID() })
          .catch((error) => error)
        return [problem.name, problem.status]
      }, api)
    }
    expect(await fail({ status: 503 })).toEqual(['ServerError', 503])
    expect(await fail({ reset: 'before' })).toEqual(['ConnectionError', undefined])
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(1)
    expect(await fail({ cut: true })).toEqual(['ConnectionError', undefined])
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
    expect(await fail({ reset: 'after' })).toEqual(['ConnectionError', undefined])
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(3)
  })

  test.for(['aborts', 'is closed', 'leaves'])(
    'a delayed request of a page that %s is not carried out',
    async (how, { page, site }) => {
      const sandbox = await route(page)
      sandbox.faults.add({ latency: 600_000 })
      const requested = page.waitForRequest(`${api}/**`)
      await page.evaluate(
        ([url, headers]) => {
          const controller = new AbortController()
          addEventListener('click', () => controller.abort())
          const init = { method: 'DELETE', headers, signal: controller.signal }
          fetch(url, init).catch(() => (document.title = 'aborted'))
        },
        [`${api}/v1/sandbox/users/zoe`, key] as const,
      )
      await requested
      if (how === 'aborts') {
        await page.evaluate(() => document.body.click())
        await page.waitForFunction(() => document.title === 'aborted')
      } else if (how === 'leaves') await page.goto(`${site.origin}/next`)
      else await page.close()
      sandbox.faults.clear()
      expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(1)
      expect(sandbox.journal.entries).toEqual([])
    },
  )
})

describe('sandboxFixtures', () => {
  /** Runs spec files with Playwright's own runner, and returns the titles and outcomes of their tests. */
  async function run(files: Record<string, string>, workers: number): Promise<string[]> {
    // Within the repository, so that its tsconfig.json names the sources.
    const folder = await mkdtemp(join(root, 'test/browser/.specs-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const use = { launchOptions: { executablePath, args: ['--no-sandbox'] } }
    const config = { workers, use, timeout: 60_000, reporter: 'json', fullyParallel: true, outputDir: 'results' }
    await writeFile(join(folder, 'playwright.config.mjs'), `export default ${JSON.stringify(config)}`)
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const cli = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', pathToFileURL(root)))
    const { stdout } = await new Promise<{ stdout: string }>((resolve) => {
      const { NODE_OPTIONS: _options, VITEST: _vitest, ...env } = process.env
      execFile(process.execPath, [cli, 'test'], { cwd: folder, env }, (_error, stdout, stderr) =>
        resolve({ stdout: stdout || stderr }),
      )
    })
    const { suites, errors } = JSON.parse(stdout) as { suites: Suite[]; errors: { message: string }[] }
    return [...errors.map(({ message }) => message), ...suites.flatMap(outcomes)].sort()
  }

  interface Suite {
    specs: { title: string; ok: boolean; tests: { results: { error?: { message: string } }[] }[] }[]
    suites?: Suite[]
  }

  function outcomes({ specs, suites = [] }: Suite): string[] {
    const own = specs.map(({ title, ok, tests }) =>
      ok ? `${title}: ok` : `${title}: ${tests[0]?.results[0]?.error?.message}`,
    )
    return [...own, ...suites.flatMap(outcomes)]
  }

  test('the examples in the comments pass', async () => {
    const examples = (await readExamples()).filter(({ source }) => source.startsWith('src/sandbox/playwright/'))
    expect(examples).toHaveLength(2)
    const files = Object.fromEntries(examples.map(({ code }, index) => [`example-${index}.spec.ts`, code]))
    expect(await run(files, 1)).toEqual(['the page creates a user: ok', 'the page reads a user of the sandbox: ok'])
  })

  test('the example of the guide passes', async () => {
    const [fence] = (await readFences('ts')).filter(({ code }) => code.includes("from '@playwright/test'"))
    expect(await run({ 'guide.spec.ts': fence?.code ?? '' }, 1)).toEqual([
      'the page reads a user whom the test has renamed: ok',
    ])
  })

  test('each worker has a sandbox of its own, which is reset before each test', async () => {
    const spec = `import { test as base, expect } from '@playwright/test'
import { sandboxFixtures, type SandboxTestFixtures, type SandboxWorkerFixtures } from 'sceyt-platform/sandbox/playwright'
const test = base.extend<SandboxTestFixtures, SandboxWorkerFixtures>(sandboxFixtures({ seed: { users: [{ username: 'zoe' }] } }))
const clients = new Set()
test.beforeAll(({ sandbox }) => sandbox.seed({ users: [{ username: 'omar' }] }))
for (let number = 0; number < 6; number++)
  test('test ' + number, async ({ page, sandbox, sceyt }) => {
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe'])
    expect(sandbox.faults.list).toEqual([])
    await sceyt.users.create({ username: 'of-test-' + number })
    sandbox.faults.add({ operation: 'deleteUser', status: 503 })
    const url = 'https://us-ohio-api.sceyt.com/v1/sandbox/users/of-test-' + number
    expect(await page.evaluate(async (url) => (await fetch(url, { headers: { 'Platform-Api-Key': 'sandbox-key' } })).status, url)).toBe(200)
    expect(clients.has(sceyt)).toBe(false)
    clients.add(sceyt)
  })
test('a test that uses neither has the reset too', () => {})
`
    expect(await run({ 'workers.spec.ts': spec }, 2)).toEqual([
      'a test that uses neither has the reset too: ok',
      ...Array.from({ length: 6 }, (_, number) => `test ${number}: ok`),
    ])
  })
})
