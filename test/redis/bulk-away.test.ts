import { enqueue } from 'sceyt-platform/bulk/bullmq'
import { listen } from 'sceyt-platform/sandbox/node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startBulkProcess } from './bulk-processes.js'
import {
  bodiesOf,
  channel,
  checkMessages,
  connect,
  ended,
  onWarning,
  pass,
  start,
  statusOf,
  total,
} from './bulk-setup.js'

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
