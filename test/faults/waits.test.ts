import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSceyt, type Fetch, type RateLimitError, type Sceyt, type SceytOptions } from '../../src/index.js'
import { apiKey, kindOf, newMessage, outcomeOf, type Verb, wayNames, ways } from './calls.js'
import { json, message, user } from './servers.js'

const origin = 'https://api.example.com'
const start = Date.UTC(2024, 0, 1)
const never = () => new Promise<never>(() => {})

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})
afterEach(() => {
  const timers = vi.getTimerCount()
  vi.useRealTimers()
  expect(timers).toBe(0)
})

type Respond = (init: RequestInit) => Response | Promise<Response>

/** A `fetch` that responds in each of the given ways in turn, in the last one from then on, and the times of its calls. */
function script(...responses: Respond[]): { fetch: Fetch; at: number[] } {
  const at: number[] = []
  const begin = Date.now()
  return {
    at,
    async fetch(_url, init) {
      at.push(Date.now() - begin)
      return (responses[at.length - 1] ?? (responses.at(-1) as Respond))(init)
    },
  }
}

const reject = (status: number, retryAfter?: string) => () =>
  new Response('{"message":"not now"}', {
    status,
    headers: retryAfter === undefined ? json : { ...json, 'Retry-After': retryAfter },
  })
const accept = () => new Response(JSON.stringify({ ...user, ...message }), { headers: json })
/** A response whose body fails only when its attempt is aborted. */
const hang =
  (status: number) =>
  ({ signal }: RequestInit) =>
    new Response(
      new ReadableStream({ start: (body) => signal?.addEventListener('abort', () => body.error(signal.reason)) }),
      { status },
    )
const client = (fetch: Fetch, options: SceytOptions = {}) => createSceyt({ baseUrl: origin, apiKey, fetch, ...options })
const fail = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => 'success',
    (error: unknown) => error,
  )
const inSeconds = (seconds: number) => new Date(start + 1000 * seconds).toUTCString()

describe('without Retry-After', () => {
  it('doubles the wait each time, up to 8 seconds, times a random factor', async () => {
    const runs = Array.from({ length: 200 }, () => script(reject(503)))
    const outcomes = runs.map(({ fetch }) => fail(client(fetch, { maxRetries: 7 }).users.get('zoe')))
    await vi.runAllTimersAsync()
    expect(new Set((await Promise.all(outcomes)).map(kindOf))).toEqual(new Set(['ServerError 503']))
    const longestDelays = [500, 1000, 2000, 4000, 8000, 8000, 8000]
    for (const [attempt, longest] of longestDelays.entries()) {
      const delays = runs.map(({ at }) => (at[attempt + 1] as number) - (at[attempt] as number))
      // Timers have whole milliseconds.
      expect(Math.max(...delays)).toBeLessThanOrEqual(longest + 1)
      expect(Math.max(...delays)).toBeGreaterThan(0.8 * longest)
      expect(Math.min(...delays)).toBeLessThan(0.2 * longest)
    }
    expect(runs.map(({ at }) => at.length)).toEqual(runs.map(() => 8))
  })
})

describe('Retry-After', () => {
  const honoured: [header: string, delay: number][] = [
    ['0', 0],
    ['1', 1_000],
    ['60', 60_000],
    [inSeconds(60), 60_000],
    [inSeconds(-60), 0],
  ]
  it.each(honoured)('%s is honoured', async (header, delay) => {
    for (const [verb, status] of [
      ['GET', 429],
      ['GET', 503],
      ['POST', 429],
    ] as const) {
      for (const name of wayNames) {
        vi.setSystemTime(start)
        const { fetch, at } = script(reject(status, header), accept)
        const outcome = outcomeOf(ways[name][verb], { origin }, { fetch })
        await vi.advanceTimersByTimeAsync(delay)
        await outcome
        expect(at, `${verb} ${status} by ${name}`).toEqual([0, delay])
      }
    }
  })

  const tooLong: [header: string, wait: number][] = [
    ['61', 61_000],
    ['1000000000', 1e12],
    [inSeconds(3600), 3_600_000],
  ]
  it.each(tooLong)('%s is too long, and fails at once', async (header, wait) => {
    for (const verb of ['GET', 'POST'] satisfies Verb[]) {
      for (const name of wayNames) {
        const { fetch, at } = script(reject(429, header), accept)
        const { kind, error } = await outcomeOf(ways[name][verb], { origin }, { fetch })
        expect(kind, `${verb} by ${name}`).toBe(name === 'raw' ? 'returned 429' : 'RateLimitError 429')
        if (name !== 'raw') expect(error).toMatchObject({ retryAfter: wait, attempts: 1 })
        expect(at).toEqual([0])
      }
    }
    const { fetch, at } = script(reject(503, header), accept)
    expect(await fail(client(fetch).users.get('zoe'))).toMatchObject({ name: 'ServerError', attempts: 1 })
    expect(at).toEqual([0])
  })

  it.each([
    '-1',
    '1e9',
    '+70',
    '70.0',
    '0x50',
    'soon',
    '',
    '2040-01-01T00:00:00Z',
    'Sun, 1 Jan 2040 00:00:00 GMT',
    'Sun, 01 Jan 2040 00:00:00 UTC',
    'Xyz, 01 Jan 2040 00:00:00 GMT',
    'Sun, 01 Xyz 2040 00:00:00 GMT',
    'Thu, 31 Feb 2040 00:00:00 GMT',
  ])('%j is ignored', async (header) => {
    for (const verb of ['GET', 'POST'] satisfies Verb[]) {
      const { fetch, at } = script(reject(429, header))
      const outcome = outcomeOf(ways.resource[verb], { origin }, { fetch })
      await vi.advanceTimersByTimeAsync(1_502)
      const { kind, error } = await outcome
      expect(kind).toBe('RateLimitError 429')
      expect((error as RateLimitError).retryAfter).toBeUndefined()
      expect(at).toHaveLength(3)
    }
  })
})

describe('a 429', () => {
  it('pauses every call of the client, and no other client', async () => {
    const { fetch, at } = script(reject(429, '5'), accept)
    const sceyt = client(fetch)
    const first = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(0)
    const later = sceyt.messages.send('5', newMessage)
    const other = script(accept)
    await client(other.fetch).users.get('zoe')
    expect(other.at).toEqual([0])
    await vi.advanceTimersByTimeAsync(4_999)
    expect(at).toEqual([0])
    await vi.advanceTimersByTimeAsync(1)
    await Promise.all([first, later])
    expect(at).toEqual([0, 5_000, 5_000])
  })

  it('sends one call after the pause, and twice as many with each response', async () => {
    const waiting: (() => void)[] = []
    const { fetch, at } = script(
      reject(429, '2'),
      () => new Promise((resolve) => waiting.push(() => resolve(accept()))),
    )
    const sceyt = client(fetch, { timeout: Infinity })
    const all = [sceyt.users.get('zoe')]
    await vi.advanceTimersByTimeAsync(0)
    all.push(...Array.from({ length: 20 }, () => sceyt.users.get('zoe')))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(at).toHaveLength(1 + 1)
    for (const sent of [1 + 1 + 2, 1 + 1 + 2 + 8]) {
      while (waiting.length > 0) waiting.shift()?.()
      await vi.advanceTimersByTimeAsync(0)
      expect(at).toHaveLength(sent)
    }
    while (waiting.length > 0) {
      waiting.shift()?.()
      await vi.advanceTimersByTimeAsync(0)
    }
    await Promise.all(all)
    expect(at).toHaveLength(22)
  })
})

describe('totalTimeout', () => {
  it('fires in the queue, before anything is sent', async () => {
    const { fetch, at } = script(reject(429, '30'), accept)
    const sceyt = client(fetch)
    const first = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(0)
    const error = fail(sceyt.messages.send('5', newMessage, { totalTimeout: 1_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kindOf(await error)).toBe('TimeoutError of totalTimeout in queue')
    expect(await error).toMatchObject({
      timeout: 1_000,
      attempts: 0,
      duration: 1_000,
      message: expect.stringContaining('Nothing was sent'),
    })
    await vi.advanceTimersByTimeAsync(29_000)
    await first
    expect(at).toHaveLength(2)
  })

  it('fires during backoff, even if another call has extended the pause', async () => {
    const { fetch } = script(reject(429, '1'), reject(429, '30'), accept)
    const sceyt = client(fetch)
    const error = fail(sceyt.users.get('zoe', { totalTimeout: 10_000 }))
    const other = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kindOf(await error)).toBe('TimeoutError of totalTimeout in backoff')
    expect(await error).toMatchObject({ attempts: 1, duration: 10_000 })
    await vi.advanceTimersByTimeAsync(20_000)
    await other
  })

  it.each([
    ['headers', never],
    ['body', () => new Response(new ReadableStream({ pull: never }))],
  ] as const)('fires in phase %s, over all attempts', async (phase, last) => {
    for (const name of wayNames) {
      const { fetch, at } = script(reject(503, '1'), last)
      const outcome = outcomeOf(ways[name].GET, { origin }, { fetch }, { timeout: 3_000, totalTimeout: 3_500 })
      await vi.advanceTimersByTimeAsync(3_500)
      expect((await outcome).kind).toBe(`TimeoutError of totalTimeout in ${phase}`)
      expect(at).toEqual([0, 1_000])
    }
  })

  it('rejects a call at once if the wait would exceed it', async () => {
    const { fetch, at } = script(reject(429, '5'), accept)
    expect(kindOf(await fail(client(fetch).users.get('zoe', { totalTimeout: 4_000 })))).toBe('RateLimitError 429')
    expect(at).toEqual([0])
  })
})

describe("the caller's signal aborts a call at once, with its own reason", () => {
  const reason = { why: 'changed my mind' }
  it.each([
    ['before the headers', never],
    ['in the body', () => new Response(new ReadableStream({ pull: never }))],
    ['in the body of an error', hang(400)],
    ['in backoff', reject(503, '50')],
    ['in the pause after a 429', reject(429, '50')],
  ])('%s', async (_where, respond) => {
    for (const call of [
      (sceyt: Sceyt, signal: AbortSignal) => sceyt.users.get('zoe', { signal }),
      (sceyt: Sceyt, signal: AbortSignal) =>
        sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } }, signal }),
    ]) {
      const { fetch, at } = script(respond)
      const controller = new AbortController()
      const settled = vi.fn()
      void fail(call(client(fetch), controller.signal)).then(settled)
      await vi.advanceTimersByTimeAsync(10)
      expect(settled).not.toHaveBeenCalled()
      controller.abort(reason)
      await vi.advanceTimersByTimeAsync(0)
      expect(settled).toHaveBeenCalledExactlyOnceWith(reason)
      expect(getEventListeners(controller.signal, 'abort')).toEqual([])
      expect(vi.getTimerCount()).toBe(0)
      await vi.runAllTimersAsync()
      expect(at).toEqual([0])
    }
  })

  it('in the queue', async () => {
    const { fetch, at } = script(reject(429, '50'), accept)
    const sceyt = client(fetch)
    const first = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(0)
    const controller = new AbortController()
    const second = fail(sceyt.messages.send('5', newMessage, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(10)
    controller.abort(reason)
    expect(await second).toBe(reason)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    await vi.advanceTimersByTimeAsync(50_000)
    await first
    expect(at).toEqual([0, 50_000])
  })

  it.each(['onResponse', 'onRetry'] as const)('from the hook %s', async (hook) => {
    for (const status of [429, 503]) {
      const { fetch, at } = script(reject(status, '50'), accept)
      const controller = new AbortController()
      const settled = vi.fn()
      void fail(
        client(fetch, { hooks: { [hook]: () => controller.abort(reason) } }).users.get('zoe', {
          signal: controller.signal,
        }),
      ).then(settled)
      await vi.advanceTimersByTimeAsync(0)
      expect(settled).toHaveBeenCalledExactlyOnceWith(reason)
      expect(at).toEqual([0])
    }
  })
})

describe('a fetch that ignores its signal', () => {
  it.each([
    ['before the headers', never],
    ['in the body', () => new Response(new ReadableStream({ pull: never }))],
  ])('leaves no listener after a timeout %s', async (_where, respond) => {
    const { signal } = new AbortController()
    const error = fail(client(script(respond).fetch).messages.send('5', newMessage, { signal, timeout: 1_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kindOf(await error)).toMatch(/^TimeoutError of timeout/)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('has its late response cancelled', async () => {
    const cancel = vi.fn()
    let respond = (_response: Response) => {}
    const fetch = () =>
      new Promise<Response>((resolve) => {
        respond = resolve
      })
    const error = fail(client(fetch).messages.send('5', newMessage, { timeout: 1_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kindOf(await error)).toBe('TimeoutError of timeout in headers')
    respond(new Response(new ReadableStream({ cancel })))
    await vi.advanceTimersByTimeAsync(0)
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('does not disturb the next attempt with its late response', async () => {
    const responders: ((response: Response) => void)[] = []
    const fetch = () => new Promise<Response>((resolve) => responders.push(resolve))
    const call = client(fetch).users.get('zoe', { timeout: 1_000 })
    await vi.advanceTimersByTimeAsync(1_501)
    expect(responders).toHaveLength(2)
    responders[1]?.(accept())
    responders[0]?.(new Response('{"username":"late"}'))
    expect(await call).toEqual({ ...user, ...message })
  })

  it('does not return its late body for the next attempt', async () => {
    const bodies: ReadableStreamDefaultController<Uint8Array>[] = []
    const fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            bodies.push(controller)
          },
        }),
      )
    const finish = (index: number, text: string) => {
      bodies[index]?.enqueue(new TextEncoder().encode(text))
      bodies[index]?.close()
    }
    const call = client(fetch).users.get('zoe', { timeout: 1_000 })
    await vi.advanceTimersByTimeAsync(1_501)
    expect(bodies).toHaveLength(2)
    finish(1, '{"username":"zoe"}')
    finish(0, '{"username":"late"}')
    expect(await call).toEqual({ username: 'zoe' })
  })

  it('does not change the phase of the next attempt with its late response', async () => {
    const responders: ((response: Response) => void)[] = []
    const fetch = () => new Promise<Response>((resolve) => responders.push(resolve))
    const error = fail(client(fetch).users.get('zoe', { timeout: 1_000, maxRetries: 1 }))
    await vi.advanceTimersByTimeAsync(1_501)
    expect(responders).toHaveLength(2)
    responders[0]?.(accept())
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kindOf(await error)).toBe('TimeoutError of timeout in headers')
  })
})

describe('a fetch that reads its signal', () => {
  it('twice, gets an aborted signal both times', async () => {
    const seen: unknown[] = []
    const fetch: Fetch = (_url, init) => {
      seen.push(init.signal, init.signal)
      return never()
    }
    const error = fail(client(fetch).messages.send('5', newMessage, { timeout: 1_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen).toMatchObject([{ aborted: true }, { aborted: true }])
    expect(seen).toMatchObject([{ reason: await error }, { reason: await error }])
  })

  it('after the timeout, gets an aborted signal', async () => {
    let ready = () => {}
    let seen: AbortSignal | null | undefined
    const fetch: Fetch = async (_url, init) => {
      await new Promise<void>((resolve) => {
        ready = resolve
      })
      seen = init.signal
      return never()
    }
    const error = fail(client(fetch).messages.send('5', newMessage, { timeout: 1_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    ready()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toMatchObject({ aborted: true, reason: await error })
  })
})

it('a middleware leaves no listener on the signal of a call', async () => {
  const { signal } = new AbortController()
  const sceyt = client(script(accept).fetch)
  sceyt.raw.use({ onRequest: () => undefined })
  await sceyt.users.get('zoe', { signal })
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

describe('the body of an error', () => {
  const drip = (status: number, cancel?: () => Promise<void>) => () => {
    let timer: ReturnType<typeof setInterval> | undefined
    return new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"message":"'))
          timer = setInterval(() => controller.enqueue(new TextEncoder().encode('x')), 1_000)
        },
        cancel() {
          clearInterval(timer)
          return cancel?.()
        },
      }),
      { status },
    )
  }

  it.each([
    ['trickles for ever', drip(400)],
    ['never arrives', () => new Response(new ReadableStream({ pull: never }), { status: 400 })],
    ['trickles, and cannot be cancelled', drip(400, never)],
  ])('that %s is read for 5 seconds', async (_kind, respond) => {
    for (const verb of ['GET', 'POST'] satisfies Verb[]) {
      for (const name of wayNames) {
        const settled = vi.fn()
        const outcome = outcomeOf(ways[name][verb], { origin }, script(respond))
        void outcome.then(settled)
        await vi.advanceTimersByTimeAsync(4_999)
        expect(settled).not.toHaveBeenCalled()
        await vi.advanceTimersByTimeAsync(1)
        expect(settled, `${verb} by ${name}`).toHaveBeenCalled()
        expect((await outcome).kind).toBe(name === 'raw' ? 'returned 400' : 'BadRequestError 400')
      }
    }
  })

  it('delays a retry by no more than that', async () => {
    const { fetch, at } = script(drip(500), accept)
    const outcome = outcomeOf(ways.resource.GET, { origin }, { fetch })
    await vi.advanceTimersByTimeAsync(5_501)
    expect((await outcome).attempts).toBe(2)
    expect(at[1]).toBeGreaterThanOrEqual(5_000)
  })
})

it.each([301, 307])('a %i whose body has already failed is a redirect all the same', async (status) => {
  const broken = () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) }), {
      status,
    })
  for (const verb of ['GET', 'POST'] satisfies Verb[]) {
    for (const name of wayNames) {
      const { fetch, at } = script(broken)
      expect((await outcomeOf(ways[name][verb], { origin }, { fetch })).kind, `${verb} by ${name}`).toBe(
        `RedirectError ${status}`,
      )
      expect(at).toEqual([0])
    }
  }
})

describe('an error of fetch', () => {
  const because = (cause: object) => () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('why'), cause) }))
  const causes: [cause: string, fetch: () => Promise<Response>, unsent: boolean][] = [
    ['ECONNREFUSED', because({ code: 'ECONNREFUSED', syscall: 'connect' }), true],
    ['ENOTFOUND', because({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true],
    ['EAI_AGAIN', because({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }), true],
    ['UND_ERR_CONNECT_TIMEOUT', because({ code: 'UND_ERR_CONNECT_TIMEOUT' }), true],
    ['ECONNREFUSED of each address', because(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })), true],
    ['ECONNRESET', because({ code: 'ECONNRESET', syscall: 'read' }), false],
    ['EPIPE', because({ code: 'EPIPE', syscall: 'write' }), false],
    ['UND_ERR_SOCKET', because({ code: 'UND_ERR_SOCKET' }), false],
    ['UND_ERR_HEADERS_TIMEOUT', because({ code: 'UND_ERR_HEADERS_TIMEOUT' }), false],
    ['an unknown error', () => Promise.reject(new TypeError('Failed to fetch')), false],
    ['a reason that is not an Error', () => Promise.reject('no'), false],
  ]
  it.each(causes)('%s proves that nothing was sent, or does not', async (_cause, reject, unsent) => {
    for (const verb of ['GET', 'POST'] satisfies Verb[]) {
      for (const name of wayNames) {
        const { fetch, at } = script(reject)
        const outcome = outcomeOf(ways[name][verb], { origin }, { fetch })
        await vi.advanceTimersByTimeAsync(1_502)
        expect((await outcome).kind, `${verb} by ${name}`).toBe(unsent ? 'ConnectionError, unsent' : 'ConnectionError')
        expect(at).toHaveLength(unsent || verb === 'GET' ? 3 : 1)
      }
    }
  })
})
