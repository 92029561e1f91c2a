// Tests a page together with its back end in a browser: the back end runs on the sandbox, so every state and failure can be had.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from './express-app.js'

// The page under test. Yours comes from your own server, and signs in as it does there.
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
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
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

test('What is written arrives.', async () => {
  await page.getByLabel('Text').fill('Բարեւ 🎉')
  await page.getByRole('button').click()
  await page.getByText('Sent: Բարեւ 🎉').waitFor()
  expect((await sceyt.messages.list(channel.id)).messages).toMatchObject([{ from: 'zoe', body: 'Բարեւ 🎉' }])
})

test('When the chat fails, the page says so, and nothing was sent.', async () => {
  sandbox.faults.add({ operation: 'sendMessage', status: 503, times: 1 })
  await page.getByLabel('Text').fill('Hello')
  await page.getByRole('button').click()
  await page.getByText('The chat has failed.').waitFor()
  expect((await sceyt.messages.list(channel.id)).messages).toEqual([])
})
