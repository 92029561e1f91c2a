import { execFile } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen as serveSandbox } from '../../src/sandbox/node/index.js'
import { readFences } from '../guides/guides.js'
import { listen } from '../lib/serve.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fences = (await readFences('js', 'sh')).filter(({ guide }) => guide === 'front-end.md')
const [program = '', persisting = '', programWithMsw = ''] = codeIn('js')
const commands = codeIn('sh').find((code) => code.includes('npx msw')) ?? ''

function codeIn(wanted: string): string[] {
  return fences.filter(({ language }) => language === wanted).map(({ code }) => code)
}

/** A project of a user, whose page is served. */
interface Project {
  folder: string
  /** Bundles a program, opens a page with it, and returns the page with the hosts of its requests and its errors. */
  open(code: string): Promise<{ page: Page; hosts: Set<string>; errors: string[] }>
}

const test = base
  .extend('executablePath', { scope: 'file' }, process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium')
  .extend('browser', { scope: 'file' }, async ({ executablePath }, { onCleanup }) => {
    await access(executablePath, constants.X_OK).catch((cause) => {
      throw new Error(`No browser at ${executablePath}: run \`apt-get install chromium\`, or set CHROMIUM_PATH.`, {
        cause,
      })
    })
    // No name can be resolved, and no other address is named.
    const rules = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', rules] })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('project', async ({ browser }, { onCleanup }): Promise<Project> => {
    await access(join(root, 'dist/src/page.js')).catch((cause) => {
      throw new Error('The package is not built: run `npm run build` first.', { cause })
    })
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-page-'))
    await mkdir(join(folder, 'node_modules'))
    await symlink(root, join(folder, 'node_modules/sceyt-platform'))
    await symlink(join(root, 'node_modules/msw'), join(folder, 'node_modules/msw'))
    await writeFile(join(folder, 'package.json'), '{ "private": true }')
    const context = await browser.newContext()
    const ends: (() => unknown)[] = [() => rm(folder, { recursive: true }), () => context.close()]
    onCleanup(async () => {
      for (const end of ends) await end()
    })
    return {
      folder,
      async open(code) {
        const { outputFiles } = await build({
          stdin: { contents: code, resolveDir: folder },
          bundle: true,
          format: 'esm',
          write: false,
          // The package as it is installed, and not the sources that the repository's tsconfig.json names.
          preserveSymlinks: true,
          nodePaths: [join(root, 'node_modules')],
        })
        const server = createServer(async ({ url }, response) => {
          const isPage = url === '/'
          const body = isPage
            ? '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script>'
            : url === '/page.js'
              ? outputFiles[0]?.contents
              : await readFile(join(folder, 'public', url ?? '')).catch(() => undefined)
          response.writeHead(body ? 200 : 404, { 'Content-Type': isPage ? 'text/html' : 'text/javascript' }).end(body)
        })
        const { origin, close } = await listen(server)
        ends.push(close)
        const page = await context.newPage()
        const hosts = new Set<string>()
        const errors: string[] = []
        page.on('request', (request) => hosts.add(new URL(request.url()).hostname))
        page.on('pageerror', (error) => errors.push(String(error)))
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
        await page.goto(origin)
        return { page, hosts, errors }
      },
    }
  })

test('the program for a page runs as it is', async ({ project }) => {
  const { page, hosts, errors } = await project.open(program)
  await page.getByText('Hello, Zoe!').waitFor()
  expect([...hosts]).toEqual(['127.0.0.1'])
  expect(errors).toEqual([])
})

test('the program with persist keeps its state over a reload', async ({ project }) => {
  const { page, errors } = await project.open(
    `${persisting}\nconst { total_count } = await sceyt.users.list()\nawait sceyt.users.create({ username: \`user-\${total_count}\` })\ndocument.title = total_count`,
  )
  for (const count of ['1', '2', '3']) {
    await page.waitForFunction(`document.title === '${count}'`)
    await page.reload()
  }
  expect(errors).toEqual([])
})

test('the program with MSW runs as it is, after the commands', async ({ project }) => {
  const lines = commands.trim().split('\n')
  expect(lines[0]).toMatch(/^npm install msw@2 /)
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/msw/package.json'), 'utf8'))
  expect(version).toMatch(/^2\./)
  const [npx, name, ...parameters] = lines[1]?.split(' ') ?? []
  expect([npx, name]).toEqual(['npx', 'msw'])
  const cli = join(root, 'node_modules/msw/cli/index.js')
  await promisify(execFile)(process.execPath, [cli, ...parameters], { cwd: project.folder })
  expect(JSON.parse(await readFile(join(project.folder, 'package.json'), 'utf8'))).toMatchObject({
    msw: { workerDirectory: ['public'] },
  })
  const { page, errors } = await project.open(programWithMsw)
  await page.getByText('Hello, Zoe!').waitFor()
  expect(errors).toEqual([])
})

test('the connection of a server on loopback needs no further option in a page', async ({ project }) => {
  const server = await serveSandbox(createSandbox({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } }))
  try {
    const connection = JSON.stringify(server.connection())
    const { page, hosts, errors } = await project.open(program.replace('sandbox.connection()', connection))
    await page.getByText('Hello, Zoe!').waitFor()
    expect([[...hosts], errors]).toEqual([['127.0.0.1'], []])
  } finally {
    await server.close()
  }
})
