import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from './axe.js'
import { failedResponse, openPage, type Served, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const seed = { users: [{ username: 'zoe' }, { username: 'omar' }] }

/** Opens the page World. The server may reject what it does. */
async function openWorld(served: Served, options = {}): Promise<Page> {
  const page = await openPage(browser(), served, options, failedResponse)
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByRole('heading', { name: 'Snapshots' }).waitFor()
  return page
}

function panel(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

function countUsers({ sandbox }: Served, appId = 'sandbox'): number | undefined {
  return sandbox.snapshot().apps[appId]?.users?.length
}

/** Opens the dialog of a button, and confirms it. */
async function confirm(page: Page, button: Locator, answer: string): Promise<void> {
  await button.click()
  await page.getByRole('dialog').getByRole('button', { name: answer, exact: true }).click()
}

test('a snapshot is taken, restored in another browser and deleted', async () => {
  const served = await serve({ seed })
  const [page, other] = [await openWorld(served), await openWorld(served)]
  await page.getByLabel('Name').fill('two <users>')
  await page.getByRole('button', { name: 'Take a snapshot' }).click()
  await other.getByText('two <users>').waitFor()
  await served.sceyt.users.delete('zoe')
  await confirm(other, other.getByRole('button', { name: 'Restore two <users>' }), 'Restore')
  await expect.poll(() => countUsers(served)).toBe(2)
  await confirm(page, page.getByRole('button', { name: 'Delete two <users>' }), 'Delete')
  for (const each of [page, other]) await each.getByText('No snapshots yet.').waitFor()
})

test('a snapshot needs a name, and one that would be replaced says so', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  const [name, take] = [page.getByLabel('Name'), page.getByRole('button', { name: 'Take a snapshot' })]
  await name.fill('   ')
  await take.click()
  expect(await name.evaluate((field) => field.matches(':invalid:focus'))).toBe(true)
  await name.fill('before')
  await take.click()
  await page.getByRole('listitem').filter({ hasText: 'before' }).waitFor()
  await name.fill(' before ')
  await page.getByRole('button', { name: 'Replace the snapshot' }).click()
  await expect.poll(() => name.inputValue()).toBe('')
  expect(await page.getByRole('listitem').count()).toBe(1)
})

test('a snapshot is downloaded, and restored from its file', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  const download = async (link: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
    return { name: file.suggestedFilename(), buffer: await readFile(await file.path()) }
  }
  await page.getByLabel('Name').fill('before')
  await page.getByRole('button', { name: 'Take a snapshot' }).click()
  const named = await download('Download before')
  await served.sceyt.users.delete('zoe')
  const present = await download('Download the current world')
  expect([named.name, present.name]).toEqual(['before.json', 'snapshot.json'])
  const restore = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Restore from a file').setInputFiles({ name, mimeType: 'application/json', buffer })
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  }
  for (const [file, count] of [[named, 2] as const, [present, 1] as const]) {
    await restore(file.name, file.buffer)
    await expect.poll(() => countUsers(served)).toBe(count)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  for (const [text, problem] of [
    ['{"apps":{"x":{}}}', 'There is no application "x"'],
    ['{', 'saved.json is not JSON'],
  ] as const) {
    await restore('saved.json', Buffer.from(text))
    await page.getByRole('dialog').getByRole('alert').filter({ hasText: problem }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
})

test('the clock is stopped, set, advanced and runs again', async () => {
  const served = await serve()
  const { clock } = served.sandbox
  const page = await openWorld(served)
  const shown = page.getByRole('time')
  const first = await shown.textContent()
  await expect.poll(() => shown.textContent()).not.toBe(first)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('stopped').waitFor()
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(30_000)
  await page.getByLabel('Stop at (UTC)').fill('2030-01-01T00:00:00')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByText('2030-01-01 00:00:00 UTC').waitFor()
  for (const [step, time] of [
    ['1 day', '2030-01-02 00:00:00 UTC'],
    ['1 hour', '2030-01-02 01:00:00 UTC'],
    ['1 minute', '2030-01-02 01:01:00 UTC'],
  ] as const) {
    await page.getByRole('button', { name: `+ ${step}` }).click()
    await page.getByText(time).waitFor()
  }
  await page.getByLabel('Advance by').fill('-36.5')
  await page.getByLabel('Unit').selectOption('hours')
  await page.getByRole('button', { name: 'Advance', exact: true }).click()
  await expect.poll(() => clock.timestamp()).toBe('2029-12-31T12:31:00.000Z')
  clock.set('2031-05-05T05:05:05Z')
  await page.getByText('2031-05-05 05:05:05 UTC').waitFor()
  await page.getByLabel('Stop at (UTC)').fill('1900-01-01T00:00:00')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await panel(page, 'Clock')
    .getByRole('alert')
    .filter({ hasText: 'The time must be in the years 1970 to 9999' })
    .waitFor()
  await page.getByRole('button', { name: 'Real time' }).click()
  await page.getByText('running').waitFor()
})

test('a seed is added from a text or a file, and an error is shown beside it', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  const text = page.getByLabel(/^Seed to add/)
  const add = page.getByRole('button', { name: 'Add the seed' })
  const alert = page.getByRole('form', { name: 'Seed' }).getByRole('alert')
  await text.fill('{ "users": ')
  await add.click()
  await alert.filter({ hasText: 'The seed is not JSON' }).waitFor()
  await text.fill('{ "users": [{ "username": "zoe" }] }')
  await add.click()
  await alert.filter({ hasText: 'zoe' }).waitFor()
  await text.fill('{ "users": [{ "username": "lena" }] }')
  await add.click()
  await expect.poll(() => countUsers(served)).toBe(3)
  await expect.poll(() => text.inputValue()).toBe('')
  const buffer = Buffer.from('{ "users": [{ "username": "mia" }] }')
  await page.getByLabel('Or choose a file').setInputFiles({ name: 'seed.json', mimeType: 'application/json', buffer })
  await add.click()
  await expect.poll(() => countUsers(served)).toBe(4)
})

test('what is typed while a snapshot or a fault is added stays', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  for (const [label, first, next, button] of [
    ['Name', 'before', 'after', 'Take a snapshot'],
    ['Latency (milliseconds)', '1', '2', 'Add the fault'],
  ] as const) {
    const field = page.getByLabel(label)
    let answer = () => {}
    const typed = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/_sandbox/**', async (route) => {
      if (route.request().method() !== 'GET') await typed
      await route.continue()
    })
    await field.fill(first)
    const added = page.waitForResponse((response) => response.request().method() !== 'GET')
    await page.getByRole('button', { name: button }).click()
    await field.fill(next)
    answer()
    await added
    await expect.poll(() => page.getByRole('button', { name: button }).isEnabled()).toBe(true)
    expect(await field.inputValue()).toBe(next)
    await page.unroute('**/_sandbox/**')
  }
})

test('another file can be chosen as soon as the dialog of one is closed', async () => {
  const page = await openWorld(await serve({ seed }))
  const input = page.getByLabel('Restore from a file')
  await input.setInputFiles({ name: 'first.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await page.getByRole('dialog', { name: 'Restore first.json?' }).waitFor()
  // In one task, before the event of the dialog.
  await input.evaluate((field: HTMLInputElement) => {
    const files = new DataTransfer()
    files.items.add(new File(['{}'], 'second.json'))
    document.querySelector('dialog')?.close()
    field.files = files.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page.getByRole('dialog', { name: 'Restore second.json?' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('one application is reset, or everything', async () => {
  const apps = [
    { appId: 'first', apiKey: 'first-key' },
    { appId: 'second', apiKey: 'second-key' },
  ]
  const served = await serve({ apps })
  const { sandbox } = served
  for (const { appId } of apps) sandbox.seed(seed, appId)
  const page = await openWorld(served)
  await page.getByRole('combobox', { name: 'Application' }).selectOption('second')
  await confirm(page, page.getByRole('button', { name: 'Reset second' }), 'Reset')
  await expect.poll(() => countUsers(served, 'second')).toBe(0)
  expect(countUsers(served, 'first')).toBe(2)
  sandbox.faults.add({ status: 500 })
  await page.getByRole('button', { name: 'Reset everything' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  expect(countUsers(served, 'first')).toBe(2)
  expect(await page.getByRole('button', { name: 'Reset everything' }).evaluate((each) => each.matches(':focus'))).toBe(
    true,
  )
  await confirm(page, page.getByRole('button', { name: 'Reset everything' }), 'Reset')
  await expect.poll(() => countUsers(served, 'first')).toBe(0)
  await page.getByText('No faults.').waitFor()
})

test('the page does not move while it loads, and shows a world that keeps changing', async () => {
  const served = await serve({ seed, faults: [{ latency: 1 }, { latency: 2, operation: 'getUser' }] })
  const page = await openPage(browser(), served)
  await page.addInitScript(`
    window.shifts = []
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
    observer.observe({ type: 'layout-shift', buffered: true })
  `)
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByText('2. 2 ms of latency').waitFor()
  // A digit of the clock may be a little wider than the one before.
  expect(await page.evaluate('shifts.reduce((sum, value) => sum + value, 0)')).toBeLessThan(0.001)
  await page.route('**/_sandbox/faults', async (route) => {
    const response = await route.fetch()
    // Longer than the time between two reads.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.fulfill({ response })
  })
  const { clock } = served.sandbox
  clock.set('2030-01-01T00:00:00Z')
  const timer = setInterval(() => clock.advance(1_000), 50)
  await page
    .getByText('2030-01-01 00:0')
    .waitFor()
    .finally(() => clearInterval(timer))
})

test.each(['light', 'dark'] as const)(
  'hostile names stay text, and the page is accessible in %s mode',
  async (colorScheme) => {
    const served = await serve({ seed, faults: [{ status: 500, headers: { 'X-Long': 'x'.repeat(1000) } }] })
    const page = await openWorld(served, { viewport: { width: 360, height: 800 }, colorScheme })
    const names = [`<img src=x onerror=alert(1)>\u202e${'x'.repeat(60)}`, 'مرحبا']
    for (const name of names) {
      await page.getByLabel('Name').fill(name)
      await page.getByRole('button', { name: 'Take a snapshot' }).click()
      await page.getByRole('listitem').filter({ hasText: name }).waitFor()
    }
    expect(await violationsOf(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.getByRole('button', { name: 'Delete مرحبا' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violationsOf(page)).toEqual([])
  },
)
