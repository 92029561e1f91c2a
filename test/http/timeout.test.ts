import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSceyt, type Fetch, type Sceyt, type SceytOptions, TimeoutError } from '../../src/index.js'
import {
  abortable,
  apiKey,
  failure,
  hanging,
  inSequence,
  json,
  recordingClient,
  respondingWith,
  stalling,
} from '../lib/fetches.js'
import { serve, unusedOrigin } from '../lib/serve.js'

const send = (sceyt: Sceyt, options = {}) => sceyt.messages.send('1', { from: 'zoe', body: 'Hello' }, options)

describe('a time limit', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('ends a call after 30 seconds, even if fetch ignores its signal', async () => {
    const { sceyt } = recordingClient(hanging)
    const error = failure(send(sceyt))
    await vi.advanceTimersByTimeAsync(29_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(await error).toMatchObject({
      limit: 'timeout',
      timeout: 30_000,
      duration: 30_000,
      operationId: 'sendMessage',
      message: expect.stringContaining('The request may have taken effect'),
    })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can be set for the client, and for one call', async () => {
    const { sceyt } = recordingClient(hanging, { timeout: 500, maxRetries: 0 })
    const [long, short] = [failure(sceyt.users.get('zoe')), failure(sceyt.users.get('zoe', { timeout: 5 }))]
    await vi.advanceTimersByTimeAsync(500)
    expect(await long).toMatchObject({ timeout: 500 })
    expect(await short).toMatchObject({ timeout: 5 })
  })

  const stalled = stalling(200, '{"username":')
  const phases: [string, Fetch, SceytOptions, object, RegExp][] = [
    [
      'headers',
      abortable,
      { timeout: 100 },
      { limit: 'timeout', phase: 'headers', attempts: 1 },
      /timeout of 100 ms reached while waiting for the response\./,
    ],
    [
      'headers, unheeded',
      hanging,
      { timeout: 100 },
      { limit: 'timeout', phase: 'headers' },
      /waiting for the response/,
    ],
    [
      'body',
      stalled,
      { timeout: 100 },
      { limit: 'timeout', phase: 'body', attempts: 1 },
      /timeout of 100 ms reached while reading the response body\./,
    ],
    [
      'headers, whole call',
      abortable,
      { totalTimeout: 100 },
      { limit: 'totalTimeout', phase: 'headers' },
      /totalTimeout of 100 ms .* waiting for the response\./,
    ],
    [
      'body, whole call',
      stalled,
      { totalTimeout: 100 },
      { limit: 'totalTimeout', phase: 'body' },
      /totalTimeout of 100 ms reached while reading the response body\./,
    ],
    [
      'the shorter',
      abortable,
      { timeout: 100, totalTimeout: 5000 },
      { limit: 'timeout', phase: 'headers' },
      /timeout of 100 ms/,
    ],
    [
      'the shorter, whole call',
      abortable,
      { timeout: 5000, totalTimeout: 100 },
      { limit: 'totalTimeout', phase: 'headers' },
      /totalTimeout of 100 ms/,
    ],
  ]
  it.each(phases)(
    'is reported with its name, its length and the phase of the call: %s',
    async (_what, respond, limits, fields, words) => {
      for (const hasMiddleware of [false, true]) {
        const { sceyt, sent } = recordingClient(respond, { ...limits, maxRetries: 0 })
        if (hasMiddleware) sceyt.raw.use({ onRequest: () => undefined })
        const caller = new AbortController()
        const [error, write] = [failure(sceyt.users.get('zoe', { signal: caller.signal })), failure(send(sceyt))]
        await vi.advanceTimersByTimeAsync(99)
        expect(getEventListeners(caller.signal, 'abort').length).toBeGreaterThan(0)
        await vi.advanceTimersByTimeAsync(1)
        expect(await error).toBeInstanceOf(TimeoutError)
        expect(await error).toMatchObject({ ...fields, timeout: 100, duration: 100, operationId: 'getUser' })
        expect(((await error) as Error).message).toMatch(words)
        expect(((await error) as Error).message).toMatch(/The call is safe to retry\.$/)
        expect(((await write) as Error).message).toMatch(/The request may have taken effect: check before you retry\.$/)
        expect(sent).toHaveLength(2)
        expect(vi.getTimerCount()).toBe(0)
        expect(getEventListeners(caller.signal, 'abort')).toEqual([])
      }
    },
  )

  it('does not hide a status that is known, however slow its body is', async () => {
    const { sceyt, sent } = recordingClient(stalling(401, '{"message":"Unk'), { timeout: 100 })
    const error = failure(send(sceyt))
    await vi.advanceTimersByTimeAsync(100)
    expect(await error).toMatchObject({ name: 'AuthenticationError', status: 401 })
    expect(sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of the whole call covers the wait in the queue, and reports that nothing was sent', async () => {
    const { sceyt, sent } = recordingClient(hanging, { maxConcurrent: 1 })
    void failure(send(sceyt))
    const error = failure(send(sceyt, { totalTimeout: 200 }))
    await vi.advanceTimersByTimeAsync(200)
    expect(await error).toMatchObject({
      name: 'TimeoutError',
      limit: 'totalTimeout',
      timeout: 200,
      phase: 'queue',
      attempts: 0,
      duration: 200,
    })
    expect(((await error) as Error).message).toMatch(
      /^messages\.send: totalTimeout of 200 ms reached while waiting in the queue\. Nothing was sent\.$/,
    )
    expect(sent).toHaveLength(1)
  })

  it('of an attempt starts with the attempt, not in the queue', async () => {
    const { sceyt } = recordingClient(
      inSequence(abortable, () => json({ username: 'zoe' })),
      { maxConcurrent: 1, maxRetries: 0, timeout: 100 },
    )
    const first = failure(sceyt.users.get('zoe'))
    const second = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(100)
    expect(await first).toMatchObject({ phase: 'headers' })
    expect(await second).toEqual({ username: 'zoe' })
  })

  it('of the whole call covers the wait to retry, also if the queue waits longer than Retry-After', async () => {
    const { sceyt } = recordingClient(
      inSequence(respondingWith(429, { 'retry-after': '1' }), respondingWith(429, { 'retry-after': '10' })),
    )
    const error = failure(send(sceyt, { totalTimeout: 3000 }))
    void failure(send(sceyt, { maxRetries: 0 }))
    await vi.advanceTimersByTimeAsync(3000)
    expect(await error).toMatchObject({ limit: 'totalTimeout', timeout: 3000, phase: 'backoff', attempts: 1 })
    expect(((await error) as Error).message).toContain('totalTimeout of 3000 ms reached while waiting to retry.')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of the whole call covers all attempts, and shortens the last one', async () => {
    const { sceyt, sent } = recordingClient(abortable, { timeout: 1000, totalTimeout: 3500, maxRetries: 9 })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(3500)
    const { attempts = 0 } = (await error) as TimeoutError
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(sent).toHaveLength(attempts)
    expect(attempts).toBeGreaterThan(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of the whole call covers a middleware that hangs', async () => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    sceyt.raw.use({ onRequest: () => new Promise<undefined>(() => {}) })
    const error = failure(sceyt.users.get('zoe', { totalTimeout: 100 }))
    await vi.advanceTimersByTimeAsync(100)
    expect(await error).toMatchObject({
      limit: 'totalTimeout',
      attempts: 0,
      message: expect.stringContaining('Nothing was sent.'),
    })
    expect(sent).toEqual([])
  })

  it('is none if it is Infinity', async () => {
    const { sceyt } = recordingClient(hanging, { timeout: Infinity })
    void failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer behind after a success', async () => {
    const { sceyt } = recordingClient(() => json({ username: 'zoe' }))
    await sceyt.users.get('zoe', { totalTimeout: 5000 })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('aborts the signal of a fetch that reads it only afterwards', async () => {
    let signal: AbortSignal | null | undefined
    const respond: Fetch = async (_url, init) => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      signal = init.signal
      return json({ username: 'zoe' })
    }
    const { sceyt } = recordingClient(respond, { timeout: 100, maxRetries: 0 })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(200)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(signal?.aborted).toBe(true)
    expect(signal?.reason).toBe(await error)
  })

  it('cancels a response that arrives too late', async () => {
    const cancel = vi.fn()
    const respond: Fetch = async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return new Response(new ReadableStream({ cancel }))
    }
    const { sceyt } = recordingClient(respond, { timeout: 100, maxRetries: 0 })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(200)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(cancel).toHaveBeenCalledTimes(1)
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
      }).then(async ({ origin }) => {
        expect(
          await failure(createSceyt({ baseUrl: origin, apiKey }).users.get('zoe', { signal: controller.signal })),
        ).toBe(reason)
      })
    })
    await closed
  })

  it('may be shared by any number of calls: it has one listener, and Node warns of no leak', async () => {
    const { sceyt } = recordingClient(abortable)
    const caller = new AbortController()
    const reason = new Error('Shutting down')
    const calls = Array.from({ length: 20 }, () => failure(sceyt.users.get('zoe', { signal: caller.signal })))
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(1)
    caller.abort(reason)
    expect(await Promise.all(calls)).toEqual(calls.map(() => reason))
    expect(getEventListeners(caller.signal, 'abort')).toEqual([])
  })

  it.each([null, 0, '', false])('may have any reason, such as %j', async (reason) => {
    const { sceyt } = recordingClient(abortable)
    const caller = new AbortController()
    const ended = [
      failure(sceyt.users.get('zoe', { signal: AbortSignal.abort(reason) })),
      failure(sceyt.users.get('zoe', { signal: caller.signal })),
    ]
    caller.abort(reason)
    expect(await Promise.all(ended)).toEqual([reason, reason])
  })

  it('that is aborted already stops the call before it is sent', async () => {
    const attempts: number[] = []
    const { sceyt, sent } = recordingClient(() => json({}), {
      hooks: { onError: ({ attempt }) => attempts.push(attempt) },
    })
    const reason = new Error('Too late')
    expect(await failure(sceyt.users.get('zoe', { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(sent).toEqual([])
    expect(attempts).toEqual([0])
  })
})

describe.each([false, true])('a stream, with a middleware: %s', (hasMiddleware) => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function open(options: { timeout?: number; totalTimeout?: number } = {}) {
    const caller = new AbortController()
    const source: { controller?: ReadableStreamDefaultController<Uint8Array>; cancelled?: unknown } = {}
    const { sceyt } = recordingClient(async (_url, { signal }) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          source.controller = controller
          signal?.addEventListener('abort', () => controller.error(signal.reason))
        },
        cancel(reason) {
          source.cancelled = reason
        },
      })
      return new Response(body)
    })
    if (hasMiddleware) sceyt.raw.use({ onRequest: () => undefined })
    const stream = await sceyt.files.download('x.bin', { as: 'stream', signal: caller.signal, ...options })
    const listeners = () => getEventListeners(caller.signal, 'abort').length
    return { caller, source, listeners, reader: stream.getReader() }
  }

  it('has no time limit once its headers are received', async () => {
    const { source, reader } = await open({ timeout: 100, totalTimeout: 200 })
    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(1000)
    source.controller?.enqueue(Uint8Array.of(1, 2))
    expect((await reader.read()).value).toEqual(Uint8Array.of(1, 2))
  })

  it('is still ended by the signal, with its reason', async () => {
    const { caller, source, reader } = await open()
    source.controller?.enqueue(Uint8Array.of(1))
    expect((await reader.read()).value).toEqual(Uint8Array.of(1))
    const reason = new Error('Changed my mind')
    caller.abort(reason)
    expect(await failure(reader.read())).toBe(reason)
    expect(getEventListeners(caller.signal, 'abort')).toEqual([])
  })

  it.each<[string, (opened: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ['ends', async ({ source, reader }) => [source.controller?.close(), await reader.read()]],
    [
      'fails',
      async ({ source, reader }) => [source.controller?.error(new Error('broken')), await failure(reader.read())],
    ],
    ['is cancelled', async ({ reader }) => reader.cancel('enough')],
  ])('removes its listener from the signal when it %s', async (_how, end) => {
    const opened = await open()
    expect(opened.listeners()).toBe(1)
    await end(opened)
    expect(opened.listeners()).toBe(0)
  })

  it('that is cancelled cancels the response body', async () => {
    const { source, reader } = await open()
    await reader.cancel('enough')
    expect(source.cancelled).toBe('enough')
  })
})

it('a connection that is closed is a ConnectionError with its code', async () => {
  const { origin } = await serve((request) => request.socket.destroy())
  const error = await failure(send(createSceyt({ baseUrl: origin, apiKey })))
  expect(error).toMatchObject({ name: 'ConnectionError', unsent: false, attempts: 1, operationId: 'sendMessage' })
  expect(error).toMatchObject({ message: expect.stringContaining('The request may have taken effect') })
  expect((error as Error).cause).toBeInstanceOf(Error)
})

it('a connection that is refused is a ConnectionError that reports that nothing was sent', async () => {
  const sceyt = createSceyt({ baseUrl: await unusedOrigin(), apiKey, maxRetries: 0 })
  expect(await failure(send(sceyt))).toMatchObject({
    name: 'ConnectionError',
    unsent: true,
    message: expect.stringMatching(/ECONNREFUSED.*Nothing was sent\.$/),
  })
})
