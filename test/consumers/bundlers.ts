/** `npm run consumers:bundlers`: bundles programs that use the packed package, runs each away from its project, and measures it. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen, type SandboxServer } from 'sceyt-platform/sandbox/node'
import { pack, unpackInto } from './lib/packed.js'
import { reportRow } from './lib/row.js'

const fixture = fileURLToPath(new URL('./bundlers/', import.meta.url))
const run = promisify(execFile)
const milliseconds = 180_000

/** The tools, with the packages that have their versions. */
const tools = {
  webpack: 'webpack',
  rspack: '@rspack/core',
  esbuild: 'esbuild',
  esbuildToCommonJs: 'esbuild',
  rollup: 'rollup',
  rolldown: 'rolldown',
  vite: 'vite',
  vite7: 'vite-7',
  parcel: '@parcel/core',
  bun: '@oven/bun-linux-x64',
} as const
type Tool = keyof typeof tools

interface Built {
  /** The folder of the bundle, which has no project around it. */
  folder: string
  main: string
  code: string
}

interface Request {
  program: string
  target: 'page' | 'node'
  external?: boolean
}

const scratch = await mkdtemp(join(tmpdir(), 'sceyt-bundlers-'))
const project = join(scratch, 'project')
/** The optional peers, in a folder that bundles may be put into. */
const peers = join(scratch, 'peers')

async function installProject(): Promise<void> {
  await mkdir(join(project, 'node_modules'), { recursive: true })
  await mkdir(join(peers, 'node_modules'), { recursive: true })
  // Outside the repository, in whose node_modules the optional peers would be found.
  for (const name of ['@opentelemetry/api', 'jose', 'openapi-fetch', 'msw']) await installInto(project, name)
  for (const name of ['undici', 'swagger-ui-dist']) await installInto(peers, name)
  await cp(join(fixture, 'programs'), join(project, 'programs'), { recursive: true })
  // Bundlers expect CommonJS in a dependency.
  const dependency = join(project, 'node_modules/requires-every-entry')
  await mkdir(dependency)
  await rename(join(project, 'programs/requires-every-entry.cjs'), join(dependency, 'index.cjs'))
  await writeFile(join(dependency, 'package.json'), JSON.stringify({ main: 'index.cjs' }))
  // Parcel would ignore `exports`.
  const manifest = { type: 'module', '@parcel/resolver-default': { packageExports: true } }
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest))
  const tarball = await pack()
  await unpackInto(project, tarball)
  await rm(dirname(tarball), { recursive: true })
}

/** Copies a package and its dependencies into a folder. */
async function installInto(folder: string, name: string): Promise<void> {
  const installed = join(folder, 'node_modules', name)
  if (existsSync(installed)) return
  await cp(join(fixture, 'node_modules', name), installed, { recursive: true })
  const { dependencies = {} } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(dependencies)) await installInto(folder, dependency)
}

/** Builds a program in the project, without warnings, and returns the bundle. */
async function bundle(tool: Tool, { program, ...request }: Request): Promise<Built> {
  const folder = await mkdtemp(join(request.external ? project : scratch, 'bundle-'))
  const parameters = JSON.stringify({ ...request, entry: join(project, 'programs', `${program}.js`), folder })
  const { stdout } = await run(process.execPath, [join(fixture, 'bundle.mjs'), tool, parameters], {
    cwd: project,
    timeout: milliseconds,
  })
  const warnings: string[] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  if (warnings.length > 0) throw new Error(`it warns: ${warnings.join('; ').slice(0, 500)}`)
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.[cm]?js$/.test(name))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const main = files.find((name) => /^main\.[cm]?js$/.test(name))
  if (main === undefined) throw new Error(`it wrote ${files.join(', ')}, and no main`)
  return { folder, main: join(folder, main), code: texts.join('\n') }
}

async function execute({ main, folder }: Built, ...parameters: string[]): Promise<string> {
  const options = { cwd: folder, timeout: milliseconds }
  const { stdout, stderr } = await run(process.execPath, [main, ...parameters], options)
  return (stdout + stderr).trim()
}

/** Moves a bundle beside the optional peers. */
async function besidePeers(built: Built): Promise<Built> {
  const folder = join(peers, 'app')
  await rm(folder, { recursive: true, force: true })
  await cp(built.folder, folder, { recursive: true })
  return { ...built, folder, main: built.main.replace(built.folder, folder) }
}

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected)
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

/** Serves a bundle, and returns the title that it sets in Chromium. */
async function titleOf({ code }: Built, baseUrl: string): Promise<string> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/main.js'
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(isScript ? code : '<!doctype html><title></title><script type="module" src="/main.js"></script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/?baseUrl=${encodeURIComponent(baseUrl)}`)
    await page.waitForFunction('document.title !== ""', undefined, { timeout: milliseconds })
    return await page.title()
  } finally {
    await browser.close()
    server.close()
  }
}

/** Runs a bundled server, and requests its pages and its API. */
async function requestPages({ main, folder }: Built, docs: number): Promise<void> {
  const server = spawn(process.execPath, [main], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const lines = createInterface({ input: server.stdout })
    const [line] = await once(lines, 'line', { signal: AbortSignal.timeout(milliseconds) })
    const { origin, baseUrl } = JSON.parse(line) as { origin: string; baseUrl: string }
    const headers = { 'Platform-Api-Key': 'sandbox-key' }
    const request = async (url: string, status: number, text: string) => {
      const response = await fetch(url, { headers })
      expectEqual(response.status, status, `the status of ${new URL(url).pathname}`)
      expectEqual((await response.text()).includes(text), true, `whether ${new URL(url).pathname} contains ${text}`)
    }
    await request(`${origin}/`, 200, '/docs')
    await request(`${origin}/openapi.json`, 200, 'This sandbox')
    await request(`${baseUrl}/users/zoe`, 200, 'zoe')
    await request(`${origin}/docs`, docs, docs === 200 ? 'SwaggerUIBundle' : 'npm install swagger-ui-dist')
    await request(
      `${origin}/docs/swagger-ui-bundle.js`,
      docs,
      docs === 200 ? 'SwaggerUI' : 'npm install swagger-ui-dist',
    )
  } finally {
    server.kill()
  }
}

/** The results of `programs/use-every-entry.js`. */
const results = {
  '.': 'zoe',
  './bulk': 2,
  './node': 'zoe',
  './openapi.json': 'Sceyt Platform API',
  './otel': 'zoe',
  './package.json': 'sceyt-platform',
  './record': 'zoe',
  './redis': 'zoe',
  './sandbox': 1,
  './sandbox/browser': true,
  './sandbox/demo': true,
  './sandbox/msw': 401,
  './sandbox/node': 200,
  './sandbox/playwright': 'function',
  './sandbox/vitest': 'function',
  './token': 'zoe',
  './validate': 'zoe',
}

/** Left out: BullMQ starts files of its own package, so that an application with workers is not bundled. */
const unbundled = './bulk/bullmq'

async function useEveryEntry(tool: Tool, program: string): Promise<Built> {
  const built = await besidePeers(await bundle(tool, { program, target: 'node' }))
  const { exports } = JSON.parse(await readFile(join(project, 'node_modules/sceyt-platform/package.json'), 'utf8'))
  const expected = Object.keys(exports).filter((name) => name !== unbundled)
  expectEqual(Object.keys(results).sort().join(), expected.sort().join(), 'the entries that are used')
  expectEqual(await execute(built), JSON.stringify(results), 'its output')
  return built
}

/**
 * Rows that are left out. As an ES module, esbuild's output cannot require a module of Node. Parcel leaves the import of
 * `node:zlib` out of a bundle of all entries, though not out of one of the sandbox server alone.
 */
const exceptions = ['esbuild: every entry by require', 'parcel: every entry', 'parcel: every entry by require']

type Check = (tool: Tool, server: SandboxServer) => Promise<Built>

const checks: Readonly<Record<string, Check>> = {
  'a page': async (tool, server) => {
    const built = await bundle(tool, { program: 'page', target: 'page' })
    // openapi-fetch asks whether there is a `process`. Chromium has none.
    const [found] = /\b(import|from) ?\(?["'`]node:|\brequire\(|\bBuffer\b/.exec(built.code) ?? []
    expectEqual(found, undefined, 'parts of Node in it')
    expectEqual(await titleOf(built, server.baseUrl()), 'zoe true', 'what it shows in Chromium')
    return built
  },
  'an upload from Node, without undici': async (tool, server) => {
    const built = await bundle(tool, { program: 'upload', target: 'node' })
    expectEqual(await execute(built, server.baseUrl()), 'true', 'its output')
    return built
  },
  pooledFetch: async (tool, server) => {
    const built = await bundle(tool, { program: 'pooled', target: 'node' })
    const message = 'InputError: users.get: pooledFetch needs undici 7 or 8, found none. Run: npm install undici@7'
    expectEqual(await execute(built, server.baseUrl()), message, 'its output without undici')
    expectEqual(await execute(await besidePeers(built), server.baseUrl()), 'zoe', 'its output with undici')
    return built
  },
  'a sandbox server': async (tool) => {
    const built = await bundle(tool, { program: 'sandbox', target: 'node' })
    await requestPages(built, 501)
    await requestPages(await besidePeers(built), 200)
    return built
  },
  tokens: async (tool) => {
    const built = await bundle(tool, { program: 'token', target: 'node' })
    expectEqual(await execute(built), 'zoe', 'its output')
    return built
  },
  'everything external': async (tool, server) => {
    const built = await bundle(tool, { program: 'upload', target: 'node', external: true })
    expectEqual(built.code.includes('Platform-Api-Key'), false, 'whether the client is in the bundle')
    expectEqual(await execute(built, server.baseUrl()), 'true', 'its output')
    return built
  },
  'where alone': async (tool) => {
    const built = await bundle(tool, { program: 'where', target: 'node' })
    expectEqual(await execute(built), 'type:eq:public', 'its output')
    expectEqual(gzipSync(built.code).byteLength < 2_500, true, 'whether it takes less than 2.5 kB')
    return built
  },
  'createSceyt alone': async (tool) => {
    const built = await bundle(tool, { program: 'client', target: 'node' })
    expectEqual(await execute(built), 'function', 'its output')
    expectEqual(/sandbox-key|RSASSA/.test(built.code), false, 'whether the sandbox or tokens are in the bundle')
    return built
  },
  'every entry': (tool) => useEveryEntry(tool, 'every-entry'),
  'every entry by require': (tool) => useEveryEntry(tool, 'every-entry-by-require'),
}

async function noteOf(tool: Tool, { code }: Built): Promise<string> {
  const manifest = await readFile(join(fixture, 'node_modules', tools[tool], 'package.json'), 'utf8')
  return `${JSON.parse(manifest).version}, ${(gzipSync(code).byteLength / 1_000).toFixed(1)} kB minified and gzipped`
}

async function runRow(tool: Tool, name: string, check: Check): Promise<void> {
  const server = await listen(createSandbox({ seed: { users: [{ username: 'zoe' }] } }))
  const row = { matrix: 'bundler', name: `${tool}: ${name}` }
  try {
    await reportRow({ ...row, note: await noteOf(tool, await check(tool, server)) })
  } catch (error) {
    await reportRow({ ...row, problem: String(error) })
  } finally {
    await server.close()
  }
}

const selected = process.argv.slice(2)
try {
  await run('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: fixture })
  await installProject()
  for (const tool of Object.keys(tools) as Tool[])
    for (const [name, check] of Object.entries(checks))
      if (selected.length === 0 ? !exceptions.includes(`${tool}: ${name}`) : selected.includes(`${tool}: ${name}`))
        await runRow(tool, name, check)
} finally {
  await rm(scratch, { recursive: true })
}
