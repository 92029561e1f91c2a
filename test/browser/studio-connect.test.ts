import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build, type Platform } from 'esbuild'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { forPages } from '../../scripts/build/for-pages.js'
import { verifyUserToken } from '../../src/token/index.js'
import { serve } from '../lib/serve.js'
import { violationsOf } from './axe.js'
import { failedResponse, openPage, serve as serveSandbox, useBrowser } from './studio-view.js'

const browser = useBrowser()
const run = promisify(execFile)
const seed = { users: [{ username: 'zoe' }, { username: 'omar' }] }

/** Clicks on the button that copies a part of the page, and returns what it has copied. */
async function copy(page: Page, what: string): Promise<string> {
  await page.evaluate("navigator.clipboard.writeText('')")
  await page.getByRole('button', { name: `Copy ${what}`, exact: true }).click()
  const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>
  await expect.poll(copied).not.toBe('')
  return copied()
}

/** Bundles a program with the client. */
async function bundle(code: string, platform: Platform): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    alias: { 'sceyt-platform': join(root, 'src/index.ts') },
    plugins: platform === 'browser' ? [forPages] : [],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
  })
  return outputFiles[0]?.text ?? ''
}

test('the page has what a first call needs, and shows when it arrives', async () => {
  const served = await serveSandbox({ seed })
  const page = await openPage(browser(), served)
  await page.goto(served.server.origin)
  expect(await copy(page, 'Base URL')).toBe(served.server.baseUrl())
  expect(await copy(page, 'Application')).toBe('sandbox')
  expect(await copy(page, 'API key')).toBe('sandbox-key')
  const status = page.getByRole('status').filter({ hasText: /request|status/ })
  await status.getByText('No requests yet.').waitFor()
  await page.getByText("'Platform-Api-Key: sandbox-key'").waitFor()
  const { stdout } = await run('sh', ['-c', `${await copy(page, 'curl')} --silent`])
  expect(JSON.parse(stdout)).toMatchObject({ total_count: 2 })
  await status.getByText('It works: status 200').waitFor()
  await status.getByRole('link', { name: 'GET /v1/sandbox/users' }).click()
  await page.getByRole('dialog').waitFor()
})

test('the latest request is known after a return to the page, also one that failed, until the log is cleared', async () => {
  const served = await serveSandbox({ seed })
  const page = await openPage(browser(), served)
  await served.sceyt.users.list()
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByRole('link', { name: 'Connect' }).click()
  await page.getByText('It works: status 200').waitFor()
  await expect(served.sceyt.users.get('<b>nobody</b>')).rejects.toThrow('404')
  await page.getByText('The latest request failed: status 404. There is no user "<b>nobody</b>".').waitFor()
  await fetch(`${served.server.origin}/mistyped`)
  await page.getByRole('link', { name: 'GET /mistyped' }).waitFor()
  served.sandbox.journal.clear()
  await page.getByText('No requests yet.').waitFor()
})

test.each(['sandbox-key', "it's-#1-key"])(
  'the program for a server runs with the .env, and the key %s',
  async (apiKey) => {
    const served = await serveSandbox({ apps: [{ appId: 'sandbox', apiKey }], seed })
    const page = await openPage(browser(), served)
    await page.goto(served.server.origin)
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-first-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, '.env'), await copy(page, '.env'))
    await writeFile(join(folder, 'first.mjs'), await bundle(await copy(page, 'TypeScript, on a server'), 'node'))
    const { SCEYT_BASE_URL: _, SCEYT_API_KEY: __, ...env } = process.env
    const [command = '', ...options] = ((await page.getByText('node --env-file').textContent()) ?? '').split(' ')
    const { stdout } = await run(command, options, { cwd: folder, env })
    expect(stdout).toBe('zoe\nomar\n')
  },
)

test('the program for a page runs in one of another origin', async () => {
  const served = await serveSandbox({ seed })
  const page = await openPage(browser(), served)
  await page.goto(served.server.origin)
  const program = await bundle(await copy(page, 'TypeScript, in a browser'), 'browser')
  const { origin } = await serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<script type="module">${program}</script>`)
  })
  const other = await browser().newPage()
  onTestFinished(() => other.close())
  const lines: string[] = []
  other.on('console', (message) => lines.push(message.text()))
  await other.goto(origin)
  await expect.poll(() => lines).toEqual(['zoe', 'omar'])
  await page.getByText('It works: status 200').waitFor()
})

test('a user that is found as one types gets a token', async () => {
  const users = Array.from({ length: 200 }, (_user, index) => ({ username: `user-${index}` }))
  const served = await serveSandbox({ seed: { users: [...users, { username: 'زوي' }] } })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/connect?user=user-1`)
  const user = page.getByLabel('User', { exact: true })
  const options = () =>
    page.locator('datalist option').evaluateAll((all) => all.map((each) => each.getAttribute('value')))
  await user.fill('SER-17')
  await expect.poll(options).toEqual(['user-17', ...Array.from({ length: 10 }, (_user, index) => `user-17${index}`)])
  await user.fill('زو')
  await expect.poll(options).toEqual(['زوي'])
  await user.fill('زوي')
  await page.getByLabel('Expires after').selectOption('1 hour')
  await page.getByRole('button', { name: 'Create a token' }).click()
  await page.getByText(/^For زوي, valid until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/).waitFor()
  const { public_key: publicKey = '' } = await served.sceyt.application.get()
  const claims = await verifyUserToken(await copy(page, 'token'), { publicKey })
  expect(claims.username).toBe('زوي')
  expect(claims.expiresAt.getTime() - claims.issuedAt.getTime()).toBe(3_600_000)
  // Longer than what the server searches for.
  await user.fill(`user-1${'0'.repeat(300)}`)
  await expect.poll(options).toEqual([])
  await user.fill('nobody')
  await page.getByRole('button', { name: 'Create a token' }).click()
  await page.getByRole('alert').filter({ hasText: 'nobody' }).waitFor()
})

test('the page shows the application that is chosen', async () => {
  const apps = [
    { appId: 'first', apiKey: 'first-key' },
    { appId: 'second', apiKey: 'second-key' },
  ]
  const served = await serveSandbox({ apps })
  const page = await openPage(browser(), served)
  await page.goto(served.server.origin)
  await fetch(`${served.server.baseUrl('first')}/users`, { headers: { 'Platform-Api-Key': 'first-key' } })
  await page.getByText('It works: status 200').waitFor()
  await page.getByRole('combobox', { name: 'Application' }).selectOption('second')
  await page.getByText('No requests yet.').waitFor()
  expect(await copy(page, '.env')).toBe(`SCEYT_BASE_URL=${served.server.baseUrl('second')}\nSCEYT_API_KEY=second-key`)
  expect(await copy(page, 'curl')).toContain("'Platform-Api-Key: second-key'")
})

test('the page goes on when the server is back', async () => {
  const first = await serveSandbox({ seed })
  const page = await openPage(browser(), first, {}, /ERR_/)
  await page.goto(first.server.origin)
  await page.getByText('No requests yet.').waitFor()
  await first.server.close()
  await page.getByText('The sandbox is not responding.').waitFor()
  await page.getByText('SCEYT_API_KEY=sandbox-key').waitFor()
  const second = await serveSandbox({ seed }, Number(new URL(first.server.origin).port))
  await page.getByText('The sandbox is not responding.').waitFor({ state: 'hidden' })
  await second.sceyt.users.list()
  await page.getByText('It works: status 200').waitFor()
})

test.each(['light', 'dark'] as const)(
  'the page is accessible on a screen of 360 pixels, in %s mode',
  async (colorScheme) => {
    const served = await serveSandbox({ seed })
    const page = await openPage(browser(), served, { viewport: { width: 360, height: 800 }, colorScheme })
    await page.goto(`${served.server.origin}/#/connect?user=zoe`)
    await served.sceyt.users.list({ limit: 1 })
    await page.getByText('It works').waitFor()
    await page.getByRole('button', { name: 'Create a token' }).click()
    await page.getByText('For zoe').waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  },
)
