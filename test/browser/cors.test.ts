import { access, constants } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen, type SandboxServer } from '../../src/sandbox/node/index.js'
import { serve } from '../lib/serve.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

let browser: Browser

beforeAll(async () => {
  await access(executablePath, constants.X_OK).catch((cause) => {
    throw new Error(`No browser found at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
      cause,
    })
  })
  const rules = '--host-resolver-rules=MAP docs.example 127.0.0.1'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', rules] })
})

afterAll(() => browser.close())

/** Serves a sandbox, and opens a page of another origin. */
async function visit(host: string): Promise<{ sandbox: Sandbox; server: SandboxServer; page: Page }> {
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] }, rateLimit: { requests: 9, window: 60_000 } })
  const server = await listen(sandbox)
  onTestFinished(() => server.close())
  const { origin } = await serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>Other</title><a href="${server.origin}/">Sandbox</a>`)
  })
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(origin.replace('127.0.0.1', host))
  return { sandbox, server, page }
}

test('a page of this machine calls the sandbox with credentials, and reads the headers of errors too', async () => {
  const { sandbox, server, page } = await visit('localhost')
  sandbox.faults.add({ operation: 'listRoles', status: 503, headers: { 'X-Request-Id': 'req-1' } })
  const seen = await page.evaluate(async (baseUrl) => {
    const call = async (path: string, init: RequestInit = {}) => {
      const headers = { 'Platform-Api-Key': 'sandbox-key', 'Content-Type': 'application/json' }
      const response = await fetch(baseUrl + path, { credentials: 'include', headers, ...init })
      return [
        response.status,
        response.headers.get('RateLimit-Remaining'),
        response.headers.get('X-Request-Id'),
        response.headers.has('Date'),
      ]
    }
    return [
      await call('/users'),
      await call('/users/zoe', { method: 'PUT', body: '{"first_name":"Zoe"}' }),
      await call('/users/omar'),
      await call('/roles'),
      await call('/users', { headers: {} }),
    ]
  }, server.baseUrl())
  expect(seen).toEqual([
    [200, '8', null, true],
    [200, '7', null, true],
    [404, '6', null, true],
    [503, null, 'req-1', true],
    [401, null, null, true],
  ])
})

test('a page elsewhere reads the document and calls the API, and cannot use the controls', async () => {
  const { sandbox, server, page } = await visit('docs.example')
  sandbox.seed({ users: [{ username: 'omar' }] })
  const seen = await page.evaluate(
    async ({ origin, baseUrl }) => {
      const document = await (await fetch(`${origin}/openapi.json`)).json()
      const users = await (await fetch(`${baseUrl}/users`, { headers: { 'Platform-Api-Key': 'sandbox-key' } })).json()
      const reset = await fetch(`${origin}/_sandbox/reset`, { method: 'POST', mode: 'no-cors' }).catch(String)
      const image = new Image()
      image.src = `${origin}/_sandbox/snapshot`
      await image.decode().catch(() => undefined)
      const read = await fetch(`${origin}/`).catch(String)
      return [document.servers[0].url, users.total_count, String(reset), String(read)]
    },
    { origin: server.origin, baseUrl: server.baseUrl() },
  )
  expect(seen).toEqual([server.baseUrl(), 2, 'TypeError: Failed to fetch', 'TypeError: Failed to fetch'])
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
})

test('a user who follows a link from another site sees the key and the requests', async () => {
  const { page } = await visit('docs.example')
  await page.getByRole('link', { name: 'Sandbox' }).click()
  await page.getByText('sandbox-key', { exact: true }).waitFor()
  await page.getByText('No requests yet.').waitFor()
})
