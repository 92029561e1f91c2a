import { expect, test } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import { failedResponse, openPage, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const zoe = { username: 'zoe', first_name: 'Zoe' }

test('100,000 users are searched, sorted and paged through', async () => {
  const users = Array.from({ length: 100_000 }, (_user, index) => ({
    username: `user_${index}`,
    first_name: `N${index % 7}`,
  }))
  const served = await serve({ seed: { users } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByText('1 to 100 of 100,000').waitFor()
  const names = () => page.locator('tbody [data-row]').allTextContents()
  expect(await names()).toHaveLength(100)
  await page.getByRole('link', { name: 'Last', exact: true }).click()
  await page.getByText('99,901 to 100,000 of 100,000').waitFor()
  await expect.poll(async () => (await names()).at(-1)).toBe('user_99999')
  await page.getByRole('button', { name: 'username' }).click()
  await page.getByRole('button', { name: 'username' }).click()
  await expect.poll(async () => (await names())[0]).toBe('user_99999')
  expect(await page.getByRole('columnheader', { name: 'username' }).getAttribute('aria-sort')).toBe('descending')
  await page.getByRole('searchbox').fill('user_9999')
  await page.getByText('11 of 100,000').waitFor()
  expect(await names()).toHaveLength(11)
  // A link shows the same.
  await page.reload()
  await page.getByText('11 of 100,000').waitFor()
  expect((await names())[0]).toBe('user_99999')
})

test('a user is created, edited and deleted through the API, and its errors are shown', async () => {
  const served = await serve({ seed: { users: [zoe] } })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: 'zoe' }).waitFor()
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: 'Create a user' })
  await form.getByLabel('username', { exact: true }).fill('zoe')
  await form.getByRole('button', { name: 'Create a user' }).click()
  await form.getByRole('alert').filter({ hasText: '409' }).waitFor()
  await form.getByLabel('username', { exact: true }).fill('username_new*user')
  await form.getByLabel('last_name', { exact: true }).fill('عمر')
  await form.getByLabel('Send first_name').check()
  await form.getByRole('button', { name: 'Create a user' }).click()
  await page.getByRole('button', { name: 'username_new*user' }).click()
  expect(await served.sceyt.users.get('username_new*user')).toMatchObject({ first_name: '', last_name: 'عمر' })
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByLabel('first_name', { exact: true }).fill('Omar')
  await drawer.getByRole('button', { name: 'Update a user' }).click()
  await drawer.getByText('Omar', { exact: true }).waitFor()
  // Only what was changed is sent.
  expect(served.sandbox.journal.entries.at(-1)).toMatchObject({
    operation: 'updateUser',
    body: '{"first_name":"Omar"}',
  })
  await drawer.getByRole('button', { name: 'Delete' }).click()
  await drawer.getByRole('button', { name: 'Delete a user' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await expect.poll(() => page.locator('[data-row]').allTextContents()).toEqual(['zoe'])
})

test('what a program changes appears, and an open row says that it was deleted', async () => {
  const served = await serve({ seed: { users: [zoe] } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users?open=zoe`)
  const drawer = page.getByRole('dialog', { name: 'zoe' })
  await drawer.getByText('Zoe', { exact: true }).waitFor()
  await served.sceyt.users.update('zoe', { first_name: 'Zoë' })
  await drawer.getByText('Zoë', { exact: true }).waitFor()
  await served.sceyt.users.create({ username: 'omar' })
  await served.sceyt.users.delete('zoe')
  await drawer.getByRole('status').getByText('This row was deleted. These are its last values.').waitFor()
  await drawer.getByText('Zoë', { exact: true }).waitFor()
  expect(await drawer.getByRole('button', { name: 'Edit' }).isDisabled()).toBe(true)
  expect(await drawer.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('[data-row]').allTextContents()).toEqual(['omar'])
  await page.goto(`${served.server.origin}/#/data/users?open=nobody`)
  await page.getByRole('dialog', { name: 'nobody' }).getByText('There is no such row.').waitFor()
})

test('the messages and members of a channel are shown, sent, added and removed', async () => {
  const served = await serve({
    seed: {
      users: [zoe, { username: 'omar' }],
      channels: [{ type: 'private', id: '101437428530810880', subject: 'Book club', owner: 'zoe' }],
    },
  })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/data/channels`)
  await page.getByRole('button', { name: '101437428530810880' }).click()
  const opened = page.getByRole('dialog', { name: 'Book club' })
  await opened.locator('header').getByText('101437428530810880', { exact: true }).waitFor()
  await opened.getByRole('link', { name: 'Messages' }).click()
  await page.getByRole('heading', { name: 'Book club' }).waitFor()
  await page.getByText('No messages yet.').waitFor()
  await page.getByRole('button', { name: 'New' }).click()
  const form = page.getByRole('form')
  await form.getByLabel('from', { exact: true }).fill('zoe')
  await form.getByLabel('body', { exact: true }).fill('Which chapter\nare we on?')
  await form.getByRole('button', { name: 'Send a message' }).click()
  await page.locator('[data-row]').click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('are we on?').waitFor()
  await drawer.getByRole('button', { name: 'Delete' }).click()
  await drawer.getByLabel('from', { exact: true }).fill('nobody')
  await drawer.getByRole('button', { name: 'Delete a message' }).click()
  await drawer.getByRole('alert').waitFor()
  await drawer.getByLabel('from', { exact: true }).fill('zoe')
  await drawer.getByRole('button', { name: 'Delete a message' }).click()
  await page.getByText('No messages yet.').waitFor()
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByRole('button', { name: 'zoe' }).waitFor()
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('form').getByLabel('members', { exact: true }).fill('[{"username":"omar"}]')
  await page.getByRole('form').getByRole('button', { name: 'Add members' }).click()
  await page.getByRole('button', { name: 'omar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove members' }).click()
  await expect.poll(() => page.locator('[data-row]').allTextContents()).toEqual(['zoe'])
})

test('a channel without a subject is named by its uri, and one without both by its id', async () => {
  const ids = ['101437428530810880', '101437428530810881']
  const [named = '', unnamed = ''] = ids
  const channels = [
    { type: 'public' as const, id: named, subject: ' ', uri: 'book_club', owner: 'zoe' },
    { type: 'private' as const, id: unnamed, owner: 'zoe' },
  ]
  const served = await serve({ seed: { users: [zoe], channels } })
  const page = await openPage(browser(), served)
  for (const [id, title, lines] of [
    [named, 'book_club', ['book_club', named]],
    [unnamed, unnamed, [unnamed]],
  ] as const) {
    await page.goto(`${served.server.origin}/#/data/channels?open=${id}`)
    const header = page.getByRole('dialog', { name: title }).locator('header > div > *')
    await expect.poll(() => header.allTextContents()).toEqual(lines)
  }
})

test('a file is uploaded, shown, downloaded and deleted', async () => {
  const served = await serve()
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/files`)
  await page.getByRole('button', { name: 'New' }).click()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const file = { name: 'a b.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) }
  await page.getByRole('form').getByLabel('files', { exact: true }).setInputFiles(file)
  await page.getByRole('form').getByRole('button', { name: 'Upload a file' }).click()
  await page.getByRole('button', { name: 'a b.svg' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: 'Preview' }).click()
  await drawer.getByRole('img', { name: 'a b.svg' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('a b.svg')
  await drawer.getByRole('button', { name: 'Delete' }).click()
  await drawer.getByRole('button', { name: 'Delete a file' }).click()
  await page.getByText('No files yet.').waitFor()
})

test('names of all kinds are text', async () => {
  const names = [
    '<script>alert(1)</script>',
    'evil\u202Etxt.exe',
    'x'.repeat(10_000),
    'username_new*user',
    'عمر',
    '🎉',
    'a/b?c#d',
  ]
  const served = await serve({ seed: { users: names.map((username) => ({ username, first_name: username })) } })
  const page = await openPage(browser(), served, { viewport: { width: 390, height: 844 } })
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: '<script>' }).waitFor()
  for (const name of names) {
    // Its mark is a part of what a screen reader says.
    const shown = name.slice(0, 200).replace('\u202E', 'U+202E\u202E')
    await page.getByRole('button', { name: shown, exact: true }).click()
    const drawer = page.getByRole('dialog')
    await expect.poll(() => drawer.getByRole('definition').first().textContent()).toBe(name)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  }
})

test('every collection of the demo world opens, with every row reachable by keys', async () => {
  const served = await serve({ seed: demo })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  const tabs = page.getByRole('navigation', { name: 'Collections' }).getByRole('link')
  await page.getByRole('link', { name: 'Users 41' }).waitFor()
  for (const tab of await tabs.all()) {
    await tab.click()
    const title = (await tab.textContent())?.replace(/ \d+$/, '') ?? ''
    await page.getByRole('table', { name: title, exact: true }).locator('[data-row]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Copy JSON' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
})
