import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { LazyPromise, type Result, toApiPromise } from '../../src/client/api-promise.js'

const failure = new Error('failed')
const redact = (text: string) => text

function succeeding() {
  const response = new Response('', { status: 201, headers: { 'x-request-id': 'r-1', 'ratelimit-remaining': '3' } })
  const start = vi.fn(async (): Promise<Result<number>> => ({ data: 5, response, attempts: 2, duration: 7, redact }))
  return { start, response, promise: new LazyPromise(start) }
}

function failing() {
  const start = vi.fn((): Promise<Result<number>> => Promise.reject(failure))
  return { start, promise: new LazyPromise(start) }
}

describe('LazyPromise', () => {
  it('does not start by itself', async () => {
    const { start } = succeeding()
    await Promise.resolve()
    expect(start).not.toHaveBeenCalled()
  })

  it('starts once, however often it is asked', async () => {
    const { start, response, promise } = succeeding()
    expect(await promise).toBe(5)
    expect(await promise).toBe(5)
    expect(await promise.withResponse()).toEqual({
      data: 5,
      response,
      status: 201,
      requestId: 'r-1',
      rateLimit: { limit: undefined, remaining: 3, reset: undefined },
      attempts: 2,
      duration: 7,
    })
    expect((await promise.withResponse()).response).toBe(response)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('starts once if it is asked twice at the same time', async () => {
    const { start, response, promise } = succeeding()
    const [data, whole] = await Promise.all([promise, promise.withResponse()])
    expect(data).toBe(5)
    expect(whole.response).toBe(response)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('passes a failure on through each way of asking, and does not try again', async () => {
    const { start, promise } = failing()
    await expect((async () => await promise)()).rejects.toBe(failure)
    await expect(promise.withResponse()).rejects.toBe(failure)
    await expect(promise.then()).rejects.toBe(failure)
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('lets catch handle a failure, and passes a success by it', async () => {
    const handler = vi.fn(() => 'handled')
    expect(await failing().promise.catch(handler)).toBe('handled')
    expect(handler).toHaveBeenCalledExactlyOnceWith(failure)
    expect(await succeeding().promise.catch(handler)).toBe(5)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('runs finally after either end, which stays as it was', async () => {
    const last = vi.fn()
    expect(await succeeding().promise.finally(last)).toBe(5)
    await expect(failing().promise.finally(last)).rejects.toBe(failure)
    expect(last.mock.calls).toEqual([[], []])
  })

  it('hands the data, or the failure, to the functions given to then', async () => {
    expect(await succeeding().promise.then((data) => data + 1)).toBe(6)
    expect(await succeeding().promise.then(null)).toBe(5)
    expect(await failing().promise.then(undefined, (error) => [error])).toEqual([failure])
    await expect(
      succeeding().promise.then(() => {
        throw failure
      }),
    ).rejects.toBe(failure)
  })

  it('works where promises are combined', async () => {
    expect(await Promise.all([succeeding().promise, 6, succeeding().promise])).toEqual([5, 6, 5])
    await expect(Promise.all([succeeding().promise, failing().promise])).rejects.toBe(failure)
    expect(await Promise.allSettled([succeeding().promise, failing().promise])).toEqual([
      { status: 'fulfilled', value: 5 },
      { status: 'rejected', reason: failure },
    ])
    expect(await Promise.race([succeeding().promise])).toBe(5)
    expect(await (async () => succeeding().promise)()).toBe(5)
  })

  it.each<[string, (promise: LazyPromise<number>) => unknown]>([
    ['then', (promise) => promise.then((data) => data)],
    ['catch', (promise) => promise.catch(() => {})],
    ['finally', (promise) => promise.finally(() => {})],
    ['withResponse', (promise) => promise.withResponse()],
  ])('gives a plain promise from %s', (_method, derive) => {
    const { promise } = succeeding()
    const derived = derive(promise)
    expect(promise).toBeInstanceOf(Promise)
    expect(derived).toBeInstanceOf(Promise)
    expect(derived).not.toBeInstanceOf(LazyPromise)
  })
})

describe('toApiPromise', () => {
  it('gives the data, or all that is known of the call', async () => {
    const { start, response } = succeeding()
    const promise = toApiPromise(start())
    expect(await promise).toBe(5)
    expect(await promise.withResponse()).toEqual(
      await succeeding()
        .promise.withResponse()
        .then((whole) => ({ ...whole, response })),
    )
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('passes a failure on through each way of asking', async () => {
    const promise = toApiPromise(failing().start())
    await expect(promise).rejects.toBe(failure)
    await expect(promise.withResponse()).rejects.toBe(failure)
  })

  it('leaves no rejection unhandled if only the response is awaited, and one if neither is', async () => {
    const unhandled = vi.fn()
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', unhandled)
    onTestFinished(() => {
      process.removeAllListeners('unhandledRejection')
      for (const listener of others) process.on('unhandledRejection', listener)
    })
    await expect(toApiPromise(failing().start()).withResponse()).rejects.toBe(failure)
    await new Promise(setImmediate)
    expect(unhandled).not.toHaveBeenCalled()
    toApiPromise(failing().start())
    await new Promise(setImmediate)
    expect(unhandled).toHaveBeenCalledTimes(1)
  })
})
