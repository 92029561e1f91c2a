import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { marked, type Token } from 'marked'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { test as base, describe, expect, vi } from 'vitest'
import { operationAnchor } from '../../scripts/docs/operation-anchor.js'
import { endpointsOf, type OpenApiDocument, type OperationObject } from '../../scripts/document.js'
import { type Known, violationsOf } from './axe.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'docs')
const file = join(folder, 'index.html')
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const document = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument
const operations = endpointsOf(document).map(({ operation }) => operation)

const redoc: Known[] = [
  {
    rules: ['color-contrast', 'label-content-name-mismatch', 'region', 'scrollable-region-focusable'],
    within: '#redoc',
    reason: 'Redoc renders its menu outside of landmarks, and has colors and names of its own.',
  },
  {
    rules: ['heading-order', 'page-has-heading-one'],
    within: 'html',
    reason: 'A view of an operation begins with an h2.',
  },
]

// The first test waits for the build, which can be slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const test = base
  .extend('built', { scope: 'file' }, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/docs.ts'], {
      cwd: root,
    })
    return stdout
  })
  .extend('view', { scope: 'file' }, async ({ built }, { onCleanup }) => {
    expect(built).toContain(file)
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(`No browser at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
        cause,
      })
    })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(() => browser.close())
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    await context.setOffline(true)
    const requests: string[] = []
    const errors: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    context.on('weberror', (error) => errors.push(String(error.error())))
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('heading', { level: 1, name: document.info.title }).waitFor()
    return { page, requests, errors }
  })

describe('the introduction', () => {
  test.for([
    'Base URL',
    'Make your first call',
    'Authentication',
    'URL encoding',
    'Pagination',
    'Errors',
    'Rate limits',
    'Provenance',
  ])('has a heading for %s', async (name, { view }) => {
    await view.page.getByRole('heading', { level: 2, name }).waitFor()
  })

  test('shows an encoded value', async ({ view }) => {
    await view.page.getByRole('cell', { name: 'username_new%2Auser', exact: true }).waitFor()
  })

  test('names the header of the key', async ({ view }) => {
    await view.page.getByText('Platform-Api-Key', { exact: true }).first().waitFor()
  })
})

describe('operations', () => {
  test('exist', () => {
    expect(operations.length).toBeGreaterThan(0)
  })

  test.for(operations)(
    '$operationId shows its summary, its provenance and a TypeScript sample',
    async (operation, { view }) => {
      const section = await open(view.page, operation)
      const heading = section.getByRole('heading', { level: 2 })
      await heading.getByText(operation['x-provenance'], { exact: true }).waitFor()
      expect(await heading.textContent()).toBe(`${operation.summary}${operation['x-provenance']}`)
      const note = operation['x-provenance-note']
      if (note) await section.getByText(note.replaceAll('`', '')).first().waitFor()
      expect(await read(section, 'import')).toBe(source(operation, 'TypeScript'))
      const link = section.getByRole('link', { name: `sceyt.${operation['x-sdk-name']}`, exact: true })
      const text = await section.getByRole('link', { name: 'as Markdown' }).getAttribute('href')
      expect(text).toBe(`operations/${operation['x-sdk-name']}.md`)
      const [path = '', method = ''] = (await link.getAttribute('href'))?.split('#') ?? []
      expect(readFileSync(join(root, 'docs', path), 'utf8')).toContain(`id="${method}"`)
    },
  )

  test('have samples for curl, with encoded values', async ({ view }) => {
    const encoded = operations.filter((operation) => /%[0-9A-F]{2}/.test(source(operation, 'curl (full)')))
    expect(encoded.length).toBeGreaterThan(0)
    for (const [index, operation] of encoded.entries()) {
      const section = await open(view.page, operation)
      if (index === 0) {
        await section.getByRole('button', { name: 'TypeScript', exact: true }).click()
        await view.page.getByRole('menuitem', { name: 'curl (full)', exact: true }).click()
      }
      expect(await read(section, 'curl')).toBe(source(operation, 'curl (full)'))
    }
  })
})

describe('the pages of text', () => {
  test('are all listed in llms.txt, which links to nothing else', async ({ built }) => {
    const list = readFileSync(join(folder, 'llms.txt'), 'utf8')
    expect(list).toMatch(/^# .+\n\n> .+\n/)
    const links = linksOf(list)
    for (const link of links) await access(join(folder, link))
    const files = ['operations', 'guides'].flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).map((path) => `${name}/${path}`),
    )
    const pages = files.filter((path) => path.endsWith('.md'))
    expect(links.filter((link) => link.endsWith('.md')).sort()).toEqual(pages.sort())
    expect(built).toContain(`llms.txt: ${pages.length} pages`)
  })

  test.for(operations)('$operationId has its call, its errors and its samples', async (operation, { built: _ }) => {
    const text = readFileSync(join(folder, `operations/${operation['x-sdk-name']}.md`), 'utf8')
    expect(text.startsWith(`# ${operation.summary}\n`)).toBe(true)
    expect(text).toContain(operation.description.trim())
    expect(text).toContain(operation['x-provenance-note'] ?? '*Provenance:*')
    for (const status of Object.keys(operation.responses))
      expect(text).toMatch(new RegExp(`^(## Response ${status}$|\\| ${status} \\| \\d+ \\|)`, 'm'))
    for (const sample of operation['x-codeSamples'] ?? []) expect(text).toContain(sample.source.trim())
  })

  test('have no empty section, and no link that leads nowhere', async ({ built: _ }) => {
    for (const path of linksOf(readFileSync(join(folder, 'llms.txt'), 'utf8')).filter((link) => link.endsWith('.md'))) {
      const tokens = marked.lexer(readFileSync(join(folder, path), 'utf8')).filter(({ type }) => type !== 'space')
      const empty = tokens.filter((token, index) => token.type === 'heading' && !isFilled(token, tokens[index + 1]))
      expect(empty.map(({ raw }) => `${path}: ${raw}`)).toEqual([])
      const text = tokens.map(({ type, raw }) => (type === 'code' ? '' : raw)).join('')
      for (const link of linksOf(text)) await access(join(folder, dirname(path), link))
    }
  })
})

describe('the page', () => {
  test('is one file of less than 3 MB', async ({ built }) => {
    const { size } = await stat(file)
    expect(size).toBeLessThan(3e6)
    expect(built).toContain(`${(size / 1e6).toFixed(2)} MB`)
  })

  test('finds an operation by searching', async ({ view: { page } }) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('textbox').fill('storage')
    await page.getByRole('link', { name: 'Get storage information' }).last().click()
    await page.waitForURL(/getstorageinfo$/i)
  })

  test('links to the reference of the client, and back', async ({ view }) => {
    const page = await view.page.context().newPage()
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('link', { name: 'TypeScript client', exact: true }).click()
    await page.getByRole('link', { name: 'its reference' }).click()
    await page.waitForURL(/docs\/client\/index\.html$/)
    await page.getByRole('link', { name: 'The HTTP API' }).click()
    await page.getByRole('heading', { level: 1, name: document.info.title }).waitFor()
    await page.close()
  })

  test.for(['openapi.json', 'postman-collection.json', 'postman-environment.json'])(
    'links to %s, to download it',
    async (name, { view: { page } }) => {
      await page.goto(pathToFileURL(file).href)
      expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(name)
      expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(readFileSync(join(root, 'generated', name), 'utf8'))
    },
  )

  test('is named after what it shows', async ({ view: { page } }) => {
    await page.goto(pathToFileURL(file).href)
    await expect.poll(() => page.title()).toBe('Sceyt Platform API')
    for (const operation of operations.slice(0, 2)) {
      await open(page, operation)
      await expect.poll(() => page.title()).toBe(`${operation.summary} · Sceyt Platform API`)
    }
    await page.goto(`${pathToFileURL(file).href}#/section/pagination`)
    await expect.poll(() => page.title()).toBe('Pagination · Sceyt Platform API')
  })

  test('keeps the language of the samples over operations and a reload', async ({ view }) => {
    const context = await (view.page.context().browser() as Browser).newContext()
    const page = await context.newPage()
    const [first, second] = operations.filter(({ operationId }) => /^(sendMessage|getUser)$/.test(operationId))
    const section = await open(page, first as OperationObject)
    await section.getByRole('button', { name: 'TypeScript', exact: true }).click()
    await page.getByRole('menuitem', { name: 'curl (full)', exact: true }).click()
    expect(await read(section, 'curl')).toBe(source(first as OperationObject, 'curl (full)'))
    for (const operation of [first, second] as OperationObject[]) {
      await page.goto('about:blank')
      const reloaded = await open(page, operation)
      await reloaded.getByRole('button', { name: 'curl (full)', exact: true }).waitFor()
      await read(reloaded, 'curl')
    }
    await context.close()
  })

  test('works where storage is blocked', async ({ view }) => {
    const context = await (view.page.context().browser() as Browser).newContext()
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          configurable: true,
          get() {
            throw new DOMException('Access is denied.', 'SecurityError')
          },
        })
    })
    const page = await context.newPage()
    const section = await open(page, operations[0] as OperationObject)
    await section.getByRole('button', { name: 'TypeScript', exact: true }).click()
    await page.getByRole('menuitem', { name: 'curl', exact: true }).click()
    await read(section, 'curl')
    await context.close()
  })

  test('prints every operation, not only those on the screen', async ({ view: { page } }) => {
    await page.goto(pathToFileURL(file).href)
    await page.emulateMedia({ media: 'print' })
    // biome-ignore lint/performance/useDomNodeTextContent: what print hides must not count.
    const printed = await page.locator('body').innerText()
    for (const operation of operations) {
      expect(printed).toContain(`\n${operation.summary}\n`)
      for (const sample of operation['x-codeSamples'] ?? []) expect(printed).toContain(sample.source.trim())
    }
    const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(operations.length)
    await page.emulateMedia({ media: null })
  })

  test('fits a screen of 390 pixels', async ({ view }) => {
    const page = await view.page.context().newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const operation of operations) {
      await open(page, operation)
      expect(await page.locator('html').evaluate((html) => html.scrollWidth), operation.operationId).toBe(390)
    }
    await expect.poll(() => page.title()).toContain(operations.at(-1)?.summary)
    await page.close()
  })

  test.for(['light', 'dark'] as const)('is accessible in %s mode', async (colorScheme, { view: { page } }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(pathToFileURL(file).href)
    await page.getByRole('heading', { level: 1, name: document.info.title }).waitFor()
    await page.getByText('Loading...').waitFor({ state: 'hidden' })
    expect(await violationsOf(page, redoc)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
  })

  test('takes a screenshot to look at', async ({ view: { page } }) => {
    const path = join(tmpdir(), 'sceyt-docs.png')
    await open(page, operations.find((operation) => operation['x-provenance'] === 'inferred') as OperationObject)
    await page.screenshot({ path })
    console.log(path)
    expect((await stat(path)).size).toBeGreaterThan(20_000)
  })

  test('requests nothing from another host, and logs no error', async ({ view: { page, requests, errors } }) => {
    await page.goto('about:blank')
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([])
    expect(errors).toEqual([])
  })
})

/** The relative links of a text, without their anchors. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link)
}

/** Whether text follows a heading, or a heading of a part of it. */
function isFilled(heading: Token, next: Token | undefined): boolean {
  if (next === undefined || heading.type !== 'heading') return false
  return next.type !== 'heading' || next['depth'] > heading['depth']
}

/** Opens an operation, and waits until it is rendered. */
async function open(page: Page, { tags, operationId, summary }: OperationObject): Promise<Locator> {
  const id = operationAnchor({ tags, operationId })
  await page.goto(`${pathToFileURL(file).href}#${id}`)
  const section = page.locator(`[data-section-id="${id}"]`)
  await section.getByRole('heading', { level: 2, name: summary }).waitFor()
  return section
}

/** Returns the sample of an operation, once it is visible and starts with `start`. */
async function read(section: Locator, start: string): Promise<string | null> {
  const sample = section.locator('.panel-request-samples code').filter({ hasText: new RegExp(`^${start} `) })
  await sample.waitFor()
  return sample.textContent()
}

function source(operation: OperationObject, label: string): string {
  return operation['x-codeSamples']?.find((sample) => sample.label === label)?.source ?? ''
}
