import { AuthenticationError, createSceyt, type Sceyt } from 'sceyt-platform'
import { createWorker, enqueue, type QueuedBatch } from 'sceyt-platform/bulk/bullmq'
import { describe, expect, it } from 'vitest'
import { bodiesOf, channel, ended, numbersOf, onWarning, rowsOf, start, startJournal, statusOf } from './bulk-setup.js'

describe('a worker', () => {
  it.each([
    { read: () => Array.from({ length: 7 }, (_, row) => row), message: 'read must return 10 rows, got 7.' },
    { read: () => Array.from({ length: 11 }, (_, row) => row), message: 'read must return 10 rows, got more.' },
    {
      read: () => {
        throw new Error('no such file')
      },
      message: 'no such file',
    },
    { read: () => 5 as never, message: 'not async iterable' },
  ])('reports rows that cannot be read ($message), and sends none of the batch', async ({ read, message }) => {
    const { url } = await startJournal()
    const errors: string[] = []
    let sent = 0
    const perform = async () => {
      sent++
    }
    const onError = (error: Error, batch: QueuedBatch | undefined) => errors.push(`${batch?.job}: ${error.message}`)
    const bad = await createWorker({ connection: url, read, perform, onWarning, onError })
    await enqueue({ connection: url, job: 'users', total: 10, onWarning })
    await expect.poll(() => errors, { timeout: 10_000 }).toEqual([expect.stringContaining(message)])
    expect([errors[0]?.startsWith('users: '), sent]).toEqual([true, 0])
    await bad.close()
    const good = await createWorker({ connection: url, read: numbersOf, perform, onWarning })
    await ended(url, 'users', 15_000)
    await good.close()
    expect([sent, (await statusOf(url, 'users'))?.done]).toEqual([10, 10])
  })

  it('parks a row whose call throws an error of another kind, and a row that can be repeated too, after all attempts', async () => {
    const { url } = await startJournal()
    let calls = 0
    const worker = await createWorker({
      connection: url,
      read: numbersOf,
      perform: async (row: number) => {
        calls++
        if (row < 2) throw new Error('of its own')
      },
      isRepeatable: (row) => row === 1,
      onWarning,
    })
    await enqueue({ connection: url, job: 'users', total: 5, onWarning })
    await ended(url, 'users')
    await worker.close()
    expect(await rowsOf(url, 'users', 'parked')).toEqual([0, 1])
    expect(calls).toBe(8)
  })

  it('with a wrong API key is closed with the error, and every row is sent by another one', async () => {
    const { url, server, sandbox } = await start()
    await enqueue({ connection: url, job: 'messages', total: 250, onWarning })
    const errors: string[] = []
    const work = (apiKey: string) => {
      const sceyt = createSceyt({ baseUrl: server.baseUrl(), apiKey })
      return createWorker({
        connection: url,
        read: numbersOf,
        perform: (row: number, call) => sceyt.messages.send(channel, { from: 'zoe', body: String(row) }, call),
        onWarning,
        onError: ({ message }) => errors.push(message),
      })
    }
    const wrong = await work('another-key')
    await expect(wrong.closed).rejects.toBeInstanceOf(AuthenticationError)
    // It is the one that `closed` rejects with, and the batches are not retried by this worker.
    expect(errors).toEqual([])
    expect(await statusOf(url, 'messages')).toMatchObject({ done: 0, failed: 0, parked: 0 })
    const started = performance.now()
    const right = await work('sandbox-key')
    await ended(url, 'messages')
    // The batches of the first worker are free, and do not have to be taken over.
    expect(performance.now() - started).toBeLessThan(10_000)
    await right.close()
    expect(await statusOf(url, 'messages')).toMatchObject({ done: 250, failed: 0, parked: 0 })
    expect(bodiesOf(sandbox)).toHaveLength(250)
  })

  it('parks a row whose second call is rejected for the API key, and closes at once', async () => {
    const { url, server, sandbox } = await start()
    await enqueue({ connection: url, job: 'messages', total: 1, onWarning })
    const [sceyt, wrong] = ['sandbox-key', 'another-key'].map((apiKey) =>
      createSceyt({ baseUrl: server.baseUrl(), apiKey }),
    ) as [Sceyt, Sceyt]
    const worker = await createWorker({
      connection: url,
      read: numbersOf,
      async perform(row: number, call) {
        await sceyt.messages.send(channel, { from: 'zoe', body: String(row) }, call)
        await wrong.messages.send(channel, { from: 'zoe', body: 'second' }, call)
      },
      onWarning,
    })
    await expect(worker.closed).rejects.toBeInstanceOf(AuthenticationError)
    expect(await statusOf(url, 'messages')).toMatchObject({ done: 0, failed: 0, parked: 1 })
    expect(bodiesOf(sandbox)).toEqual(['0'])
  }, 20_000)

  it('keeps to the concurrency over all its batches, and reports the rows in flight', async () => {
    const { url } = await startJournal()
    let [inFlight, most, reported] = [0, 0, 0]
    const worker = await createWorker({
      connection: url,
      concurrency: 3,
      read: numbersOf,
      perform: async () => {
        most = Math.max(most, ++inFlight)
        await new Promise((resolve) => setTimeout(resolve, 2))
        inFlight--
      },
      onWarning,
      onProgress: ({ progress }) => {
        reported = Math.max(reported, progress.inFlight)
      },
    })
    await enqueue({ connection: url, job: 'users', total: 60, batchSize: 5, onWarning })
    await ended(url, 'users')
    await worker.close()
    // The row of an event is in flight no more.
    expect([most, reported]).toEqual([3, 2])
  })

  it('counts a row as done whose result cannot be kept', async () => {
    const { url } = await startJournal()
    const errors: string[] = []
    let sent = 0
    const worker = await createWorker({
      connection: url,
      read: numbersOf,
      perform: async () => ++sent,
      toRecord: () => 1n,
      onWarning,
      onError: ({ message }) => errors.push(message),
    })
    await enqueue({ connection: url, job: 'users', total: 3, onWarning })
    await ended(url, 'users')
    await worker.close()
    expect([sent, (await statusOf(url, 'users'))?.done]).toEqual([3, 3])
    expect(errors[0]).toMatch(/^toRecord must return a value for JSON: /)
  })
})
