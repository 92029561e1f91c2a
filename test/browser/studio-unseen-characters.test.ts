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
