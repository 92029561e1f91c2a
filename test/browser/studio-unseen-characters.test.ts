import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const name = 'evil\u202Etxt.exe'

/** What a reader sees in place of a character that is not seen, such as `U+202E`. */
function marksOf(place: Locator): Promise<string[]> {
  return place
    .locator('.unseen')
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, '::before').content.replaceAll('"', '')))
}

/** Whether the last letter of the name is at its end, and not turned to its middle. */
function endsInOrder(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const left = (offset: number, text = element.lastChild as Text) => {
      const range = document.createRange()
      range.setStart(text, offset)
      range.setEnd(text, offset + 1)
      return range.getBoundingClientRect().left
    }
    const { length } = element.lastChild?.textContent ?? ''
    return length > 1 && left(length - 1) > left(0)
  })
}

test('a character that is not seen has a mark, so that a name cannot pass for another one', async () => {
  const users = [name, 'evil\u200Btxt.exe', 'eviltxt.exe', 'نیم‌فاصله', '👩‍💻'].map((username) => ({ username }))
  const served = await serve({ seed: { users } })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.locator('[data-row]').nth(4).waitFor()
  const rows = await page.locator('[data-row]').all()
  expect(await Promise.all(rows.map(marksOf))).toEqual([['U+202E'], ['U+200B'], [], [], []])
  expect(await page.locator('[data-row]').allTextContents()).toEqual(users.map(({ username }) => username))
  const [row] = rows
  expect(await endsInOrder((row as Locator).locator('> bdi'))).toBe(true)
  await row?.click()
  const drawer = page.getByRole('dialog')
  const value = drawer.getByRole('definition').first()
  await value.waitFor()
  expect(await marksOf(drawer.getByRole('heading'))).toEqual(['U+202E'])
  expect(await marksOf(value)).toEqual(['U+202E'])
  expect(await endsInOrder(value.locator('> bdi'))).toBe(true)
})

test('the log shows such characters in paths, bodies and errors', async () => {
  const served = await serve({ seed: { users: [{ username: name }] } })
  await served.sceyt.users.get(`${name}?x=\u2066`).catch(() => {})
  await served.sceyt.users.update(name, { first_name: `a\u202Eb` })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/requests`)
  const rows = page.getByRole('row')
  await rows.nth(2).waitFor()
  expect(await marksOf(rows.nth(1))).toEqual(['U+202E'])
  // In its path, and in the reason why it was refused.
  expect(await marksOf(rows.nth(2))).toEqual(['U+202E', 'U+2066', 'U+202E', 'U+2066'])
  await rows.nth(1).getByRole('button').click()
  const request = page.getByRole('dialog').getByRole('region', { name: 'Request' })
  expect(await marksOf(request.locator('pre'))).toEqual(['U+202E'])
  await request.getByRole('button', { name: 'Copy request body' }).click()
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('a\u202Eb')
})

test('a field of a form names such characters below it, since its text can have no marks', async () => {
  const served = await serve({
    seed: { users: [{ username: name, first_name: 'a\u200Bb\u200Bc', last_name: 'Berg' }] },
  })
  const page = await openPage(browser(), served)
  await page.goto(`${served.server.origin}/#/data/users`)
  await page.locator('[data-row]').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('form')
  const first = form.getByLabel('first_name', { exact: true })
  const notes = form.getByText('Contains invisible characters')
  expect(await notes.allTextContents()).toEqual(['Contains invisible characters: U+200B'])
  const described = await first.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${described}"]`).textContent()).toContain('U+200B')
  await form.getByLabel('last_name', { exact: true }).fill('Berg\u202E\u200B')
  expect(await notes.last().textContent()).toBe('Contains invisible characters: U+202E, U+200B')
  await first.fill('abc')
  expect(await notes.count()).toBe(1)
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByLabel('Seed to add').fill('{ "users": [{ "username": "a\u2060b" }] }')
  await page.getByText('Contains invisible characters: U+2060').waitFor()
  const seed = page.getByRole('textbox', { name: 'Seed to add to sandbox, as JSON', exact: true })
  expect(await page.locator(`[id="${await seed.getAttribute('aria-describedby')}"]`).textContent()).toContain('U+2060')
})
