import { createWorker, enqueue } from 'sceyt-platform/bulk/bullmq'
import { describe, expect, test } from 'vitest'
import { connect, ended, numbersOf, onWarning, pass, startJournal, statusOf } from './bulk-setup.js'

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
