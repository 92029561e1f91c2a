import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readStatus } from 'sceyt-platform/bulk/bullmq'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { readFences } from '../guides/guides.js'
import { root, toModule } from '../samples/examples.js'
import { startRedis } from './redis-server.js'

// Within the project, so that the programs find its packages.
const folder = join(root, 'node_modules/.redis-guides')
const programs = (await readFences('ts')).filter(({ guide }) => guide === 'many-machines.md')
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the program that contains some words, with a Redis server and a sandbox of its own. */
async function start(words: string, change = (code: string) => code) {
  const redis = await startRedis('appendonly', 'yes', 'appendfsync', 'always')
  const connection = `redis://127.0.0.1:${redis.port}`
  const sandbox = createSandbox({ seed: { users: [{ username: 'zoe', first_name: 'Zoe' }] } })
  const server = await listen(sandbox)
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    print.mockRestore()
    await server.close()
  })
  vi.stubEnv('SCEYT_BASE_URL', server.baseUrl())
  vi.stubEnv('SCEYT_API_KEY', 'sandbox-key')
  vi.stubEnv('SCEYT_REDIS_URL', connection)
  const [program] = programs.filter(({ code }) => code.includes(words))
  await mkdir(folder, { recursive: true })
  const file = join(folder, `program-${program?.line}.ts`)
  await writeFile(file, toModule({ code: change(program?.code ?? '') }))
  return { sandbox, connection, print, running: import(/* @vite-ignore */ pathToFileURL(file).href) }
}

test('the guide has two programs, each of which runs here', () => {
  expect(programs).toHaveLength(2)
})

test('the worker of the guide performs every row', async () => {
  // As it stands, it has a hundred thousand.
  const { sandbox, connection, running } = await start('createWorker', (code) => code.replace('100_000', '150'))
  const isFinished = async () => (await readStatus(connection)).jobs.every((job) => job.isFinished)
  await expect.poll(async () => (sandbox.journal.count >= 150 ? isFinished() : false), { timeout: 60_000 }).toBe(true)
  process.emit('SIGTERM', 'SIGTERM')
  await running
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(151)
})

test('the client of the guide shares its rate limit, and ends', async () => {
  const { sandbox, print, running } = await start('sharedLimiter')
  await running
  expect(print.mock.calls).toEqual([['zoe']])
  expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(['getUser'])
})
