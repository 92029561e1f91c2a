import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createWorker, enqueue, settleRows } from 'sceyt-platform/bulk/bullmq'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startBulkProcess } from './bulk-processes.js'
import {
  bodiesOf,
  channel,
  checkMessages,
  connect,
  ended,
  messageOf,
  numbersOf,
  onWarning,
  start,
  startJournal,
  statusOf,
  total,
} from './bulk-setup.js'

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
