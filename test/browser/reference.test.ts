import { access, constants, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { test as base, describe, expect } from 'vitest'
import { buildClientPages } from '../../scripts/docs/client.js'
import { endpointsOf, readDocument } from '../../scripts/document.js'
import { type Known, violationsOf } from './axe.js'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const { name, exports } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
const entries = Object.keys(exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace('.', name))
const names = endpointsOf(await readDocument()).flatMap(({ operation }) =>
  [operation['x-sdk-name'], operation['x-sdk-compose']?.name].filter((name) => name !== undefined),
)

const typedoc: Known[] = [
  {
    rules: ['heading-order', 'nested-interactive', 'region', 'color-contrast', 'link-in-text-block'],
    within: '.container-main, header',
    reason: 'TypeDoc renders the order of headings, its navigation, and the colors of signatures.',
  },
]

const test = base
  .extend('folder', { scope: 'file' }, () => mkdtemp(join(tmpdir(), 'sceyt-reference-')))
  .extend('view', { scope: 'file' }, async ({ folder }, { onCleanup }) => {
    await buildClientPages(join(folder, 'client'))
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(`No browser at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
        cause,
      })
    })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    onCleanup(async () => {
      await browser.close()
      await rm(folder, { recursive: true })
    })
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    context.setDefaultTimeout(20_000)
    await context.setOffline(true)
    const requests: string[] = []
    const errors: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    context.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    context.on('weberror', (error) => errors.push(String(error.error())))
    const page = await context.newPage()
    const open = async (path: string) => {
      await page.goto(pathToFileURL(join(folder, 'client', path)).href)
      return page
    }
    return { page, open, requests, errors }
  })

describe('the reference of the client', () => {
  test('begins with an example, and leads to every resource', async ({ view }) => {
    const page = await view.open('index.html')
    await page.getByText('const sceyt = createSceyt(createSandbox().connection())').waitFor()
    const links = await page.locator('.col-content').getByRole('link').allTextContents()
    const resources = new Set(names.map((name) => `sceyt.${name.split('.').slice(0, -1).join('.')}`))
    expect([...resources].filter((resource) => !links.includes(resource))).toEqual([])
  })

  test('lists every entry of the package', async ({ view }) => {
    const page = await view.open('index.html')
    const modules = await page.locator('.col-content').getByRole('link').allTextContents()
    expect(modules.filter((name) => name.startsWith('sceyt-platform'))).toEqual(entries)
  })

  test('shows how to create a client', async ({ view }) => {
    const page = await view.open('modules/sceyt-platform.html')
    await page.locator('.col-content').getByRole('link', { name: 'createSceyt', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Function createSceyt' }).waitFor()
    await page.getByText('Creates a client. It sends nothing until it is used.').waitFor()
    await page.locator('.col-content').getByRole('link', { name: 'Sceyt', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Interface Sceyt' }).waitFor()
    await page.getByText('Methods of sceyt.channels.', { exact: true }).waitFor()
  })

  test.for([...new Set(names.map((name) => name.split('.').slice(0, -1).join('.')))])(
    'has every method of %s, and shows types by name',
    async (path, { view }) => {
      const className = `${path
        .split('.')
        .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
        .join('')}Resource`
      const page = await view.open(`classes/sceyt-platform.${className}.html`)
      await page.getByText(`Methods of sceyt.${path}.`).first().waitFor()
      const methods = names
        .filter((name) => name.split('.').slice(0, -1).join('.') === path)
        .map((name) => name.split('.').at(-1))
      expect(methods).not.toEqual([])
      for (const method of methods) {
        const member = page.locator('section.tsd-member', { has: page.locator(`[id="${method?.toLowerCase()}"]`) })
        expect(await member.getByRole('heading', { level: 4, name: 'Returns' }).first().textContent()).toMatch(
          /(Api|List)Promise</,
        )
        expect(await member.locator('.tsd-signature').first().textContent()).not.toContain('created_at')
      }
    },
  )

  test('finds a method by searching for its name', async ({ view }) => {
    const page = await view.open('index.html')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('combobox').fill('listBlocked')
    await page.getByRole('option').filter({ hasText: 'ChannelsMembersResource' }).first().click()
    await page.waitForURL(/ChannelsMembersResource\.html#listblocked$/i)
  })

  test('links each operation to the page of the API', async ({ view }) => {
    const page = await view.open('classes/sceyt-platform.MessagesResource.html')
    const link = page.getByRole('link', { name: 'sendMessage', exact: true }).first()
    expect(await link.getAttribute('href')).toBe('../../index.html#/messages/sendmessage')
  })

  test.for(['index.html', 'classes/sceyt-platform.MessagesResource.html'])(
    '%s is accessible, and fits a screen of 390 pixels',
    async (path, { view }) => {
      const page = await view.open(path)
      await page.locator('.tsd-navigation a').first().waitFor()
      expect(await violationsOf(page, typedoc)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.setViewportSize({ width: 1440, height: 1000 })
    },
  )

  test('takes a screenshot to look at', async ({ view }) => {
    const page = await view.open('classes/sceyt-platform.ChannelsResource.html')
    const path = join(tmpdir(), 'sceyt-reference.png')
    await page.screenshot({ path })
    console.log(path)
    expect((await stat(path)).size).toBeGreaterThan(20_000)
  })

  test('requests nothing from another host, and logs no error', async ({ view: { page, requests, errors } }) => {
    await page.goto('about:blank')
    expect(requests.length).toBeGreaterThan(10)
    expect(requests.filter((url) => !/^(file|data|blob|about):/.test(url))).toEqual([])
    expect(errors).toEqual([])
  })
})
