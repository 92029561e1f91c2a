import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { verifyUserToken } from '../../src/token/index.js'
import { failedResponse, openPage, serve, useBrowser } from './studio-view.js'

/** Runs a command. Not synchronously: the server is in this process. */
const run = promisify(execFile)
const browser = useBrowser()
const seed = { users: [{ username: 'zoe' }, { username: 'omar' }] }

test('the page Connect has what a first call needs, and shows that it arrived', async () => {
  const served = await serve({ seed })
  const { server } = served
  const page = await openPage(browser(), served)
  await page.goto(server.origin)
  await page.getByText(server.baseUrl(), { exact: true }).waitFor()
  await page.getByText('sandbox-key', { exact: true }).waitFor()
  await page.getByText('No requests yet.').waitFor()
  await page.getByRole('button', { name: 'Copy .env' }).click()
  const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>
  await expect.poll(copied).toBe(`SCEYT_BASE_URL=${server.baseUrl()}\nSCEYT_API_KEY=sandbox-key`)
  await page.getByText('Platform-Api-Key: sandbox-key').waitFor()
  await page.getByRole('button', { name: 'Copy curl' }).click()
  await expect.poll(copied).toContain('curl -H')
  const response = JSON.parse((await run('sh', ['-c', `${await copied()} -s`])).stdout)
  expect(response.total_count).toBe(2)
  await page.getByText('GET /v1/sandbox/users').waitFor()
})

test('a user gets a token', async () => {
  const served = await serve({ seed })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/connect?user=zoe`)
  await page.getByRole('button', { name: 'Create a token' }).click()
  const token = page.locator('section', { has: page.getByRole('heading', { name: 'User token' }) }).locator('pre')
  const { public_key: publicKey = '' } = await served.sceyt.application.get()
  expect(await verifyUserToken((await token.textContent()) ?? '', { publicKey })).toMatchObject({ username: 'zoe' })
  await page.getByLabel('User', { exact: true }).fill('nobody')
  await page.getByRole('button', { name: 'Create a token' }).click()
  await page.getByRole('alert').filter({ hasText: 'nobody' }).waitFor()
})

test('a snapshot is taken, restored in another browser, downloaded, restored from its file and deleted', async () => {
  const served = await serve({ seed })
  const [page, other] = [await openPage(browser(), served, {}, failedResponse), await openPage(browser(), served)]
  for (const each of [page, other]) await each.goto(`${served.server.origin}/#/world`)
  await page.getByLabel('Name').fill('two <users>')
  await page.getByRole('button', { name: 'Take a snapshot' }).click()
  await other.getByText('two <users>').waitFor()
  await served.sceyt.users.delete('zoe')
  await other.getByRole('button', { name: 'Restore', exact: true }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => served.sandbox.snapshot().apps['sandbox']?.users?.length).toBe(2)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download', exact: true }).click(),
  ])
  const json = await readFile(await download.path())
  await served.sceyt.users.delete('omar')
  const file = { name: 'saved.json', mimeType: 'application/json', buffer: json }
  await page.getByLabel('Restore from a file').setInputFiles(file)
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => served.sandbox.snapshot().apps['sandbox']?.users?.length).toBe(2)
  await page.getByLabel('Restore from a file').setInputFiles({ ...file, buffer: Buffer.from('{"apps":{"x":{}}}') })
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('dialog').getByRole('alert').filter({ hasText: 'There is no application "x"' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await other.getByText('No snapshots yet.').waitFor()
})

test('the clock is stopped, set, advanced and runs again', async () => {
  const served = await serve()
  const { clock } = served.sandbox
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByLabel('Stop at (UTC)').fill('2030-01-01T00:00:00Z')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByText('2030-01-01 00:00:00 UTC').waitFor()
  await page.getByText('stopped').waitFor()
  await page.getByRole('button', { name: '+ 1 day' }).click()
  await page.getByText('2030-01-02 00:00:00 UTC').waitFor()
  await page.getByLabel('Advance by').fill('-36')
  await page.getByLabel('Unit').selectOption('hours')
  await page.getByRole('button', { name: 'Advance', exact: true }).click()
  await expect.poll(() => clock.timestamp()).toBe('2029-12-31T12:00:00.000Z')
  clock.set('2031-05-05T05:05:05Z')
  await page.getByText('2031-05-05 05:05:05 UTC').waitFor()
  await page.getByLabel('Stop at (UTC)').fill('tomorrow')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'The time must be in the years 1970 to 9999' }).waitFor()
  await page.getByRole('button', { name: 'Real time' }).click()
  await page.getByText('running').waitFor()
})

test('a fault is added, shows what it hit, and is removed', async () => {
  const served = await serve({ seed })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/world`)
  const form = page.getByRole('form', { name: 'Add a fault' })
  await form.getByLabel('Status, 400 to 599').fill('200')
  await form.getByRole('button', { name: 'Add the fault' }).click()
  await form.getByRole('alert').filter({ hasText: 'status must be a whole number, 400 to 599' }).waitFor()
  await form.getByLabel('Status, 400 to 599').fill('429')
  await form.getByLabel('Retry-After').fill('3')
  await form.getByLabel('Times').fill('2')
  await form.getByLabel('Operation').selectOption('getUser')
  await form.getByRole('button', { name: 'Add the fault' }).click()
  await page.getByText('1. status 429 with Retry-After 3: getUser, 2 more times').waitFor()
  await expect(served.sceyt.users.get('zoe')).rejects.toThrow('429')
  await page.getByText('2. ').waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'hit 1 request' }).click()
  await expect.poll(() => page.locator('[data-row]').allTextContents()).toEqual(['/v1/sandbox/users/zoe'])
  await page.goBack()
  await page.getByRole('button', { name: 'Remove fault 1' }).click()
  await expect.poll(() => served.sandbox.faults.list).toEqual([])
})

test('a seed is added, and everything is reset after a question', async () => {
  const served = await serve({ seed })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/world`)
  const text = page.getByLabel(/^Seed to add/)
  await text.fill('{ "users": ')
  await page.getByRole('button', { name: 'Add the seed' }).click()
  await page.getByRole('alert').filter({ hasText: 'The seed is not JSON' }).waitFor()
  await text.fill('{ "users": [{ "username": "zoe" }] }')
  await page.getByRole('button', { name: 'Add the seed' }).click()
  await page.getByRole('alert').filter({ hasText: 'zoe' }).waitFor()
  await text.fill('{ "users": [{ "username": "lena" }] }')
  await page.getByRole('button', { name: 'Add the seed' }).click()
  await expect.poll(() => served.sandbox.snapshot().apps['sandbox']?.users?.length).toBe(3)
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click()
  await expect.poll(() => served.sandbox.snapshot().apps['sandbox']?.users?.length).toBe(2)
})
