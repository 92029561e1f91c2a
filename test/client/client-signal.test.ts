import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createSceyt, type Fetch, InputError } from '../../src/index.js'
import {
  abortable,
  apiKey,
  collect,
  failure,
  hanging,
  json,
  recordingClient,
  respondingWith,
  stalling,
} from '../lib/fetches.js'

const reason = new InputError('shutdown', 'is in progress.')
const zoe = { username: 'zoe' }
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A client with a signal, and a way to count its listeners. */
function stoppable(fetch: Fetch, options: object = {}) {
  const controller = new AbortController()
  const client = recordingClient(fetch, { signal: controller.signal, ...options })
  return { ...client, controller, listeners: () => getEventListeners(controller.signal, 'abort').length }
}

describe('the signal of a client', () => {
  it.each<[string, Fetch, object]>([
    ['waiting for a response', abortable, {}],
    ['of a `fetch` that ignores it', hanging, {}],
    ['reading a body', stalling(200, '{"username":'), {}],
    ['waiting after a 429', respondingWith(429, { 'retry-after': '30' }), {}],
    ['waiting after a 503', respondingWith(503, { 'retry-after': '30' }), {}],
    ['waiting for the limiter', () => json(zoe), { limiter: { acquire: () => new Promise(() => {}) } }],
  ])('ends every call with its reason, %s', async (_phase, fetch, options) => {
    const { sceyt, controller, listeners } = stoppable(fetch, options)
    const own = new AbortController()
    const calls = [
      sceyt.users.get('zoe'),
      sceyt.users.get('zoe', { signal: own.signal }),
      sceyt.raw.GET('/users'),
      sceyt.users.upsert(zoe),
      sceyt.users.upsert(zoe),
      collect(sceyt.users.list()),
    ].map(failure)
    await new Promise((resolve) => setTimeout(resolve, 20))
    // All calls share one listener.
    expect(listeners()).toBe(1)
    controller.abort(reason)
    for (const call of calls) expect(await call).toBe(reason)
    expect([listeners(), getEventListeners(own.signal, 'abort').length]).toEqual([0, 0])
  })

  it('ends calls in the queue, in a middleware and in a stream', async () => {
    const { sceyt, controller, listeners, sent } = stoppable(stalling(200, 'a'), { maxConcurrent: 1 })
    const stream = await sceyt.files.download('a', { as: 'stream' })
    const reading = failure(new Response(stream).text())
    const first = failure(sceyt.users.get('zoe'))
    const queued = failure(sceyt.users.get('zoe'))
    await settle()
    sceyt.raw.use({ onRequest: () => new Promise<undefined>(() => {}) })
    const held = failure(sceyt.users.get('zoe'))
    await settle()
    controller.abort(reason)
    expect(await Promise.all([first, queued, held, reading])).toEqual([reason, reason, reason, reason])
    expect(sent).toHaveLength(2)
    expect(listeners()).toBe(0)
  })

  it('refuses every call once it is aborted, whatever its reason, before anything is sent', async () => {
    for (const given of [reason, 5, '', null]) {
      const { sceyt, controller, sent } = stoppable(() => json(zoe))
      controller.abort(given)
      expect(await failure(sceyt.users.get('zoe'))).toBe(given)
      expect(await failure(sceyt.users.get('zoe', { signal: new AbortController().signal }))).toBe(given)
      sceyt.raw.use({ onRequest() {} })
      expect(await failure(sceyt.users.get('zoe'))).toBe(given)
      expect(sent).toEqual([])
    }
  })

  it('leaves the signal of a call in force, with its own reason, and no listener after a call', async () => {
    const { sceyt, listeners } = stoppable(abortable)
    const own = new AbortController()
    const call = failure(sceyt.users.get('zoe', { signal: own.signal }))
    own.abort('mine')
    expect(await call).toBe('mine')
    expect([listeners(), getEventListeners(own.signal, 'abort').length]).toEqual([0, 0])
    const good = stoppable(() => json(zoe))
    for (let calls = 0; calls < 20; calls++) await good.sceyt.users.get('zoe', { signal: own.signal }).catch(() => {})
    expect(good.listeners()).toBe(0)
  })

  it.each([0, 'first'])('that is aborted just before that of the call ends it with its reason: %j', async (first) => {
    const { sceyt, controller } = stoppable(hanging)
    const own = new AbortController()
    const call = failure(sceyt.users.get('zoe', { signal: own.signal }))
    await settle()
    controller.abort(first)
    own.abort(new Error('second'))
    expect(await call).toBe(first)
  })

  it.each([null, 5, {}, new EventTarget(), new AbortController()])('is refused if it is %o', (signal) => {
    const options = { baseUrl: 'https://api.example.com', apiKey, signal: signal as never }
    expect(() => createSceyt(options)).toThrow('signal must be an AbortSignal, got')
  })
})

it('a signal of a call without removeEventListener is refused', async () => {
  const { sceyt, sent } = recordingClient(() => json(zoe))
  const signal = { aborted: false, throwIfAborted() {}, addEventListener() {} } as unknown as AbortSignal
  expect(await failure(sceyt.users.get('zoe', { signal }))).toMatchObject({ name: 'InputError', parameter: 'signal' })
  expect(sent).toEqual([])
})

it.each([false, true])(
  'a call ends with the very reason of its signal, an InputError too, with a middleware: %s',
  async (observed) => {
    const { sceyt } = recordingClient(abortable)
    if (observed) sceyt.raw.use({ onRequest() {} })
    const controller = new AbortController()
    const call = failure(sceyt.users.get('zoe', { signal: controller.signal }))
    await settle()
    controller.abort(reason)
    expect(await call).toBe(reason)
  },
)
