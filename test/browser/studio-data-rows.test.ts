import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { failedResponse, openPage, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const users = (count: number) => Array.from({ length: count }, (_user, index) => ({ username: `u${index + 1}` }))
const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()')

test('50 users are all on one page, which has no pager', async () => {
  const served = await serve({ seed: { users: users(50) } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('link', { name: 'Users 50' }).waitFor()
  await page.getByRole('status').filter({ hasText: /^50$/ }).waitFor()
  expect(await page.locator('[data-row]').allTextContents()).toEqual(users(50).map(({ username }) => username))
  expect(await page.getByRole('navigation', { name: 'Pagination' }).count()).toBe(0)
  await page.keyboard.press('End')
  expect(await focused(page)).toBe('u50')
  await page.getByRole('searchbox').fill('u5')
  await page
    .getByRole('status')
    .filter({ hasText: /^2 of 50$/ })
    .waitFor()
  expect(await page.locator('[data-row]').allTextContents()).toEqual(['u5', 'u50'])
})

test('a click beside a form does not lose what is typed into it', async () => {
  const served = await serve({ seed: { users: users(2) } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users?open=u2`)
  const drawer = page.getByRole('dialog', { name: 'u2' })
  await drawer.getByRole('button', { name: 'Edit' }).click()
  const field = drawer.getByLabel('first_name', { exact: true })
  await field.fill('Written')
  await page.mouse.click(100, 500)
  expect(await field.inputValue()).toBe('Written')
  await drawer.getByRole('button', { name: 'Cancel' }).click()
  await page.mouse.click(100, 500)
  await drawer.waitFor({ state: 'detached' })
})

test('a link opens the row that it names, among any number of others', async () => {
  // Each has the text `u1`, and is before it in the order by username.
  const before = Array.from({ length: 600 }, (_user, index) => ({ username: `a${index}`, first_name: 'u1' }))
  const served = await serve({ seed: { users: [...before, { username: 'u1', last_name: 'Sought' }] } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users?open=u1`)
  await page.getByRole('dialog', { name: 'u1' }).getByText('Sought').waitFor()
  // Longer than a URL may be.
  const long = '🎉'.repeat(5_000)
  served.sandbox.seed({ users: [{ username: long, last_name: 'Long' }] })
  await page.goto(`${served.server.origin}/#/data/users?open=${encodeURIComponent(long)}`)
  await page.getByRole('dialog').getByText('Long', { exact: true }).waitFor()
})

test('the header of the table stays while its rows scroll, and each page begins at its top', async () => {
  const served = await serve({ seed: { users: users(250) } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: 'u100', exact: true }).scrollIntoViewIfNeeded()
  const header = page.getByRole('columnheader', { name: 'username' })
  await expect.poll(async () => (await header.boundingBox())?.y ?? -1).toBeGreaterThan(0)
  expect(await page.getByRole('button', { name: 'u1', exact: true }).boundingBox()).toMatchObject({
    y: expect.toSatisfy((y: number) => y < 0),
  })
  await page.getByRole('link', { name: 'Next' }).click()
  await page.getByText('101 to 200 of 250').waitFor()
  const first = await page.getByRole('button', { name: 'u101', exact: true }).boundingBox()
  const head = await header.boundingBox()
  expect(first?.y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0) - 2)
})

test('the focus stays on the pager, and goes to the next row after a deletion', async () => {
  const served = await serve({ seed: { users: users(201) } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('link', { name: 'Next' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('101 to 200 of 201').waitFor()
  expect(await focused(page)).toBe('Next')
  await page.keyboard.press('Enter')
  await page.getByText('201 to 201 of 201').waitFor()
  expect(await focused(page)).toBe('Next')
  const remove = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name })
    await drawer.getByRole('button', { name: 'Delete' }).click()
    await drawer.getByRole('button', { name: 'Delete a user' }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
  }
  await remove('u201')
  // It was the only one on its page.
  await page.getByText('101 to 200 of 200').waitFor()
  await expect.poll(() => focused(page)).toBe('u101')
  await remove('u150')
  await expect.poll(() => focused(page)).toBe('u151')
  await remove('u200')
  await expect.poll(() => focused(page)).toBe('u199')
  // What another program deletes does not take the focus away either.
  await served.sceyt.users.delete('u199')
  await expect.poll(() => focused(page)).toBe('u198')
})

test('a form has the focus while it is open, and its button afterwards', async () => {
  const served = await serve({ seed: { users: users(3) } })
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.getByRole('button', { name: 'u2' }).click()
  const drawer = page.getByRole('dialog', { name: 'u2' })
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await page.keyboard.type('Zoe')
  await page.keyboard.press('Tab')
  expect(await drawer.getByLabel('first_name', { exact: true }).inputValue()).toBe('Zoe')
  await drawer.getByRole('button', { name: 'Cancel' }).click()
  expect(await focused(page)).toBe('Edit')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('u2')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('form').getByLabel('username', { exact: true }).waitFor()
  // Its description is that of the document.
  await page.getByRole('dialog').locator('code').getByText('users.upsert', { exact: true }).waitFor()
  await page.keyboard.type('u4')
  await page.keyboard.press('Tab')
  await page.getByRole('form').getByRole('button', { name: 'Create a user' }).click()
  await page.getByRole('button', { name: 'u4' }).waitFor()
  expect(await focused(page)).toBe('New')
})

test('a form whose row another program deletes cannot be sent, and keeps its text', async () => {
  const served = await serve({ seed: { users: users(2) } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users?open=u2`)
  const drawer = page.getByRole('dialog', { name: 'u2' })
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByLabel('first_name', { exact: true }).fill('Written')
  await served.sceyt.users.delete('u2')
  await drawer.getByText('This row was deleted.').waitFor()
  expect(await drawer.getByLabel('first_name', { exact: true }).inputValue()).toBe('Written')
  expect(await drawer.getByRole('button', { name: 'Update a user' }).isDisabled()).toBe(true)
})

test('files are uploaded by drop, and shown with their type and size', async () => {
  const served = await serve()
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/files`)
  await page.getByText('Drop files anywhere').waitFor()
  const drop = () =>
    page.evaluate(`{
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'.repeat(1_500)], 'a.txt', { type: 'text/plain' }))
      dataTransfer.items.add(new File(['y'], 'b <i>.svg', { type: 'image/svg+xml' }))
      for (const type of ['dragover', 'drop'])
        document.querySelector('h1').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }`)
  await drop()
  await page.getByText('Uploaded 2 files').waitFor()
  const cells = () => page.locator('tbody td').allTextContents()
  await expect.poll(cells).toEqual(['a.txt', 'text/plain', '1.5 kB', 'b <i>.svg', 'image/svg+xml', '1 byte'])
  await page.getByRole('columnheader', { name: 'size' }).waitFor()
})
