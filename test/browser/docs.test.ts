import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Locator, type Page } from 'playwright-core'
import { test as base, describe, expect } from 'vitest'
import { endpointsOf, type OpenApiDocument, type OperationObject } from '../../scripts/document.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const file = join(root, 'docs/index.html')
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const document = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument
const operations = endpointsOf(document).map(({ operation }) => operation)

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
      const [path = '', method = ''] = (await link.getAttribute('href'))?.split('#') ?? []
      expect(readFileSync(join(root, 'docs', path), 'utf8')).toContain(`id="${method}"`)
    },
  )

  test('have samples for curl, with encoded values', async ({ view }) => {
    const encoded = operations.filter((operation) => /%[0-9A-F]{2}/.test(source(operation, 'curl')))
    expect(encoded.length).toBeGreaterThan(0)
    for (const [index, operation] of encoded.entries()) {
      const section = await open(view.page, operation)
      if (index === 0) {
        await section.getByRole('button', { name: 'TypeScript', exact: true }).click()
        await view.page.getByRole('menuitem', { name: 'curl', exact: true }).click()
      }
      expect(await read(section, 'curl')).toBe(source(operation, 'curl'))
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

  test('links to the document, to download it', async ({ view: { page } }) => {
    await page.goto(pathToFileURL(file).href)
    expect(await page.getByRole('link', { name: 'openapi.json' }).getAttribute('href')).toBe('openapi.json')
    expect(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'))).toEqual(document)
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

/** Opens an operation, and waits until it is rendered. */
async function open(page: Page, { tags, operationId, summary }: OperationObject): Promise<Locator> {
  const id = `/${tags[0]}/${operationId}`.toLowerCase().replaceAll(' ', '-')
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
