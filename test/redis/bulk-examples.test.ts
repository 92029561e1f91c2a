import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { enqueue, readStatus } from 'sceyt-platform/bulk/bullmq'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Example, readExamples, root, toModule } from '../samples/examples.js'
import { startRedis } from './redis-server.js'

// Within the project, so that the examples find its packages.
const folder = join(root, 'node_modules/.redis-examples')
const examples = (await readExamples()).filter(({ source }) => source.startsWith('src/bulk/bullmq/'))

test('every function has an example, and each runs', async () => {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const connection = `redis://127.0.0.1:${redis.port}`
  const sandbox = createSandbox()
  const server = await listen(sandbox)
  onTestFinished(() => server.close())
  await mkdir(folder, { recursive: true })
  onTestFinished(() => rm(folder, { recursive: true }))
  vi.stubEnv('SCEYT_BASE_URL', server.baseUrl())
  vi.stubEnv('SCEYT_API_KEY', 'sandbox-key')
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => {
    vi.unstubAllEnvs()
    print.mockRestore()
    warn.mockRestore()
  })
  const run = async ({ name, code }: Example) => {
    const file = join(folder, `${name}.ts`)
    await writeFile(file, toModule({ code: code.replaceAll('redis://127.0.0.1:6379', connection) }))
    return import(/* @vite-ignore */ pathToFileURL(file).href)
  }
  const find = (wanted: string) => examples.find(({ name }) => name === wanted) as Example
  await enqueue({ connection, job: 'messages', total: 20, input: 'two examples need the job' })
  // Its rows are those of the example of the worker, which sends them all.
  await enqueue({ connection, job: 'first', total: 150 })
  const working = run(find('createWorker'))
  await expect
    .poll(async () => (await readStatus(connection)).jobs.every(({ isFinished }) => isFinished), { timeout: 30_000 })
    .toBe(true)
  for (const name of ['enqueue', 'readStatus', 'listRows', 'settleRows']) await run(find(name))
  process.emit('SIGTERM', 'SIGTERM')
  await working
  expect(sandbox.snapshot().apps['sandbox']?.users?.length).toBeGreaterThanOrEqual(150)
  expect(print.mock.calls.flat().join()).toContain('first: ')
  expect(warn.mock.calls.flat().join()).toContain('appendonly is no')
  expect(examples.map(({ name }) => name).sort()).toEqual([
    'createWorker',
    'enqueue',
    'listRows',
    'readStatus',
    'settleRows',
  ])
})
