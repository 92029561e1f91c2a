import { execFile } from 'node:child_process'
import { access, constants, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { test as base, describe, expect, vi } from 'vitest'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { readGuideList } from '../../scripts/lib/guide-list.js'
import { type Known, violationsOf } from '../browser/axe.js'
import { listen } from '../lib/serve.js'
import { folderServer } from './serve-folder.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'site')
/** Where the site is served: it must not assume that it is at the root of a host. */
const path = '/deep/docs/'
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const guides = (await readGuideList()).flatMap(({ guides }) => guides.map(({ file }) => `guides/${file}`))
const operations = endpointsOf(await readDocument()).map(({ operation }) => operation)

/** Every guide, and a page of each other kind. */
const pages = [
  'index.md',
  'introduction.md',
  'guides/index.md',
  ...guides,
  'api/index.md',
  'api/channels.list.md',
  'api/users.create.md',
  'client/index.md',
  'client/sceyt-platform/index.md',
  'client/sceyt-platform/classes/UsersResource.md',
  'client/sceyt-platform/functions/createSceyt.md',
  'client/sceyt-platform/interfaces/SceytOptions.md',
  'client/sceyt-platform/sandbox/type-aliases/Outcome.md',
  'cookbook/index.md',
  'cookbook/login.md',
  'front-end/index.md',
  'changelog.md',
  'security.md',
  'contributing.md',
].map((file) => file.replace(/\.md$/, '.html'))

const searchBox: Known[] = [
  {
    rules: ['label-content-name-mismatch', 'nested-interactive'],
    within: '.VPLocalSearchBox',
    reason: 'VitePress puts a link into each option of its list, and separates titles with > in its name.',
  },
]

// The first test waits for the build, which can be slow on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const test = base
  .extend('built', { scope: 'file' }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/site.ts'], {
      cwd: root,
    })
    return stdout
  })
  .extend('browser', { scope: 'file' }, async ({ built: _ }, { onCleanup }) => {
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(`No browser at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
        cause,
      })
    })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('site', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const server = await listen(folderServer(folder, path))
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
    onCleanup(async () => {
      await context.close()
      await server.close()
    })
    const problems: string[] = []
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(server.origin + path) && !url.startsWith('data:')) problems.push(`request to ${url}`)
    })
    context.on('response', (response) => response.status() >= 400 && problems.push(`no ${response.url()}`))
    context.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    context.on('weberror', (error) => problems.push(String(error.error())))
    return { page: await context.newPage(), url: `${server.origin}${path}`, problems }
  })

describe('a page', () => {
  test.for(pages)(
    '%s has no violations in light and in dark, fits, and requests only the site',
    async (file, { site }) => {
      const { page, url, problems } = site
      problems.length = 0
      await page.setViewportSize({ width: 1440, height: 1000 })
      await open(page, url + file)
      const links = await page
        .locator('.VPSidebar a, .VPNavBar a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
      expect(links.length).toBeGreaterThan(guides.length)
      await Promise.all([...new Set(links)].map((link) => isFile(link, url)))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor({ state: 'attached' })
        expect(await violationsOf(page)).toEqual([])
      }
      expect(await scrollersOf(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await scrollersOf(page)).toEqual([])
      await page.setViewportSize({ width: 360, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      expect(problems).toEqual([])
    },
  )
})

describe('search', () => {
  test.for([
    ['Retry-After', 'Errors and retries', 'guides/errors-and-retries.html#'],
    ['List blocked members', 'List blocked members', 'api/channels.members.listBlocked.html#list-blocked-members'],
    ['RateLimitError', 'RateLimitError', 'client/sceyt-platform/classes/RateLimitError.html#ratelimiterror'],
  ] as const)('finds %s, and opens the page at the heading', async ([words, title, address], { site }) => {
    const { page, url } = site
    await page.setViewportSize({ width: 1440, height: 1000 })
    await open(page, `${url}index.html`)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill(words)
    const result = page.locator('.VPLocalSearchBox a.result').filter({ hasText: title }).first()
    await result.waitFor()
    expect(await violationsOf(page, searchBox)).toEqual([])
    await result.click()
    await page.waitForURL((to) => to.href.startsWith(url + address))
    const heading = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`)
    await expect.poll(() => heading.evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(1000)
    expect(await heading.evaluate((it) => it.tagName)).toMatch(/^H[1-6]$/)
  })

  test('lists what explains a word before the properties that every error inherits', async ({
    site: { page, url },
  }) => {
    await open(page, `${url}index.html`)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('retry')
    const results = page.locator('.VPLocalSearchBox a.result')
    await results.first().waitFor()
    const titles = await results.evaluateAll((all) => all.slice(0, 8).map((result) => result.textContent ?? ''))
    expect(titles.filter((title) => title.includes('Errors and retries')).length).toBeGreaterThan(0)
    expect(titles.filter((title) => title.includes('Properties'))).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('works with the keyboard alone', async ({ site: { page, url } }) => {
    await open(page, `${url}index.html`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
    await page.keyboard.press('/')
    const isTyping = () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'search')
    await expect.poll(isTyping, { timeout: 30_000 }).toBe(true)
    // The box opens with the words of the search before.
    await page.keyboard.press('Control+a')
    await page.keyboard.type('createSceyt')
    // While the words are typed, there are results of their beginning.
    const selected = page.locator('.VPLocalSearchBox a.result.selected').filter({ hasText: 'createSceyt' })
    const address = await selected.getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL((to) => to.pathname + to.hash === address)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').waitFor({ state: 'detached' })
  })
})

test('code is copied by its button', async ({ site: { page, url } }) => {
  await open(page, `${url}api/users.create.html`)
  const block = page.locator('.vp-code-group .active')
  await block.hover()
  await block.getByRole('button').click()
  const sample = operations.find(({ operationId }) => operationId === 'createUser')?.['x-codeSamples']?.[0]
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(sample?.source.trim())
})

test('on a small screen, a wide table shows each row as a record with named values', async ({
  site: { page, url },
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${url}guides/moving-from-stream.html`)
  const cells = page.locator('.records tbody tr').filter({ hasText: 'client.deleteUser(id)' }).locator('td')
  const labels = cells.evaluateAll((all) => all.map((cell) => getComputedStyle(cell, '::before').content))
  expect(await labels).toEqual(['"stream-chat"', '"@stream-io/node-sdk"', '"here"'])
})

test('on a small screen, the method of an operation keeps its line, and its path breaks before a segment', async ({
  site: { page, url },
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${url}api/messages.deleteAttachments.html`)
  const lines = await page.locator('.endpoint > *').evaluateAll((all) =>
    all.map((it) => {
      const range = document.createRange()
      range.selectNodeContents(it)
      return [...new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))].length
    }),
  )
  expect(lines).toEqual([1, 2])
  expect(await page.locator('.endpoint code').evaluate((it) => it.innerHTML)).toContain('<wbr>/attachments')
})

test('a long line of code wraps, and continues below its beginning', async ({ site: { page, url } }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${url}cookbook/login.html`)
  const line = page.locator('.line', { hasText: 'Never take the username from the body' })
  const { height, indent } = await line.evaluate((it) => ({
    height: it.getClientRects()[0]?.height ?? 0,
    indent: getComputedStyle(it).getPropertyValue('--indent'),
  }))
  expect(height).toBeGreaterThan(40)
  expect(indent).toBe('2ch')
})

test('on a small screen, a property shows its whole description', async ({ site: { page, url } }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${url}client/sceyt-platform/classes/ApiError.html`)
  const cells = page.locator('.fields td', { hasText: 'Headers of the response.' })
  const { x = 0, width = 0 } = (await cells.first().boundingBox()) ?? {}
  expect(width).toBeGreaterThan(300)
  expect(x + width).toBeLessThanOrEqual(390)
})

test('the page of an error names a base class that users can import, and no constructor', async ({ built: _ }) => {
  const text = await readFile(join(folder, 'client/sceyt-platform/classes/ApiError.md'), 'utf8')
  expect(text).toContain('## Extends\n\n- [`SceytError`](SceytError.md)\n')
  expect(text).not.toMatch(/constructor|StatusError/i)
})

test('the reference describes each import', async ({ built: _ }) => {
  const text = await readFile(join(folder, 'client/index.md'), 'utf8')
  const rows = [...text.matchAll(/^\| \[(sceyt-platform[^\]]*)\]\(.+?\) \| (.+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(10)
  for (const [, name, description] of rows) expect(description, name).toMatch(/^[A-Z].+\.$/)
})

test('a method lists what it throws, with links', async ({ built: _ }) => {
  const text = await readFile(join(folder, 'client/sceyt-platform/classes/UsersResource.md'), 'utf8')
  expect(text).toContain('- [ConflictError](ConflictError.md) (409): This username is taken.\n')
})

test('each operation has a page, as Markdown too', async ({ built: _ }) => {
  for (const { 'x-sdk-name': name, summary } of operations) {
    expect(await readFile(join(folder, `api/${name}.html`), 'utf8')).toContain(
      `<title>${summary} | sceyt-platform</title>`,
    )
    expect(await readFile(join(folder, `api/${name}.md`), 'utf8')).toMatch(`# ${summary}\n`)
  }
})

test('llms.txt lists every page but the exports of the client', async ({ built: _ }) => {
  const list = await readFile(join(folder, 'llms.txt'), 'utf8')
  const links = [...list.matchAll(/\]\((.+?)\)/g)].map(([, link]) => link ?? '')
  for (const link of links) await stat(join(folder, link))
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'))
  const others = files.filter(
    (file) => !/^client\/.*\/\w/.test(file) && !['index.md', 'guides/index.md'].includes(file),
  )
  expect(links.filter((link) => !/^client\/./.test(link)).sort()).toEqual(
    others.filter((file) => !/^client\/./.test(file)).sort(),
  )
})

test('from a disk, search and navigation work', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await open(page, pathToFileURL(join(folder, 'client/index.html')).href)
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('RateLimitError')
  const result = page.locator('.VPLocalSearchBox a.result').first()
  await result.waitFor()
  // The parts of other pages, which a page from a disk cannot load, are not offered.
  expect(await page.getByRole('button', { name: 'Display detailed list' }).count()).toBe(0)
  await result.click()
  await page.waitForURL(/classes\/RateLimitError\.html#ratelimiterror$/)
  await page.getByRole('navigation', { name: 'Main Navigation' }).getByRole('link', { name: 'HTTP API' }).click()
  await page.waitForURL(/\/site\/api\/index\.html$/)
  await page.locator('.VPSidebar').getByRole('link', { name: 'About the API' }).waitFor()
  await page.close()
})

/** Opens a page, and waits until its scripts run. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
}

/** Lists the tables and the code in which a reader has to scroll sideways, but for output of a terminal and a table of ten clients. */
function scrollersOf(page: Page): Promise<string[]> {
  return page.locator('.vp-doc :is(table, pre)').evaluateAll((all) =>
    all
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && !it.closest('.language-txt, .language-'))
      .map((it) => it.textContent ?? '')
      .filter((text) => !text.includes('make-fetch-happen'))
      .map((text) => text.slice(0, 80)),
  )
}

async function isFile(link: string, url: string): Promise<void> {
  expect(link.startsWith(url), `${link} is in the site`).toBe(true)
  const response = await fetch(link)
  expect(response.status, link).toBe(200)
  await response.body?.cancel()
}
