import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createWorker, enqueue, settleRows } from 'sceyt-platform/bulk/bullmq'
import type { Sandbox } from 'sceyt-platform/sandbox'
import { listen } from 'sceyt-platform/sandbox/node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startBulkProcess } from './bulk-processes.js'
import {
  bodiesOf,
  channel,
  connect,
  ended,
  messageOf,
  numbersOf,
  onWarning,
  rowsOf,
  start,
  startJournal,
  statusOf,
} from './bulk-setup.js'

const total = 1_500

/** Checks that no message was sent twice, and that each one that is missing is parked. Returns the number of parked rows. */
async function checkMessages(url: string, sandbox: Sandbox): Promise<number> {
  const bodies = bodiesOf(sandbox)
  const sent = new Set(bodies)
  expect(sent.size).toBe(bodies.length)
  const parked = await rowsOf(url, 'messages', 'parked')
  const missing = Array.from({ length: total }, (_, row) => row).filter((row) => !sent.has(`message ${row}`))
  expect(parked).toEqual(expect.arrayContaining(missing))
  expect(await statusOf(url, 'messages')).toMatchObject({
    failed: 0,
    parked: parked.length,
    done: total - parked.length,
  })
  return parked.length
}

/** Two workers in processes of their own, while they send messages. */
async function sending() {
  const started = await start()
  const { url, sandbox, server } = started
  await enqueue({ connection: url, job: 'messages', total, batchSize: 50, input: { channel }, onWarning })
  const workers = await Promise.all([1, 2].map(() => startBulkProcess(url, server.baseUrl())))
  for (const worker of workers) onTestFinished(() => worker.kill())
  const untilSent = (count: number) =>
    expect.poll(() => bodiesOf(sandbox).length, { timeout: 30_000, interval: 1 }).toBeGreaterThan(count)
  await untilSent(200)
  return { ...started, workers, untilSent }
}

/** Waits for a time to pass. */
const pass = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  return expect.poll(() => performance.now() > end, { timeout: milliseconds + 5_000 }).toBe(true)
}

describe('workers go on by themselves, nothing is lost and nothing is doubled, after Redis was', () => {
  test('killed', async () => {
    const { redis, url, sandbox, workers, untilSent } = await sending()
    for (const count of [400, 700, 1_000]) {
      await redis.kill()
      await redis.start()
      await untilSent(count)
    }
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)

  test('away for 5 s', async () => {
    const { redis, url, sandbox, workers } = await sending()
    await redis.kill()
    await pass(5_000)
    await redis.start()
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)

  test('frozen for longer than a batch is without a sign of life', async () => {
    const { redis, url, sandbox, workers } = await sending()
    redis.freeze()
    await pass(4_000)
    redis.thaw()
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)

  test('full', async () => {
    const { url, sandbox, workers, untilSent } = await sending()
    const redis = connect(url)
    await redis.config('SET', 'maxmemory', '1')
    await expect
      .poll(() => workers.flatMap(({ lines }) => lines).join('\n'), { timeout: 20_000 })
      .toContain('Redis is full: raise its maxmemory.')
    await pass(3_000)
    const before = bodiesOf(sandbox).length
    expect(before).toBeLessThan(total)
    await redis.config('SET', 'maxmemory', '0')
    await untilSent(before)
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)

  test('a replica for a while', async () => {
    const { url, sandbox, workers, untilSent } = await sending()
    const redis = connect(url)
    await redis.replicaof('127.0.0.1', '1')
    await pass(2_000)
    const before = bodiesOf(sandbox).length
    await redis.replicaof('NO', 'ONE')
    await untilSent(before)
    await ended(url, 'messages')
    await Promise.all(workers.map((worker) => worker.close()))
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)
})

describe('enqueue', () => {
  const program = fileURLToPath(new URL('bulk-enqueue-program.ts', import.meta.url))
  const job = { job: 'users', total: 40_000, batchSize: 10 }

  test.each([false, true])(
    'that is killed (in order: %s) adds everything once when it is repeated',
    async (inOrder) => {
      const { url } = await startJournal()
      const redis = connect(url)
      const options = { connection: url, ...job, inOrder }
      for (const added of [0, 1_000, 2_000]) {
        const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
          stdio: 'inherit',
        })
        onTestFinished(() => {
          child.kill('SIGKILL')
        })
        await expect
          .poll(async () => Number(await redis.hget('sceyt:{users}:job', 'added')), { timeout: 20_000, interval: 1 })
          .toBeGreaterThan(added)
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      expect(Number(await redis.hget('sceyt:{users}:job', 'added'))).toBeLessThan(4_000)
      // The first batch is the last one to be added.
      if (inOrder) expect(await redis.llen('sceyt:bulk:wait')).toBe(0)
      const reference = ({ from }: { from: number }) => ({ at: from })
      await enqueue({ ...options, reference, onWarning })
      await enqueue({ ...options, reference, onWarning })
      const ids = await redis.lrange('sceyt:bulk:wait', 0, -1)
      const batches = Array.from({ length: inOrder ? 1 : 4_000 }, (_, batch) => `users_${batch}`)
      expect(ids.sort()).toEqual(batches.sort())
      const references = await redis.hgetall('sceyt:{users}:references')
      expect(Object.keys(references)).toHaveLength(4_000)
      expect(references['3999']).toBe('{"at":39990}')
    },
  )

  test('goes on after Redis was killed, or fails and adds the rest when it is repeated', async () => {
    const { redis, url } = await startJournal()
    const options = { connection: url, ...job, onWarning }
    const reader = connect(url)
    const first = messageOf(enqueue(options))
    await expect
      .poll(async () => Number(await reader.hget('sceyt:{users}:job', 'added')), { timeout: 20_000, interval: 1 })
      .toBeGreaterThan(0)
    await redis.kill()
    await redis.start()
    await first
    await enqueue(options)
    expect(new Set(await reader.lrange('sceyt:bulk:wait', 0, -1)).size).toBe(4_000)
    expect(await reader.llen('sceyt:bulk:wait')).toBe(4_000)
  })

  test('that finds Redis full on its way says so, and adds the rest when it is repeated', async () => {
    const { url } = await startJournal()
    const redis = connect(url)
    const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
    await redis.config('SET', 'maxmemory', String(used + 2_000_000))
    expect(await messageOf(enqueue({ connection: url, ...job, onWarning }))).toContain('Redis is full')
    const before = await redis.llen('sceyt:bulk:wait')
    expect(before).toBeLessThan(4_000)
    await redis.config('SET', 'maxmemory', '0')
    await enqueue({ connection: url, ...job, onWarning })
    expect(new Set(await redis.lrange('sceyt:bulk:wait', 0, -1)).size).toBe(4_000)
    expect(await redis.llen('sceyt:bulk:wait')).toBe(4_000)
  })
})

describe('close', () => {
  test('finishes the rows in flight, and another worker sends the rest at once', async () => {
    const { url } = await startJournal()
    await enqueue({ connection: url, job: 'rows', total: 300, onWarning })
    const begun = new Set<number>()
    const twice: number[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const perform = async (row: number) => {
      if (begun.has(row)) twice.push(row)
      begun.add(row)
      await held
    }
    const options = { connection: url, read: numbersOf, perform, takeover: 60_000, onWarning }
    const first = await createWorker(options)
    await expect.poll(() => begun.size, { timeout: 10_000 }).toBe(16)
    const other = await createWorker({ ...options, concurrency: 2 })
    await expect.poll(() => begun.size, { timeout: 10_000 }).toBe(17)
    const closing = first.close()
    let isClosed = false
    void closing.then(() => {
      isClosed = true
    })
    await pass(200)
    expect(isClosed).toBe(false)
    const started = performance.now()
    release()
    await closing
    await ended(url, 'rows', 20_000)
    expect(performance.now() - started).toBeLessThan(5_000)
    await other.close()
    expect(twice).toEqual([])
    expect(await statusOf(url, 'rows')).toMatchObject({ done: 300, parked: 0, failed: 0 })
  })

  test('wakes a worker that waits for rows', async () => {
    const { url } = await startJournal()
    const begun: number[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const options = { connection: url, read: numbersOf, takeover: 60_000, onWarning }
    const first = await createWorker({
      ...options,
      perform: async (row: number) => {
        begun.push(row)
        await held
      },
    })
    await enqueue({ connection: url, job: 'rows', total: 100, onWarning })
    await expect.poll(() => begun.length, { timeout: 10_000 }).toBe(8)
    const other = await createWorker({ ...options, perform: async (row: number) => begun.push(row) })
    const started = performance.now()
    release()
    await first.close()
    await ended(url, 'rows', 20_000)
    expect(performance.now() - started).toBeLessThan(5_000)
    await other.close()
    expect(begun.length).toBe(100)
  })

  test('does not wait for a Redis that is away, if no row is in flight', async () => {
    const { redis, url } = await startJournal()
    const worker = await createWorker({
      connection: url,
      read: numbersOf,
      perform: async () => {},
      onWarning,
      onError() {},
    })
    await enqueue({ connection: url, job: 'rows', total: 2, onWarning })
    await ended(url, 'rows')
    await redis.kill()
    await pass(500)
    await worker.close()
    await worker.closed
  }, 20_000)
})

test('a job in order keeps its order, and doubles nothing, when its workers are killed', async () => {
  const { url, sandbox, server } = await start()
  const input = { channel, inOrder: true }
  await enqueue({ connection: url, job: 'messages', total, batchSize: 20, inOrder: true, input, onWarning })
  for (const count of [100, 300, 500]) {
    const workers = await Promise.all([1, 2].map(() => startBulkProcess(url, server.baseUrl())))
    await expect.poll(() => bodiesOf(sandbox).length, { timeout: 30_000, interval: 1 }).toBeGreaterThan(count)
    await Promise.all(workers.map((worker) => worker.kill()))
  }
  const last = await startBulkProcess(url, server.baseUrl())
  await ended(url, 'messages')
  await last.close()
  await checkMessages(url, sandbox)
  const numbers = bodiesOf(sandbox).map((body) => Number(body.split(' ')[1]))
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
}, 120_000)

test('rows that are sent again are sent once, also if the call that marks them was killed', async () => {
  const { url } = await startJournal()
  const sent: number[] = []
  let isBroken = true
  const worker = await createWorker({
    connection: url,
    read: numbersOf,
    perform: async (row: number) => {
      if (isBroken && row % 2 === 0) throw new Error('broken')
      sent.push(row)
    },
    onWarning,
  })
  await enqueue({ connection: url, job: 'rows', total: 60, batchSize: 20, onWarning })
  await ended(url, 'rows')
  isBroken = false
  const settle = (rows: object) => settleRows({ connection: url, job: 'rows', ...rows })
  expect(await settle({ done: [0], sendAgain: [2, 4, 22, 1] })).toBe(4)
  expect(await settle({ done: [0], sendAgain: [2, 4, 22] })).toBe(0)
  await expect.poll(async () => (await statusOf(url, 'rows'))?.done, { timeout: 10_000 }).toBe(34)

  const program = fileURLToPath(new URL('bulk-settle-program.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], { stdio: 'inherit' })
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  await expect.poll(async () => (await statusOf(url, 'rows'))?.done, { timeout: 30_000 }).toBe(35)
  await worker.close()
  expect(sent.sort((one, other) => one - other)).toEqual(
    Array.from({ length: 60 }, (_, row) => row).filter((row) => row % 2 === 1 || [2, 4, 22, 44].includes(row)),
  )
}, 90_000)

describe('a server', () => {
  test('that is down for a while loses no row, and parks none', async () => {
    const { url, sandbox, server } = await start()
    const { port } = new URL(server.baseUrl())
    await server.close()
    const worker = await startBulkProcess(url, server.baseUrl())
    onTestFinished(() => worker.kill())
    await enqueue({ connection: url, job: 'messages', total, batchSize: 50, input: { channel }, onWarning })
    await pass(3_000)
    const again = await listen(sandbox, { port: Number(port) })
    onTestFinished(() => again.close())
    await ended(url, 'messages')
    await worker.close()
    expect(await checkMessages(url, sandbox)).toBe(0)
  }, 90_000)

  test('that is out of order has few rows parked, and gets the others when it works again', async () => {
    const { url, sandbox, server } = await start()
    sandbox.faults.add({ status: 503, headers: { 'Retry-After': '0' } })
    const worker = await startBulkProcess(url, server.baseUrl())
    onTestFinished(() => worker.kill())
    await enqueue({ connection: url, job: 'messages', total, batchSize: 100, input: { channel }, onWarning })
    await expect.poll(async () => (await statusOf(url, 'messages'))?.parked, { timeout: 20_000 }).toBeGreaterThan(99)
    await pass(4_000)
    sandbox.faults.clear()
    expect((await statusOf(url, 'messages'))?.parked).toBeLessThan(120)
    await ended(url, 'messages', 70_000)
    await worker.close()
    expect(await checkMessages(url, sandbox)).toBeLessThan(120)
  }, 120_000)
})

test('a row that is done takes less than 50 bytes of Redis', async () => {
  const { url } = await startJournal()
  const redis = connect(url)
  const used = async () => {
    const keys = await redis.keys('sceyt:*')
    const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key, 'SAMPLES', 0)))
    return sizes.reduce((sum: number, size) => sum + Number(size), 0)
  }
  await enqueue({ connection: url, job: 'first', total: 1, onWarning })
  const worker = await createWorker({
    connection: url,
    read: numbersOf,
    perform: async () => {},
    concurrency: 100,
    onWarning,
  })
  await ended(url, 'first')
  const before = await used()
  await enqueue({ connection: url, job: 'rows', total: 20_000, onWarning })
  await ended(url, 'rows')
  await worker.close()
  const bytes = ((await used()) - before) / 20_000
  console.info(JSON.stringify({ bytes }))
  expect(bytes).toBeLessThan(50)
}, 90_000)
