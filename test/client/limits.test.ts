import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSceyt, TimeoutError } from '../../src/index.js'
import { apiKey, failure, json, observe, serve } from './servers.js'

const never = () => new Promise<never>(() => {})

describe('a timeout', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('ends a call after 30 seconds, even if fetch ignores its signal', async () => {
    const { sceyt } = observe(never)
    const error = failure(sceyt.messages.send('1', { from: 'zoe', body: 'Hello' }))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(await error).toMatchObject({ timeout: 30_000, operationId: 'sendMessage', message: expect.stringContaining('It may have taken effect') })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can be set for the client, and for one call', async () => {
    const { sceyt } = observe(never, { timeout: 500 })
    const [long, short] = [failure(sceyt.users.get('zoe')), failure(sceyt.users.get('zoe', { timeout: 5 }))]
    await vi.advanceTimersByTimeAsync(500)
    expect(await long).toMatchObject({ timeout: 500 })
    expect(await short).toMatchObject({ timeout: 5 })
  })

  it('covers the body', async () => {
    const { sceyt } = observe(async () => new Response(new ReadableStream({ pull: never })))
    const error = failure(sceyt.users.get('zoe', { timeout: 100 }))
    await vi.advanceTimersByTimeAsync(100)
    expect(await error).toBeInstanceOf(TimeoutError)
  })

  it('leaves no timer behind after a success', async () => {
    const { sceyt } = observe(() => json({ username: 'zoe' }))
    await sceyt.users.get('zoe')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe("the caller's signal", () => {
  it('rejects with its own reason, through to the connection', async () => {
    const controller = new AbortController()
    const reason = new Error('Changed my mind')
    const closed = new Promise<void>((resolve) => {
      void serve((request) => {
        request.socket.on('close', () => resolve())
        controller.abort(reason)
      }).then(async (origin) => {
        expect(await failure(createSceyt({ baseUrl: origin, apiKey }).users.get('zoe', { signal: controller.signal }))).toBe(reason)
      })
    })
    await closed
  })

  it('that has fired already stops the call before it is sent', async () => {
    const { sceyt, sent } = observe(() => json({}))
    const reason = new Error('Too late')
    expect(await failure(sceyt.users.get('zoe', { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(sent).toEqual([])
  })
})

it('a refused connection is a ConnectionError with its code', async () => {
  const origin = await serve((request) => request.socket.destroy())
  const error = await failure(createSceyt({ baseUrl: origin, apiKey }).messages.send('1', { from: 'zoe', body: 'Hello' }))
  expect(error).toMatchObject({ name: 'ConnectionError', operationId: 'sendMessage', message: expect.stringContaining('It may have taken effect') })
  expect((error as Error).cause).toBeInstanceOf(Error)
})
