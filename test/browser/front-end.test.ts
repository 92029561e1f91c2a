import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { access, constants, cp, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { test as base, describe, expect, onTestFinished, vi } from 'vitest'
import { demo } from '../../src/sandbox/demo/index.js'
import type { Seed, Snapshot } from '../../src/sandbox/index.js'
import { listen } from '../lib/serve.js'
import { violationsOf } from './axe.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const example = join(root, 'examples/front-end')
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

// A build can be slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** The demo, hostile texts and links, and more channels than fit on one page. */
const hostile: Seed = {
  ...demo,
  channels: [
    {
      type: 'public',
      uri: 'harmful',
      subject: '<img src="https://harm.example/subject" onerror="document.title = 1">',
      avatar: 'https://harm.example/avatar.png',
      owner: 'zoe',
      messages: [
        {
          from: 'zoe',
          body: '<img src="https://harm.example/body" onerror="document.title = 2">',
          attachments: [
            { name: 'script', url: 'javascript:alert(1)' },
            { name: 'picture', url: 'https://harm.example/picture.png', type: 'image', size: 1200 },
          ],
        },
      ],
    },
    ...(demo.channels ?? []),
    ...Array.from({ length: 10 }, (_, index) => ({ type: 'private' as const, subject: `Room ${index}`, owner: 'zoe' })),
  ],
}

/** A page in its own browser context, with its requests and errors. */
interface Visit {
  page: Page
  /** Opens another page in the same context. */
  another(): Promise<Page>
  requests: string[]
  errors: string[]
}

const test = base
  .extend('executablePath', { scope: 'file' }, async () => {
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(`No browser at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
        cause,
      })
    })
    return executablePath
  })
  .extend('browser', { scope: 'file' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('ready', { scope: 'file' }, async () => {
    for (const [path, remedy] of [
      [join(root, 'dist/src/sandbox/msw/index.js'), 'npm run build'],
      [join(example, 'node_modules/vite'), 'npm --prefix examples/front-end ci'],
    ] as const)
      await access(path).catch((cause) => {
        throw new Error(`The example cannot be built without ${relative(root, path)}: run \`${remedy}\` first.`, {
          cause,
        })
      })
    return true
  })
  .extend('site', { scope: 'file' }, async ({ ready }, { onCleanup }) => {
    expect(ready).toBe(true)
    const site = await servePage(await build())
    onCleanup(site.close)
    return site
  })
  .extend('visit', async ({ browser, site }, { onCleanup }): Promise<Visit> => {
    const visit = await open(browser, site.origin)
    onCleanup(() => visit.page.context().close())
    return visit
  })
  .extend('sandbox', { scope: 'file' }, async ({ ready }, { onCleanup }) => {
    expect(ready).toBe(true)
    const sandbox = await startSandbox(hostile)
    onCleanup(sandbox.stop)
    return sandbox
  })
  .extend('server', { scope: 'file' }, async ({ sandbox }, { onCleanup }) => {
    const site = await servePage(
      await build(`export const connect = () => onServer('${sandbox.baseUrl}', 'sandbox-key')`),
    )
    onCleanup(site.close)
    return { ...site, sandbox }
  })
  .extend('guest', async ({ browser, server }, { onCleanup }): Promise<Visit> => {
    const visit = await open(browser, server.origin)
    onCleanup(() => visit.page.context().close())
    return visit
  })

describe('in the page', () => {
  test.afterEach(async ({ site, visit: { page, requests, errors } }) => {
    await page.goto('about:blank')
    expect(errors).toEqual([])
    // The service worker responds to API requests. Once a page is left, it passes on those that wait for a response.
    expect(requests.filter((url) => !url.startsWith(`${site.origin}/`) && !/^(about|data|blob):/.test(url))).toEqual([])
    expect(requests.filter((url) => url.startsWith(`${site.origin}/v1/`)).length).toBeGreaterThan(0)
    expect(site.requests.filter((request) => /^(?!GET )\S+ \/v1\//.test(request))).toEqual([])
  })

  test('channels are listed, and filtered by kind and by subject', async ({ visit: { page } }) => {
    await page.getByText('16 of 16 channels').waitFor()
    const links = page.getByRole('navigation').getByRole('link')
    expect(await links.count()).toBe(16)
    await page.getByLabel('Kind').selectOption('direct')
    await page.getByText('3 of 3 channels').waitFor()
    expect(await links.first().textContent()).toContain('민준 김')
    await page.getByLabel('Kind').selectOption('')
    await page.getByLabel('Subject contains').fill('club')
    await page.getByText('1 of 1 channels').waitFor()
    expect(await links.textContent()).toContain('Book club')
    await page.getByLabel('Subject contains').fill('no such thing')
    await page.getByText('0 of 0 channels').waitFor()
    expect(await links.count()).toBe(0)
  })

  test('a channel shows its owner, its number of members, and the newest messages at the bottom', async ({
    visit: { page },
  }) => {
    await enter(page, 'Book club')
    expect(await plainText(page.locator('#about'))).toBe('Public · book_club · 30 members · owned by Zoe Papadaki')
    expect(await messages(page).last().textContent()).toContain('¡Nos vemos el jueves!')
    expect(await isFullyVisible(messages(page).last())).toBe(true)
    expect(
      await page
        .locator('#messages img, #channels img')
        .evaluateAll((images: HTMLImageElement[]) => images.map((image) => image.naturalWidth > 0)),
    ).not.toContain(false)
  })

  test('older messages load page by page, up to the first one, and the scroll position stays', async ({
    visit: { page },
  }) => {
    await enter(page, 'Book club')
    const older = page.getByRole('button', { name: 'Older messages' })
    const total = demo.channels?.find(({ uri }) => uri === 'book_club')?.messages?.length ?? 0
    for (let count = await messages(page).count(); count < total; ) {
      const first = page.locator('#messages > li').first()
      const read = await first.elementHandle()
      await older.scrollIntoViewIfNeeded()
      const before = await read?.boundingBox()
      await older.click()
      await expect.poll(() => messages(page).count()).toBeGreaterThan(count)
      count = await messages(page).count()
      expect((await read?.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
    }
    expect(await messages(page).first().textContent()).toContain('Which chapter are we on?')
    expect(await older.isVisible()).toBe(false)
    const bodies = await page.locator('#messages .body').allTextContents()
    expect(bodies).toEqual(demo.channels?.find(({ uri }) => uri === 'book_club')?.messages?.map(({ body }) => body))
  })

  test('a message is sent, edited, kept across a reload, deleted, and removed by a reset', async ({
    visit: { page },
  }) => {
    await enter(page, 'Book club')
    await page.getByLabel('You are').selectOption('omar')
    await page.getByRole('textbox', { name: /Message from .*omar/ }).fill('First words')
    await page.getByRole('button', { name: 'Send' }).click()
    const last = messages(page).last()
    await last.getByText('First words').waitFor()
    expect(await isFullyVisible(last)).toBe(true)
    expect(await page.locator('#news').textContent()).toContain('First words')
    await page.getByRole('navigation').getByText('First words').waitFor()

    await last.getByRole('button', { name: 'Edit: First words' }).click()
    await page.getByLabel('Edited message').fill('Better words')
    await page.getByRole('button', { name: 'Save' }).click()
    await last.getByText('Better words').waitFor()

    await page.reload()
    await last.getByText('Better words').waitFor()
    expect(await page.getByLabel('You are').inputValue()).toBe('omar')

    await last.getByRole('button', { name: 'Delete: Better words' }).click()
    await expect.poll(() => last.textContent()).toContain('¡Nos vemos el jueves!')
    await page.getByRole('textbox', { name: 'Message from' }).fill('To be dropped')
    await page.keyboard.press('Enter')
    await last.getByText('To be dropped').waitFor()

    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByText('Choose a channel').waitFor()
    await page.getByRole('navigation').getByText('¡Nos vemos el jueves!').waitFor()
    await page.reload()
    await enter(page, 'Book club')
    expect(await last.textContent()).toContain('¡Nos vemos el jueves!')
  })

  test('a channel is created, gets a message, and is still there after a reload', async ({ visit: { page } }) => {
    await page.getByText('16 of 16 channels').waitFor()
    await page.getByLabel('You are').selectOption('nino')
    await page.getByRole('button', { name: 'New channel' }).click()
    const dialog = page.getByRole('dialog', { name: 'New channel' })
    await dialog.getByText('Owner').waitFor()
    await dialog.getByLabel('Subject').fill('Goats 🐐')
    await dialog.getByRole('radio', { name: 'Public' }).check()
    await dialog.getByRole('textbox', { name: 'Address' }).fill('book_club')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await dialog.getByRole('alert').getByText('uri "book_club" is taken by another channel.').waitFor()
    await dialog.getByRole('textbox', { name: 'Address' }).fill('goats')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Goats 🐐' }).waitFor()
    expect(await dialog.isVisible()).toBe(false)
    expect(await plainText(page.locator('#about'))).toBe('Public · goats · 1 member · owned by ნინო ლომიძე')
    await page.getByRole('textbox', { name: 'Message from' }).fill('Is anyone here?')
    await page.keyboard.press('Enter')
    await messages(page).getByText('Is anyone here?').waitFor()

    await page.reload()
    await page.getByRole('heading', { name: 'Goats 🐐' }).waitFor()
    await messages(page).getByText('Is anyone here?').waitFor()
    expect(await messages(page).count()).toBe(1)
    await page.getByRole('navigation').getByRole('link', { name: 'Goats 🐐' }).waitFor()

    await page.getByRole('button', { name: 'New channel' }).click()
    await dialog.getByLabel('Subject').fill('Only me')
    await dialog.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Only me' }).waitFor()
    expect(await plainText(page.locator('#about'))).toBe('Private · 1 member · owned by ნინო ლომიძე')
  })

  test('everything works with the keyboard', async ({ visit: { page } }) => {
    await page.getByText('16 of 16 channels').waitFor()
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: element } = document
        return element?.ariaLabel ?? (element?.id || element?.textContent)
      })
    const order: unknown[] = []
    for (let step = 0; step < 6; step++) {
      await press('Tab')
      order.push(await focused())
    }
    expect(order.slice(0, 5)).toEqual(['reset', 'you', 'new', 'text', 'kind'])
    await press('Tab', 'Tab', 'Enter')
    await page.getByRole('heading', { name: 'Book club' }).waitFor()
    await expect.poll(focused).toBe('body')

    await page.keyboard.type('One')
    await press('Shift+Enter')
    await page.keyboard.type('Two')
    await press('Enter')
    const last = messages(page).last()
    await last.getByText('One\nTwo').waitFor()
    await press('Shift+Tab', 'Shift+Tab')
    expect(await focused()).toBe('Edit: One\nTwo')
    await press('Enter')
    await page.keyboard.type(' never said')
    await press('Escape')
    expect(await focused()).toBe('Edit: One\nTwo')
    expect(await last.locator('.body').textContent()).toBe('One\nTwo')
    await press('Enter', 'Control+A')
    await page.keyboard.type('Three')
    await press('Enter')
    await last.getByText('Three').waitFor()
    await expect.poll(focused).toBe('Edit: Three')
    await press('Tab', 'Enter')
    await expect.poll(focused).toBe('Messages')
    expect(await last.textContent()).toContain('¡Nos vemos el jueves!')

    await page.reload()
    await page.getByRole('heading', { name: 'Book club' }).waitFor()
    // After a reload, browsers differ in where Tab starts.
    await page.getByRole('button', { name: 'Reset' }).focus()
    await press('Tab', 'Tab')
    expect(await focused()).toBe('new')
    await press('Enter')
    expect(await focused()).toBe('subject')
    await press('Escape')
    expect(await focused()).toBe('new')
    await press('Enter')
    await page.keyboard.type('By hand')
    await press('Tab', 'ArrowDown', 'Tab')
    expect(await focused()).toBe('uri')
    await page.keyboard.type('by_hand')
    await press('Enter')
    await page.getByRole('heading', { name: 'By hand' }).waitFor()
    await expect.poll(focused).toBe('body')
  })

  test("an error of the API is shown in the API's words, and the text is not lost", async ({ visit: { page } }) => {
    await enter(page, 'Book club')
    await page.getByLabel('You are').selectOption('robin')
    const box = page.getByRole('textbox', { name: /Message from .*robin/ })
    await box.fill('May I speak?')
    await box.press('Enter')
    await page
      .getByRole('alert')
      .getByText('The role "Guest" of "robin" does not have the permission Send Message.', { exact: true })
      .waitFor()
    expect(await box.inputValue()).toBe('May I speak?')
    expect(await messages(page).getByText('May I speak?').count()).toBe(0)
    await page.getByLabel('You are').selectOption('omar')
    await page.getByRole('button', { name: 'Send' }).click()
    await messages(page).last().getByText('May I speak?').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('a channel that does not exist shows an error, and leads back to the channels', async ({ visit: { page } }) => {
    await page.goto(`${page.url()}#/1`)
    await page.reload()
    await page.getByRole('alert').getByText('There is no channel "1".').waitFor()
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Go to the channels' }).click()
    await page.getByText('Choose a channel').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Go to the channels' }).isVisible()).toBe(false)
  })

  test('a channel without messages says so, until it has one', async ({ visit: { page } }) => {
    await enter(page, 'Poetry night')
    const hint = page.getByText('No messages yet. Write the first one.')
    await hint.waitFor()
    await page.getByRole('textbox', { name: 'Message from' }).fill('Ode to a shelf')
    await page.keyboard.press('Enter')
    await messages(page).getByText('Ode to a shelf').waitFor()
    expect(await hint.isVisible()).toBe(false)
    await messages(page).getByRole('button', { name: 'Delete' }).click()
    await hint.waitFor()
  })

  test('a user who is not a member becomes the owner, and is chosen again where they are a member', async ({
    visit: { page },
  }) => {
    const you = page.getByLabel('You are')
    await enter(page, 'Book club')
    await you.selectOption('robin')
    await enter(page, 'Tea', /Թեյարան/)
    await expect.poll(() => you.inputValue()).toBe('username_new*user')
    await enter(page, 'Welcome', /Welcome/)
    await expect.poll(() => you.inputValue()).toBe('robin')
  })

  test('right-to-left text has its own direction, next to left-to-right text', async ({ visit: { page } }) => {
    await enter(page, 'Book club')
    const box = page.getByRole('textbox', { name: 'Message from' })
    await box.fill('مرحبا، ¿qué tal?')
    const direction = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).direction)
    expect(await direction(box)).toBe('rtl')
    await box.press('Enter')
    const body = messages(page).last().locator('.body')
    await body.getByText('مرحبا').waitFor()
    expect(await direction(body)).toBe('rtl')
    expect(await direction(messages(page).last())).toBe('ltr')
    const [text, author] = [await body.boundingBox(), await messages(page).last().locator('.author').boundingBox()]
    expect(text?.x).toBeCloseTo(author?.x ?? 0, 0)
  })

  test('two tabs chat with each other, and neither overwrites the state of the other', async ({
    visit: { page, another },
  }) => {
    await enter(page, 'Book club')
    const other = await another()
    await enter(other, 'Book club')
    await other.getByLabel('You are').selectOption('omar')
    for (const [from, to, text] of [
      [page, other, 'Hello, Omar'],
      [other, page, 'Hello, Zoe'],
    ] as const) {
      await from.getByRole('textbox', { name: 'Message from' }).fill(text)
      await from.getByRole('textbox', { name: 'Message from' }).press('Enter')
      await messages(to).last().getByText(text).waitFor()
      await expect.poll(() => to.locator('#news').textContent()).toContain(text)
    }
    await page.reload()
    await messages(page).last().getByText('Hello, Zoe').waitFor()
    await messages(page).getByText('Hello, Omar').waitFor()
    await other.close()
  })
})

test('when the storage is full, the reason is shown, and the text is not lost', async ({ browser, site }) => {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 300_000 })
  await page.goto(site.origin)
  await enter(page, 'Book club')
  const box = page.getByRole('textbox', { name: 'Message from' })
  // Browsers compress what they store, and take long to lay out a long line.
  const long = randomBytes(240_000).toString('base64').replace(/.{80}/g, '$&\n')
  await box.evaluate((element: HTMLTextAreaElement, text) => {
    element.value = text
    element.form?.requestSubmit()
  }, long)
  await page.getByRole('alert').getByText('The change cannot be saved, so it was not made').waitFor()
  expect(await box.inputValue()).toBe(long)
})

describe('the layout', () => {
  test.for([
    ['light', { colorScheme: 'light' }, 'Book club', 'Book club'],
    ['dark', { colorScheme: 'dark' }, 'Kitchen table', /Kitchen table/],
    ['narrow', { viewport: { width: 360, height: 740 }, hasTouch: true }, 'Language café', /Language café/],
  ] as const)('takes a screenshot to look at: %s', async ([name, options, channel, heading], { browser, site }) => {
    const { page } = await open(browser, site.origin, options)
    await page.getByText('16 of 16 channels').waitFor()
    await shoot(page, `${name}-list`)
    expect(await violationsOf(page)).toEqual([])
    await enter(page, channel, heading)
    await shoot(page, name)
    expect(await violationsOf(page)).toEqual([])
    const heights = await page
      .locator('button:visible, select:visible, .back:visible')
      .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(32)
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(width[0]).toBe(width[1])
    await page.context().close()
  })

  test('a narrow screen shows the list or the channel, with a link back', async ({ browser, site }) => {
    const { page } = await open(browser, site.origin, { viewport: { width: 360, height: 740 }, hasTouch: true })
    await enter(page, 'Book club')
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Channels' }).click()
    await page.getByText('16 of 16 channels').waitFor()
    expect(await page.locator('.content').isVisible()).toBe(false)
    await page.context().close()
  })
})

test('MSW is in the bundle, once', async ({ site: { folder } }) => {
  const assets = join(folder, 'dist/assets')
  const [chunk = ''] = (await readdir(assets)).filter((name) => name.startsWith('sandbox'))
  const { size } = await stat(join(assets, chunk))
  expect(size).toBeGreaterThan(300_000)
  expect(size).toBeLessThan(500_000)
})

describe('on a server', () => {
  test('a message is stored there, and messages from others appear when the window gets the focus', async ({
    guest: { page, errors },
    server,
  }) => {
    await enter(page, 'Poetry night')
    await page.getByLabel('You are').selectOption('maeve')
    await page.getByRole('textbox', { name: 'Message from' }).fill('Ode to a shelf')
    await page.keyboard.press('Enter')
    await messages(page).getByText('Ode to a shelf').waitFor()
    const { apps } = (await (await fetch(`${server.sandbox.origin}/_sandbox/snapshot`)).json()) as Snapshot
    const poetry = apps['sandbox']?.channels?.find(({ uri }) => uri === 'poetry_night')
    expect(poetry?.messages?.map(({ from, body }) => [from, body])).toEqual([['maeve', 'Ode to a shelf']])

    const response = await fetch(`${server.sandbox.baseUrl}/channels/${poetry?.id}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Platform-Api-Key': 'sandbox-key' },
      body: JSON.stringify({ from: 'zoe', body: 'Encore!' }),
    })
    expect(response.status).toBe(200)
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await messages(page).getByText('Encore!').waitFor()
    expect(await messages(page).count()).toBe(2)
    await page.reload()
    await messages(page).getByText('Encore!').waitFor()
    expect(await page.getByRole('button', { name: 'Reset' }).isVisible()).toBe(false)
    expect(errors).toEqual([])
  })

  test('older messages load by the links of the server', async ({ guest: { page } }) => {
    await enter(page, 'Book club')
    for (const button = page.getByRole('button', { name: 'Older messages' }); await button.isVisible(); ) {
      const count = await messages(page).count()
      await button.click()
      await expect.poll(() => messages(page).count()).toBeGreaterThan(count)
    }
    expect(await messages(page).first().textContent()).toContain('Which chapter are we on?')
  })

  test('more channels than fit on a page are shown on demand', async ({ guest: { page } }) => {
    await page.getByText('20 of 27 channels').waitFor()
    await page.getByRole('button', { name: 'More channels' }).click()
    await page.getByText('27 of 27 channels').waitFor()
    expect(await page.getByRole('button', { name: 'More channels' }).isVisible()).toBe(false)
    expect(
      await page
        .getByRole('navigation')
        .getByRole('link')
        .nth(20)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
  })

  test('content from others is shown as text, and loads nothing', async ({
    guest: { page, requests, errors },
    server,
  }) => {
    const subject = hostile.channels?.[0]?.subject ?? ''
    await page.getByRole('navigation').getByRole('link').first().click()
    await page.getByRole('heading', { name: subject }).waitFor()
    const message = messages(page).first()
    expect(await message.locator('.body').textContent()).toBe(hostile.channels?.[0]?.messages?.[0]?.body)
    expect(
      await message
        .locator('.attachments a')
        .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href, textContent }) => [textContent, href])),
    ).toEqual([['picture', 'https://harm.example/picture.png']])
    await message.getByText('script').waitFor()
    expect(await page.title()).toContain(subject)
    const origins = new Set(requests.filter((url) => !/^(about|data):/.test(url)).map((url) => new URL(url).origin))
    expect(origins).toEqual(new Set([server.origin, server.sandbox.origin]))
    expect(errors).toEqual([])
  })

  test('neither MSW nor the sandbox is loaded', async ({ guest: { page, requests }, server }) => {
    await page.getByText('20 of 27 channels').waitFor()
    const scripts = requests.map((url) => new URL(url).pathname).filter((path) => path.endsWith('.js'))
    expect(scripts.map((path) => path.replace(/-[\w-]+\.js/, ''))).toEqual(['/assets/index'])
    expect((await stat(join(server.folder, 'dist', scripts[0] ?? ''))).size).toBeLessThan(108_000)
  })

  test('a server that cannot be reached shows an error', async ({ browser, server }) => {
    const context = await browser.newContext()
    await context.route(`${server.sandbox.origin}/**`, (route) => route.abort('connectionrefused'))
    const page = await context.newPage()
    await page.goto(server.origin)
    await page.getByRole('alert').getByText('The server cannot be reached. Is it running?').first().waitFor()
    await page.getByText('Loading').waitFor({ state: 'hidden' })
    await context.close()
  })
})

/** Builds a copy of the example, unchanged or with another line to choose the server. */
async function build(line?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-front-end-'))
  await cp(example, folder, {
    recursive: true,
    filter: (path) => !/^(node_modules|dist|public)$/.test(relative(example, path)),
  })
  await symlink(join(example, 'node_modules'), join(folder, 'node_modules'))
  if (line) {
    const path = join(folder, 'src/connection.ts')
    const source = await readFile(path, 'utf8')
    expect(source.match(/^export const connect = .*$/gm)).toHaveLength(1)
    await writeFile(path, source.replace(/^export const connect = .*$/m, line))
  }
  for (const script of ['check', 'build'])
    await promisify(execFile)('npm', ['run', script], { cwd: folder }).catch(async (cause) => {
      await rm(folder, { recursive: true })
      throw new Error(`npm run ${script} failed: ${cause.stdout}${cause.stderr}`, { cause })
    })
  return folder
}

/** Runs `sceyt-platform sandbox`. */
async function startSandbox(seed: Seed): Promise<{ origin: string; baseUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-seed-'))
  const file = join(folder, 'seed.json')
  await writeFile(file, JSON.stringify(seed))
  const child = spawn(
    process.execPath,
    [join(root, 'dist/src/cli/index.js'), 'sandbox', '--port', '0', '--seed', file],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  let printed = ''
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const [, found] = /(http:\S+)\/ with/.exec(printed) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The sandbox did not start: ${printed}`)))
  })
  const stop = async () => {
    child.kill()
    await ended
    await rm(folder, { recursive: true })
  }
  return { origin: new URL(baseUrl).origin, baseUrl, stop }
}

/** Serves the built page as a plain web server does, and records the methods and paths of requests. `close` deletes the folder too. */
async function servePage(
  folder: string,
): Promise<{ origin: string; requests: string[]; folder: string; close(): Promise<void> }> {
  const requests: string[] = []
  const server = createServer(async ({ method, url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    requests.push(`${method} ${pathname}`)
    const name = pathname === '/' ? '/index.html' : pathname
    const content = await readFile(join(folder, 'dist', name)).catch(() => undefined)
    response.writeHead(content ? 200 : 404, { 'Content-Type': types[extname(name)] ?? 'text/plain' }).end(content)
  })
  const { origin, close: stop } = await listen(server)
  const close = async () => {
    stop()
    await rm(folder, { recursive: true })
  }
  return { origin, requests, folder, close }
}

async function open(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  context.setDefaultTimeout(20_000)
  const requests: string[] = []
  const errors: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('console', (message) => {
    // The browser itself logs responses with an error status.
    const isRefusal =
      /^Failed to load resource: .* 4\d\d /.test(message.text()) && message.location().url.includes('/v1/sandbox/')
    if (message.type() === 'error' && !isRefusal) errors.push(message.text())
  })
  context.on('weberror', (error) => errors.push(String(error.error())))
  const another = async () => {
    const page = await context.newPage()
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto(origin)
    return page
  }
  return { page: await another(), another, requests, errors }
}

/** Opens a channel, and waits until it shows. */
async function enter(page: Page, name: string, heading: string | RegExp = name): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: heading }).click()
  await page.getByRole('main').getByRole('heading', { name: heading }).waitFor()
}

function messages(page: Page): Locator {
  return page.locator('#messages > li')
}

/** Text without the characters that only isolate its direction. */
async function plainText(locator: Locator): Promise<string | undefined> {
  return (await locator.textContent())?.replace(/[\u2068\u2069]/g, '')
}

/** Whether an element is fully visible in its scroll container. */
function isFullyVisible(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const [inner, outer] = [element.getBoundingClientRect(), document.getElementById('log')?.getBoundingClientRect()]
    return outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom
  })
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `sceyt-front-end-${name}.png`)
  await page.screenshot({ path })
  console.log(path)
  expect((await stat(path)).size).toBeGreaterThan(20_000)
}
