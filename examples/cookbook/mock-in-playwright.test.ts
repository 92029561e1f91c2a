// Tests a page and its back end in a browser. Both call the sandbox, so any state and any failure can be set up.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test as base, expect } from '@playwright/test'
import {
  type SandboxTestFixtures,
  type SandboxWorkerFixtures,
  sandboxFixtures,
} from 'sceyt-platform/sandbox/playwright'
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
const seed = { users: [{ username: 'zoe' }], channels: [channel] }
const test = base.extend<SandboxTestFixtures, SandboxWorkerFixtures>({
  ...sandboxFixtures({ seed }),
  baseURL: async ({ sceyt }, use) => {
    const server = createApp(sceyt).listen(0, '127.0.0.1')
    await once(server, 'listening')
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.close()
  },
})

test.beforeEach(async ({ page }) => {
  await page.route('/', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto('/')
})

test('A message that is sent in the page arrives.', async ({ page, sceyt }) => {
  await page.getByLabel('Text').fill('Բարեւ 🎉')
  await page.getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('Sent: Բարեւ 🎉')
  expect((await sceyt.messages.list(channel.id)).messages).toMatchObject([{ from: 'zoe', body: 'Բարեւ 🎉' }])
})

test('When the chat server fails, the page shows the error, and no message is sent.', async ({
  page,
  sandbox,
  sceyt,
}) => {
  sandbox.faults.add({ operation: 'sendMessage', status: 503, times: 1 })
  await page.getByLabel('Text').fill('Hello')
  await page.getByRole('button').click()
  await expect(page.getByRole('status')).toHaveText('The chat server failed.')
  expect((await sceyt.messages.list(channel.id)).messages).toEqual([])
})
