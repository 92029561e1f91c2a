import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { enqueue } from 'sceyt-platform/bulk/bullmq'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compileCommand } from '../lib/command.js'
import { runCommand } from '../lib/run-command.js'
import { bodiesOf, channel, connect, ended, onWarning, rowsOf, start, statusOf } from './bulk-setup.js'

const command = await compileCommand()
const source = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))
const secret = 'my-secret'

/** A Redis, a sandbox, and the command on both, in a folder of its own. */
async function setUp() {
  const started = await start('requirepass', secret)
  const url = `redis://:${secret}@127.0.0.1:${started.redis.port}`
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-queue-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const baseUrl = started.server.baseUrl()
  const env = {
    SCEYT_BASE_URL: baseUrl,
    SCEYT_API_KEY: 'sandbox-key',
    SCEYT_CONFIG_DIR: folder,
    SCEYT_REDIS_URL: url,
  }
  const at = (name: string) => join(folder, name)
  return {
    ...started,
    url,
    at,
    async write(name: string, content: string | Uint8Array) {
      await writeFile(at(name), content)
      return at(name)
    },
    async run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
      const outcome = await runCommand(command, words, { env: { ...env, ...more } })
      expect(outcome.stdout + outcome.stderr).not.toContain(secret)
      return outcome
    },
    /** Starts `worker`, which ends with the test. */
    work(more: Readonly<Record<string, string>> = {}) {
      const child = spawn(process.execPath, [command, 'worker'], {
        env: { ...process.env, ...env, ...more },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const worker = { text: '', code: undefined as number | null | undefined, stop: async () => {} }
      child.stderr.setEncoding('utf8').on('data', (chunk) => (worker.text += chunk))
      child.on('close', (code) => {
        worker.code = code
      })
      worker.stop = async () => {
        if (worker.code !== undefined) return
        child.kill('SIGTERM')
        await once(child, 'close')
      }
      onTestFinished(async () => {
        if (worker.code !== undefined) return
        child.kill('SIGKILL')
        await once(child, 'close')
      })
      return worker
    },
  }
}

async function jobOf(url: string): Promise<string> {
  const [job] = await connect(url).smembers('sceyt:jobs')
  return job ?? ''
}

const messageRow = (row: number) => `${channel},zoe,message ${row}`
const header = 'channel,from,body'
const bodies = (count: number) => Array.from({ length: count }, (_, row) => `message ${row}`)

describe('rows reach the server as they are in the file, for', () => {
  const csvRows = bodies(250).map((_, row) => messageRow(row))
  const ndjsonRows = bodies(250).map((body) => JSON.stringify({ channel, from: 'zoe', body }))
  const quoted = bodies(250).map((body) => `${channel},zoe,"${body}\nand ""more"", \uFEFFé"`)
  const blank = (rows: readonly string[]) => rows.flatMap((row, index) => (index % 100 > 97 ? [row, '', ''] : [row]))
  test.each<[string, string, string, (body: string) => string]>([
    ['CSV', 'm.csv', [header, ...csvRows].join('\n'), (body) => body],
    ['CSV with CRLF', 'm.csv', `${[header, ...csvRows].join('\r\n')}\r\n`, (body) => body],
    ['CSV with a byte order mark', 'm.csv', `\uFEFF${[header, ...csvRows].join('\n')}\n`, (body) => body],
    ['CSV with both', 'm.csv', `\uFEFF${[header, ...csvRows].join('\r\n')}\r\n`, (body) => body],
    ['CSV with quotes', 'm.csv', [header, ...quoted].join('\n'), (body) => `${body}\nand "more", \uFEFFé`],
    [
      'CSV with all of that',
      'm.csv',
      `\uFEFF${[header, ...quoted].join('\r\n')}`,
      (body) => `${body}\nand "more", \uFEFFé`,
    ],
    ['CSV with blank lines', 'm.csv', ['', header, '', ...blank(csvRows), '', ''].join('\n'), (body) => body],
    ['CSV with blank lines and CRLF', 'm.csv', [header, '', ...blank(csvRows), '', ''].join('\r\n'), (body) => body],
    [
      'CSV whose header is quoted, with a mark',
      'm.csv',
      `\uFEFF"body", from ,channel\n${bodies(250)
        .map((body) => `\uFEFF${body},zoe,${channel}`)
        .join('\n')}`,
      (body) => `\uFEFF${body}`,
    ],
    ['NDJSON', 'm.ndjson', ndjsonRows.join('\n'), (body) => body],
    ['NDJSON with CRLF', 'm.ndjson', `${ndjsonRows.join('\r\n')}\r\n`, (body) => body],
    ['NDJSON with blank lines', 'm.ndjson', ['', ...blank(ndjsonRows), '', ' '].join('\n'), (body) => body],
    ['NDJSON with all of that', 'm.ndjson', `\uFEFF${blank(ndjsonRows).join('\r\n')}\r\n\r\n`, (body) => body],
  ])('%s', async (_, name, content, bodyOf) => {
    const { run, write, work, url, sandbox } = await setUp()
    const outcome = await run(['import', 'messages', await write(name, content), '--queue'])
    expect([outcome.code, outcome.stderr]).toEqual([0, expect.stringContaining('250 messages are in the queue')])
    const worker = work()
    await ended(url, await jobOf(url))
    await worker.stop()
    expect(worker.code).toBe(0)
    expect(bodiesOf(sandbox).sort()).toEqual(bodies(250).map(bodyOf).sort())
  })
})

describe('a worker waits for its file,', () => {
  const content = `username\n${Array.from({ length: 250 }, (_, row) => `user-${row}`).join('\n')}\n`

  test('which changed after it was enqueued, and is right again', async () => {
    const { run, write, work, url, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    await write('users.csv', content.replaceAll('user-', 'usex-'))
    const worker = work()
    await expect
      .poll(() => worker.text, { timeout: 20_000 })
      .toContain(`${path} is not the file that was enqueued. It is tried again.`)
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(1)
    await write('users.csv', content)
    await ended(url, await jobOf(url))
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })

  test('which is missing, and comes back', async () => {
    const { run, write, work, url, at, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    await rename(path, at('elsewhere.csv'))
    const worker = work()
    await expect
      .poll(() => worker.text, { timeout: 20_000 })
      .toContain(`Cannot read the file ${JSON.stringify(path)}: `)
    await rename(at('elsewhere.csv'), path)
    await ended(url, await jobOf(url))
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })

  test('which is replaced by a copy while it sends', async () => {
    const { run, write, work, url, sandbox } = await setUp()
    const path = await write('users.csv', content)
    await run(['import', 'users', path, '--queue'])
    sandbox.faults.add({ latency: 100 })
    const worker = work()
    await expect
      .poll(() => sandbox.snapshot().apps['sandbox']?.users?.length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(10)
    await rm(path)
    await write('users.csv', content)
    await utimes(path, 1, 1)
    sandbox.faults.clear()
    await ended(url, await jobOf(url))
    await worker.stop()
    expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  })
})

test('a worker for another server says so, and leaves the rows to one for their server', async () => {
  const { run, write, work, url, server, sandbox } = await setUp()
  const path = await write('users.csv', 'username\nada\n')
  await run(['import', 'users', path, '--queue'])
  const other = server.baseUrl().replace('127.0.0.1', 'localhost')
  const wrong = work({ SCEYT_BASE_URL: other })
  await expect
    .poll(() => wrong.text, { timeout: 20_000 })
    .toMatch(
      new RegExp(`The rows of .* are for ${server.baseUrl().replace(/\/$/, '')}, and this worker is for .*localhost`),
    )
  await wrong.stop()
  work()
  await ended(url, await jobOf(url))
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(2)
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
    [['--job', 'users', '--send-again', '1,x'], '--send-again: row "1" is not parked.'],
    [['--job', 'users', '--send-again', ''], '--send-again: row "" is not parked.'],
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

test('a Redis or a server that cannot be reached ends a command with 4, and a wrong key with 1', async () => {
  const { run, write, redis, work } = await setUp()
  const path = await write('users.csv', 'username\nada\n')
  const wrong = work({ SCEYT_API_KEY: 'another-key' })
  await run(['import', 'users', path, '--queue'])
  await expect.poll(() => wrong.code, { timeout: 20_000 }).toBe(1)
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
