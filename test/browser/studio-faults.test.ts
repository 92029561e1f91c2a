import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { failedResponse, openPage, type Served, serve, useBrowser } from './studio-view.js'

const browser = useBrowser()
const seed = { users: [{ username: 'zoe' }, { username: 'omar' }] }

/** Opens the page World. The server may reject what it does. */
async function openWorld(served: Served): Promise<Page> {
  const page = await openPage(browser(), served, {}, failedResponse)
  await page.goto(`${served.server.origin}/#/world`)
  await page.getByRole('heading', { name: 'Faults' }).waitFor()
  return page
}

test('a fault is added, shows what it hit and that it has ended, and is removed', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  const form = page.getByRole('form', { name: 'Add a fault' })
  const add = form.getByRole('button', { name: 'Add the fault' })
  await form.getByLabel('Status (400 to 599)').fill('200')
  await add.click()
  await form.getByRole('alert').filter({ hasText: 'status must be a whole number, 400 to 599' }).waitFor()
  await form.getByLabel('Status (400 to 599)').fill('429')
  await form.getByLabel('Retry-After').fill('3')
  await form.getByLabel('Times').fill('2')
  await form.getByLabel('Operation').selectOption('getUser')
  await add.click()
  await page.getByText('1. status 429 with Retry-After 3: getUser, 2 more times').waitFor()
  // The next fault begins with an empty form.
  await expect.poll(() => form.getByLabel('Status (400 to 599)').inputValue()).toBe('503')
  for (const field of ['Retry-After', 'Times', 'Operation'])
    expect(await form.getByLabel(field).inputValue(), field).toBe('')
  await expect(served.sceyt.users.get('zoe')).rejects.toThrow('429')
  await page.getByText('1 more time').waitFor()
  await page.getByRole('link', { name: 'hit 1 request' }).waitFor()
  await expect(served.sceyt.users.get('omar')).rejects.toThrow('429')
  await page.getByText('ended, hit 2 requests').waitFor()
  await page.getByText('1. Status 429 with Retry-After 3: getUser', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'hit 2 requests' }).click()
  await page.waitForURL('**/#/requests?fault=1&apps=all')
  await page.goBack()
  await page.getByRole('button', { name: 'Remove fault 1' }).click()
  await page.getByText('No faults.').waitFor()
})

test('every kind of fault can be added, and all are removed at once', async () => {
  const served = await serve({ seed })
  const page = await openWorld(served)
  const form = page.getByRole('form', { name: 'Add a fault' })
  const add = async (kind: string, fields: Readonly<Record<string, string>> = {}) => {
    await form.getByLabel('What happens').selectOption({ label: kind })
    for (const [name, text] of Object.entries(fields)) await form.getByRole('textbox', { name }).fill(text)
    await form.getByRole('button', { name: 'Add the fault' }).click()
  }
  await add('Respond with a status', { Headers: '{ "X-Request-Id": "<a>" }' })
  await page.getByText('1. status 503, headers X-Request-Id: all operations').waitFor()
  await add('Break the connection before the request is carried out', { Rate: '0.25' })
  await page
    .getByText('2. connection broken before the request is carried out: all operations, 25% of requests')
    .waitFor()
  await add('Break the connection after the request is carried out', { Rate: '' })
  await page.getByText('3. connection broken after the request is carried out: all operations').waitFor()
  await add('Cut off the response halfway', { Headers: '' })
  await page.getByText('4. response cut off halfway: all operations').waitFor()
  await add('Only add latency or headers', { Latency: '250' })
  await page.getByText('5. 250 ms of latency: all operations').waitFor()
  expect(served.sandbox.faults.list).toEqual([
    { status: 503, headers: { 'X-Request-Id': '<a>' } },
    { reset: 'before', rate: 0.25 },
    { reset: 'after' },
    { cut: true },
    { latency: 250 },
  ])
  await add('Only add latency or headers', { Headers: '{' })
  await form.getByRole('alert').filter({ hasText: 'The value of Headers is not JSON' }).waitFor()
  await page.getByRole('button', { name: 'Remove all' }).click()
  await page.getByText('No faults.').waitFor()
})
