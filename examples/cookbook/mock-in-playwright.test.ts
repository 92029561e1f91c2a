// Tests a page and its back end in a browser. The back end calls the sandbox, so any state and any failure can be set up.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from './express-app.js'

// The page under test. Serve yours from your own server, and sign in as you do there.
const html = `<!doctype html><form><input aria-label="Text"><button>Send</button></form><p role="status"></p>
<script>document.forms[0].onsubmit = async (event) => {
  event.preventDefault()
  const text = document.querySelector('input').value
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Request-User': 'zoe' }
  const response = await fetch('/channels/101437428530810880/messages', { method: 'POST', headers, body: JSON.stringify({ text }) })
  const { body, error } = await response.json()
  document.querySelector('p').textContent = error ?? 'Sent: ' + body
}</script>`

const channel = { id: '101437428530810880', type: 'public' as const, owner: 'zoe' }
const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }], channels: [channel] } })
const sceyt = createSceyt(sandbox.connection())
const server = createApp(sceyt).listen(0, '127.0.0.1')
let browser: Browser
let page: Page

beforeAll(async () => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  server.close()
})

beforeEach(async () => {
  sandbox.reset()
  if (!server.listening) await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  page = await browser.newPage()
  await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(origin)
})
afterEach(() => page.close())

test('A message that is sent in the page arrives.', async () => {
  await page.getByLabel('Text').fill('Բարեւ 🎉')
  await page.getByRole('button').click()
  await page.getByText('Sent: Բարեւ 🎉').waitFor()
  expect((await sceyt.messages.list(channel.id)).messages).toMatchObject([{ from: 'zoe', body: 'Բարեւ 🎉' }])
})

test('When the chat server fails, the page shows the error, and no message is sent.', async () => {
  sandbox.faults.add({ operation: 'sendMessage', status: 503, times: 1 })
  await page.getByLabel('Text').fill('Hello')
  await page.getByRole('button').click()
  await page.getByText('The chat server failed.').waitFor()
  expect((await sceyt.messages.list(channel.id)).messages).toEqual([])
})
