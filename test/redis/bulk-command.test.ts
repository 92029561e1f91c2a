import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect as connectTo, createServer as createProxy, type Server as NetServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { enqueue } from 'sceyt-platform/bulk/bullmq'
import { createSandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compileCommand } from '../lib/command.js'
import { runCommand } from '../lib/run-command.js'
import { bodies, header, jobOf, messageRow, setUpQueue } from './bulk-queue.js'
import { bodiesOf, channel, connect, ended, onWarning, rowsOf, statusOf } from './bulk-setup.js'

const command = await compileCommand()
const setUp = () => setUpQueue(command)
const source = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))

test('workers of two servers on one Redis send the rows of their own server, and say which jobs wait for the other', async () => {
  const { run, write, work, url, server, sandbox } = await setUp()
  const other = createSandbox()
  const otherServer = await listen(other)
  onTestFinished(() => otherServer.close())
  const path = await write('users.csv', 'username\nada\n')
  await run(['import', 'users', path, '--queue'])
  const [job, baseUrl] = [await jobOf(url), server.baseUrl().replace(/\/$/, '')]
  expect((await run(['status'])).stdout).toContain(`0 parked, no worker for ${baseUrl}\n0 workers`)
  const wrong = work({ SCEYT_BASE_URL: otherServer.baseUrl() })
  await expect
    .poll(() => wrong.text, { timeout: 20_000 })
    .toContain(
      `${job} waits for a worker for ${baseUrl}. This worker is for ${otherServer.baseUrl()}`.replace(/\/$/, ''),
    )
  const names = Array.from({ length: 250 }, (_, row) => `user${row}`)
  const others = await write('others.csv', ['username', ...names].join('\n'))
  await run(['import', 'users', others, '--queue'], { SCEYT_BASE_URL: otherServer.baseUrl() })
  await expect.poll(() => other.snapshot().apps['sandbox']?.users?.length, { timeout: 20_000 }).toBe(250)
  expect(await statusOf(url, job)).toMatchObject({ done: 0, queue: baseUrl, workers: 0 })
  const right = work()
  await ended(url, job)
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
  expect((await run(['status'])).stdout).toContain('2 workers')
  for (const { text } of [wrong, right]) expect(text).not.toContain('It will be retried')
})

describe('status', () => {
  test('lists rows that failed or are parked, marks them as done, and sends them again once', async () => {
    const { run, write, work, url, sandbox } = await setUp()
    const rows = [...bodies(5).map((_, row) => messageRow(row)), `${channel},nobody,rejected`]
    await run(['import', 'messages', await write('m.csv', [header, ...rows].join('\n')), '--queue'])
    const job = await jobOf(url)
    sandbox.faults.add({ status: 500, times: 3 })
    const worker = work()
    await ended(url, job)
    const parked = await rowsOf(url, job, 'parked')
    const [failed] = await rowsOf(url, job, 'failed')
    expect(parked).toHaveLength(3)
    const shown = await run(['status', '--job', job])
    expect(shown.code).toBe(0)
    const lines = shown.stdout.trim().split('\n')
    expect(lines[0]).toMatch(new RegExp(`^${job}: 6 of 6, 100 %, \\d failed, 3 parked$`))
    for (const row of parked) expect(lines).toContain(`row ${row + 1} is parked: it may have been sent.`)
    if (failed !== undefined) expect(lines[1]).toMatch(new RegExp(`^row ${failed + 1} failed: `))
    const all = await run(['status'])
    expect(all.stdout).toMatch(new RegExp(`^${job}: 6 of 6.*\n1 worker\n$`))
    const [first, second, third] = parked.map((row) => row + 1)
    const settled = await run([
      'status',
      '--job',
      job,
      '--mark-done',
      `${first}`,
      '--send-again',
      `${second},${second}`,
    ])
    expect([settled.code, settled.stdout]).toEqual([0, '1 marked as done, 1 to be sent again.\n'])
    await expect.poll(() => rowsOf(url, job, 'parked'), { timeout: 20_000 }).toEqual([Number(third) - 1])
    await ended(url, job)
    expect((await run(['status', '--job', job, '--send-again', 'all'])).stdout).toBe(
      '0 marked as done, 1 to be sent again.\n',
    )
    await expect.poll(async () => (await statusOf(url, job))?.parked, { timeout: 20_000 }).toBe(0)
    await ended(url, job)
    await worker.stop()
    const sent = bodiesOf(sandbox).filter((body) => body !== 'rejected')
    expect(new Set(sent).size).toBe(sent.length)
    const missing = bodies(5).filter((body) => !sent.includes(body))
    // The row that was marked as done was never sent.
    expect(missing).toEqual(Number(first) <= 5 ? [`message ${Number(first) - 1}`] : [])
  })

  test.each<[string[], string]>([
    [['--mark-done', '1'], '--mark-done and --send-again need the name of a job: pass --job NAME.'],
    [['--job', 'other'], 'There is no job "other". The queue has users.'],
    [['--job', 'users', '--mark-done', '7'], '--mark-done: row "7" is not parked.'],
    [['--job', 'users', '--send-again', '1,x'], '--send-again: row "1" has not failed, and is not parked.'],
    [['--job', 'users', '--send-again', ''], '--send-again: row "" has not failed, and is not parked.'],
    [['--redis', 'http://127.0.0.1'], '--redis must be a URL that begins with redis:// or rediss://.'],
    [['--redis', 'redis://:my-secret@127.0.0.1:port'], '--redis must be a URL'],
    [['--redis', 'redis://:my/secret@127.0.0.1'], '--redis must be a URL'],
  ])('%j is a usage error', async (words, message) => {
    const { run, url } = await setUp()
    await enqueue({ connection: url, job: 'users', total: 1, onWarning })
    const { code, stderr } = await run(['status', ...words])
    expect([stderr, code]).toEqual([expect.stringContaining(message), 2])
  })

  test('a row that is named twice is a usage error', async () => {
    const { run, url } = await setUp()
    await enqueue({ connection: url, job: 'users', total: 3, onWarning })
    const redis = connect(url)
    await redis.hset('sceyt:{users}:rows:0', 1, 'pgone')
    await redis.sadd('sceyt:{users}:parked', 1)
    await redis.hset('sceyt:{users}:job', 'parked', 1)
    const { code, stderr } = await run(['status', '--job', 'users', '--mark-done', '2', '--send-again', 'all'])
    expect([stderr, code]).toEqual(['Row 2 is in both --mark-done and --send-again.\n', 2])
  })
})

test('a worker that is stopped right after its start finishes its requests, also if Redis is slow', async () => {
  const { run, write, work, redis } = await setUp()
  let connections = 0
  const proxy = createProxy((socket) => {
    socket.on('error', () => {})
    // The first two are those of the worker. The others, such as for the status, get no reply.
    if (++connections > 2) return
    const target = connectTo(redis.port, '127.0.0.1').on('error', () => {})
    socket.pipe(target).pipe(socket)
    socket.on('close', () => target.destroy())
  }).listen(0, '127.0.0.1')
  const held: ServerResponse[] = []
  const api = createServer((request, response) => {
    request.resume()
    held.push(response)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    for (const server of [proxy, api]) server.close()
    api.closeAllConnections()
  })
  await Promise.all([once(proxy, 'listening'), once(api, 'listening')])
  const portOf = (server: NetServer) => (server.address() as AddressInfo).port
  const env = { SCEYT_BASE_URL: `http://127.0.0.1:${portOf(api)}/v1/app` }
  await run(['import', 'messages', await write('m.csv', `${header}\n${messageRow(0)}`), '--queue'], env)
  const worker = work({ ...env, SCEYT_REDIS_URL: `redis://:my-secret@127.0.0.1:${portOf(proxy)}` })
  await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1)
  const stopping = worker.stop()
  await expect.poll(() => worker.text, { timeout: 10_000 }).toContain('Stopping: ')
  held[0]?.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
  await stopping
  expect([worker.code, worker.text]).toEqual([0, expect.stringContaining('rows: 1 done, 0 failed, 0 parked')])
})

test('a worker with a rate can be for a long base URL', async () => {
  const { run, work, server } = await setUp()
  const worker = work({ SCEYT_BASE_URL: `${server.baseUrl()}${'x'.repeat(200)}` }, '--rate', '5/s')
  await expect.poll(async () => (await run(['status'])).stdout, { timeout: 20_000 }).toContain('1 worker')
  await worker.stop()
  expect([worker.code, worker.text]).toEqual([0, expect.stringContaining('rows: 0 done')])
})

test('a Redis or a server that cannot be reached ends a command with 4, and a wrong key with 5', async () => {
  const { run, write, redis, work } = await setUp()
  const path = await write('users.csv', 'username\nada\n')
  const wrong = work({ SCEYT_API_KEY: 'another-key' })
  await run(['import', 'users', path, '--queue'])
  await expect.poll(() => wrong.code, { timeout: 20_000 }).toBe(5)
  await redis.kill()
  for (const words of [['status'], ['status', '--job', 'users'], ['worker'], ['import', 'users', path, '--queue']]) {
    const { code, stderr } = await run(words)
    expect([stderr, code]).toEqual([`Redis cannot be used: connect ECONNREFUSED 127.0.0.1:${redis.port}\n`, 4])
  }
})

test('a wrong password, and options of import that need no queue, are usage errors', async () => {
  const { run, write, redis } = await setUp()
  const path = await write('users.csv', 'username\nada\n')
  const at = `127.0.0.1:${redis.port}`
  for (const words of [['status'], ['worker'], ['import', 'users', path, '--queue']]) {
    const wrong = await run([...words, '--redis', `redis://:another@${at}`])
    expect([wrong.stderr, wrong.code]).toEqual([expect.stringContaining('Redis cannot be used: WRONGPASS'), 2])
    const none = await run(words, { SCEYT_REDIS_URL: '' })
    expect([none.stderr, none.code]).toEqual(['Pass --redis URL, or set SCEYT_REDIS_URL.\n', 2])
  }
  expect((await run(['import', 'users', '-', '--queue'])).code).toBe(2)
  expect((await run(['import', 'users', path, '--queue', '--dry-run'])).code).toBe(2)
  const mapped = await run([
    'import',
    'messages',
    await write('m.csv', header),
    '--queue',
    '--map',
    'channels.journal.ndjson',
  ])
  expect([mapped.stderr, mapped.code]).toEqual([expect.stringMatching(/--queue.* cannot be used with .*--map/), 2])
  expect(await jobOf(`redis://:my-secret@${at}`)).toBe('')
})

test('without bullmq, a command says what to install', async () => {
  const { write, at } = await setUp()
  const path = await write('users.csv', 'username\nada\n')
  const hooks = `export async function resolve(name, context, next) {
    if (name !== 'bullmq') return next(name, context)
    throw Object.assign(new Error("Cannot find package 'bullmq'"), { code: 'ERR_MODULE_NOT_FOUND' })
  }`
  await write('hooks.mjs', hooks)
  await write('register.mjs', `import { register } from 'node:module'\nregister('./hooks.mjs', import.meta.url)`)
  for (const words of [['status'], ['worker'], ['import', 'users', path, '--queue']]) {
    const env = { NODE_OPTIONS: `--import tsx --import ${at('register.mjs')}`, SCEYT_REDIS_URL: 'redis://127.0.0.1:1' }
    const { code, stderr } = await runCommand(source, words, { env })
    expect([stderr, code]).toEqual([
      'The queue needs the packages bullmq and ioredis. Run: npm install bullmq ioredis\n',
      2,
    ])
  }
})
