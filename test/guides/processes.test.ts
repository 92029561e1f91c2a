import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { root } from '../samples/examples.js'
import { readFences } from './guides.js'

// Programs of the guides that are processes of their own: a test of node:test, and a server that a signal stops.
const timeout = 60_000
const fences = await readFences('ts')
let folder: string
let sandbox: Sandbox
let served: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  // Within the repository, so that the programs find the package by its name.
  folder = await mkdtemp(join(root, 'test/guides/.programs-'))
  sandbox = createSandbox({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } })
  served = await listen(sandbox)
})

afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

/** Writes the program that contains these words, and returns its file. */
async function fileWith(words: string): Promise<string> {
  const found = fences.filter(({ code }) => code.includes(words))
  expect(found.map(({ guide }) => guide)).toHaveLength(1)
  const file = join(folder, `${words.replaceAll(/\W/g, '')}.ts`)
  await writeFile(file, found[0]?.code ?? '')
  return file
}

/** The environment of a program that calls the sandbox. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...env } = process.env
  const server = { SCEYT_BASE_URL: served.baseUrl(), SCEYT_API_KEY: 'sandbox-key' }
  return { ...env, ...server, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }
}

it('the test of the guide passes under node:test', { timeout }, async () => {
  const file = await fileWith("from 'node:test'")
  const parameters = ['--import', 'tsx', '--test', '--test-reporter=tap', file]
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: root, env: environment() })
  expect(stdout).toContain('# pass 1\n')
  expect(stdout).toContain('# fail 0\n')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the server of the guide, and resolves once it accepts connections. */
async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const file = await fileWith('const stopping')
  const port = await freePort()
  const env = { ...environment(), PORT: String(port) }
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: root, env, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout },
    )
    .toBe(200)
  return { child, url }
}

it('a server that is stopped completes the requests in flight, and exits', { timeout }, async () => {
  const { child, url } = await startServer()
  sandbox.faults.add({ operation: 'getUser', latency: 1_000, times: 1 })
  onTestFinished(() => sandbox.faults.clear())
  const response = fetch(url, { headers: { Connection: 'close' } })
  // The fault is used up once the request has arrived.
  await expect.poll(() => sandbox.faults.list, { timeout }).toEqual([])
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await (await response).text()).toBe('Zoe')
  expect(await exited).toEqual([0, null])
})
