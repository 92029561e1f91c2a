import { Redis } from 'ioredis'
import { createSceyt } from 'sceyt-platform'
import { createWorker, enqueue, listRows, readStatus, settleRows } from 'sceyt-platform/bulk/bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { Random } from '../../scripts/soak/sandbox/random.js'
import { startBulkProcess } from './bulk-processes.js'
import { bodiesOf, channel, ended, onWarning, start, statusOf, toArray } from './bulk-setup.js'

test('rows of several jobs are sent by two workers, each once, and the counts are those of all', async () => {
  const { url, sandbox, server } = await start()
  const connection = new Redis(url)
  const monitor = await connection.monitor()
  onTestFinished(() => {
    connection.disconnect()
    monitor.disconnect()
  })
  const commands: string[] = []
  monitor.on('monitor', (_time, words: string[]) => commands.push(words.join(' ')))
  await enqueue({ connection: url, job: 'users', total: 250, batchSize: 20 })
  await enqueue({ connection: url, job: 'messages', total: 130, input: { channel } })
  const workers = await Promise.all([1, 2].map(() => startBulkProcess(url, server.baseUrl())))
  await ended(url, 'users')
  await ended(url, 'messages')
  expect(await readStatus(url)).toMatchObject({
    jobs: [
      { job: 'messages', total: 130, done: 130, failed: 0, parked: 0 },
      { job: 'users', total: 250, done: 250, failed: 0, parked: 0 },
    ],
    workers: 2,
  })
  await Promise.all(workers.map((worker) => worker.close()))
  expect(sandbox.snapshot().apps['sandbox']?.users).toHaveLength(251)
  expect(bodiesOf(sandbox).sort()).toEqual(Array.from({ length: 130 }, (_, row) => `message ${row}`).sort())
  expect(workers.flatMap(({ lines }) => lines)).toEqual([])
  // Redis receives what a row is called, and neither its content nor the API key.
  expect(commands.some((command) => command.includes('sceyt:{users}:rows:0'))).toBe(true)
  expect(commands.filter((command) => /sandbox-key|message 1\b|user-1\b/.test(command))).toEqual([])
})

test('a job in order is sent batch after batch, also by several workers', async () => {
  const { url, sandbox, server } = await start()
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
  const options = {
    connection: url,
    read: ({ from, to }: { from: number; to: number }) => Array.from({ length: to - from }, (_, index) => from + index),
    perform: (row: number, call: object) => sceyt.messages.send(channel, { from: 'zoe', body: String(row) }, call),
    order: () => 'one',
    onWarning,
  }
  const workers = await Promise.all([createWorker(options), createWorker(options)])
  await enqueue({ connection: url, job: 'messages', total: 55, batchSize: 10, inOrder: true, onWarning })
  await ended(url, 'messages')
  await Promise.all(workers.map((worker) => worker.close()))
  expect(bodiesOf(sandbox)).toEqual(Array.from({ length: 55 }, (_, row) => String(row)))
})

test('rows that the server rejects are listed with the error, and are sent again on demand; results are kept', async () => {
  const { url, server } = await start()
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
  const worker = await createWorker({
    connection: url,
    read: ({ input }) => input as string[],
    perform: (username: string, call) => sceyt.users.create({ username }, call),
    toRecord: ({ username }) => ({ username }),
    onWarning,
  })
  await enqueue({ connection: url, job: 'users', total: 3, input: ['ada', 'zoe', 'kim'], onWarning })
  await ended(url, 'users')
  expect(await statusOf(url, 'users')).toMatchObject({ done: 2, failed: 1, parked: 0 })
  const rows = async (state: 'failed' | 'done') => {
    const found = await toArray(listRows({ connection: url, job: 'users' }, state))
    return found.sort((one, other) => one.row - other.row)
  }
  expect(await rows('failed')).toEqual([{ row: 1, value: expect.stringContaining('409') }])
  expect(await rows('done')).toEqual([
    { row: 0, value: { username: 'ada' } },
    { row: 2, value: { username: 'kim' } },
  ])
  await sceyt.users.delete('zoe')
  expect(await settleRows({ connection: url, job: 'users', done: [0], sendAgain: [1, 2] })).toBe(1)
  await expect.poll(() => statusOf(url, 'users'), { timeout: 30_000 }).toMatchObject({ done: 3, failed: 0, parked: 0 })
  await worker.close()
  expect(await rows('failed')).toEqual([])
})

test('a reference is given to the batch that it was made for', async () => {
  const { url, server } = await start()
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
  const found: unknown[] = []
  const worker = await createWorker({
    connection: url,
    read: (batch) => {
      found.push(batch)
      return Array.from({ length: batch.to - batch.from }, (_, index) => `user-${batch.from + index}`)
    },
    perform: (username: string, call) => sceyt.users.create({ username }, call),
    onWarning,
  })
  await enqueue({
    connection: url,
    job: 'users',
    total: 15,
    batchSize: 10,
    input: { file: 'u.csv' },
    reference: ({ from, to }) => ({ bytes: [from * 7, to * 7] }),
    onWarning,
  })
  await ended(url, 'users')
  await worker.close()
  expect(found).toEqual([
    { job: 'users', input: { file: 'u.csv' }, from: 0, to: 10, reference: { bytes: [0, 70] } },
    { job: 'users', input: { file: 'u.csv' }, from: 10, to: 15, reference: { bytes: [70, 105] } },
  ])
})

test.each([1, 4])(
  'with %s workers that are killed at random moments, no message is lost or doubled, and each unknown one is parked',
  async (count) => {
    const { url, sandbox, server } = await start()
    const seedOfKills = Math.floor(Math.random() * 2 ** 32)
    const random = new Random(seedOfKills)
    const total = 1_500
    await enqueue({ connection: url, job: 'messages', total, batchSize: 50, input: { channel }, onWarning })
    let workers = await Promise.all(Array.from({ length: count }, () => startBulkProcess(url, server.baseUrl())))
    for (let kills = 0; kills < 3; kills++) {
      const before = bodiesOf(sandbox).length
      // Rows of killed workers may never be sent.
      const goal = before + 10 + random.below(190)
      await expect
        .poll(() => bodiesOf(sandbox).length, { timeout: 30_000, interval: 1 })
        .toBeGreaterThan(Math.min(goal, total - 60))
      const [killed, ...others] = workers
      await killed?.kill()
      workers = [...others, await startBulkProcess(url, server.baseUrl())]
    }
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    const bodies = bodiesOf(sandbox)
    const sent = new Set(bodies)
    expect(sent.size, `seed ${seedOfKills}`).toBe(bodies.length)
    const parked = (await toArray(listRows({ connection: url, job: 'messages' }, 'parked'))).map(({ row }) => row)
    const missing = Array.from({ length: total }, (_, row) => row).filter((row) => !sent.has(`message ${row}`))
    expect(parked, `seed ${seedOfKills}`).toEqual(expect.arrayContaining(missing))
    const status = await statusOf(url, 'messages')
    expect(status).toMatchObject({ total, failed: 0, parked: parked.length, done: total - parked.length })
    // At most what was in flight in the three workers that were killed.
    expect(parked.length).toBeLessThanOrEqual(3 * 16)
  },
  120_000,
)

test('a row of a worker that seemed dead is done once that worker records it', async () => {
  const { url, sandbox, server } = await start()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key' })
  await enqueue({ connection: url, job: 'messages', total: 2, input: { channel }, onWarning })
  const first = await startBulkProcessThatHangs(url, server.baseUrl())
  const other = await createWorker({
    connection: url,
    takeover: 1_000,
    read: ({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index),
    perform: async (row: number, call) => {
      await held
      return sceyt.messages.send(channel, { from: 'zoe', body: String(row) }, call)
    },
    onWarning,
    onError() {},
  })
  // The worker that hangs has begun both rows.
  await expect.poll(async () => (await statusOf(url, 'messages'))?.parked, { timeout: 30_000 }).toBe(2)
  first.child.kill('SIGCONT')
  await expect.poll(async () => (await statusOf(url, 'messages'))?.done, { timeout: 30_000 }).toBe(2)
  expect((await statusOf(url, 'messages'))?.parked).toBe(0)
  expect(await toArray(listRows({ connection: url, job: 'messages' }, 'parked'))).toEqual([])
  release()
  await first.kill()
  await other.close()
  expect(bodiesOf(sandbox).sort()).toEqual(['message 0', 'message 1'])

  async function startBulkProcessThatHangs(redisUrl: string, baseUrl: string) {
    sandbox.faults.add({ latency: 1_000 })
    const worker = await startBulkProcess(redisUrl, baseUrl)
    const connection = new Redis(redisUrl)
    onTestFinished(() => connection.disconnect())
    const rows = () => connection.hvals('sceyt:{messages}:rows:0')
    await expect
      .poll(rows, { timeout: 30_000, interval: 5 })
      .toEqual([expect.stringMatching(/^b/), expect.stringMatching(/^b/)])
    worker.child.kill('SIGSTOP')
    sandbox.faults.clear()
    return worker
  }
})
