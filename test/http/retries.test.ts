import { getEventListeners } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSceyt, type Fetch, RateLimitError, type RetryEvent, type Sceyt, ServerError } from '../../src/index.js'
import { fromPath, fromStream } from '../../src/node/index.js'
import {
  apiKey,
  broken,
  collect,
  failure,
  heeding,
  inTurn,
  json,
  never,
  observe,
  refusing,
  serve,
  stalling,
} from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)
const read = (sceyt: Sceyt, options = {}) => sceyt.users.get('zoe', options)
const write = (sceyt: Sceyt, options = {}) => sceyt.messages.send('1', { from: 'zoe', body: 'Hello' }, options)
/** Longer than all waits for backoff together. */
const ages = 100_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 12) })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Waits for a call as long as it takes, by fake time, and says how it ended. */
async function outcome(call: PromiseLike<unknown>): Promise<unknown> {
  const ended = Promise.resolve(call).then(
    (value) => value,
    (error: unknown) => error,
  )
  await vi.advanceTimersByTimeAsync(ages)
  expect(vi.getTimerCount()).toBe(0)
  return ended
}

describe('how often a call is sent', () => {
  it.each([408, 429, 500, 502, 503, 504])('three times in all, after a %i', async (status) => {
    const { sceyt, sent } = observe(refusing(status))
    const error = await outcome(read(sceyt))
    expect(error).toMatchObject({ status, attempts: 3, message: expect.stringContaining('(3 attempts)') })
    expect(sent).toHaveLength(3)
  })

  it.each([400, 401, 403, 404, 409, 413, 422, 501])('once, after a %i', async (status) => {
    const { sceyt, sent } = observe(refusing(status))
    const error = await failure(read(sceyt))
    expect(error).toMatchObject({ status, attempts: 1, message: expect.not.stringContaining(' attempts)') })
    expect(sent).toHaveLength(1)
  })

  it.each([0, 1, 5])('%i times more, as the client or the call says', async (maxRetries) => {
    const ofClient = observe(refusing(503), { maxRetries })
    await outcome(read(ofClient.sceyt))
    expect(ofClient.sent).toHaveLength(maxRetries + 1)
    const ofCall = observe(refusing(503), { maxRetries: 3 })
    await outcome(read(ofCall.sceyt, { maxRetries }))
    expect(ofCall.sent).toHaveLength(maxRetries + 1)
    const raw = observe(refusing(503))
    const init = { params: { path: zoe }, maxRetries }
    expect(await outcome(raw.sceyt.raw.GET('/users/{username}', init))).toMatchObject({
      error: { code: 503 },
      response: { status: 503 },
    })
    expect(raw.sent).toHaveLength(maxRetries + 1)
  })

  it('until it succeeds', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(500), broken('ECONNRESET'), good))
    expect(await outcome(read(sceyt).withResponse())).toMatchObject({ data: zoe, status: 200, attempts: 3 })
    expect(sent).toHaveLength(3)
  })

  it('anew for each page of a list', async () => {
    const page = (name: string, next: string | null) => () =>
      json({ users: [{ username: name }], count: 1, total_count: 2, links: { next } })
    const { sceyt, sent } = observe(
      inTurn(refusing(503), refusing(503), page('a', '?offset=1'), refusing(503), refusing(503), page('b', null)),
    )
    expect(await outcome(collect(sceyt.users.list()))).toEqual([{ username: 'a' }, { username: 'b' }])
    expect(sent).toHaveLength(6)
  })

  it('again after a timeout, or half of an answer', async () => {
    const half: Fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"user'))
            controller.error(new Error('terminated'))
          },
        }),
      )
    const { sceyt, sent } = observe(inTurn(never, half, good))
    expect(await outcome(read(sceyt, { timeout: 1000 }))).toEqual(zoe)
    expect(sent).toHaveLength(3)
    const writes = observe(half)
    expect(await failure(write(writes.sceyt))).toMatchObject({
      name: 'ResponseError',
      incomplete: true,
      accepted: true,
      attempts: 1,
    })
    const late = observe(never)
    expect(await outcome(write(late.sceyt))).toMatchObject({ name: 'TimeoutError', limit: 'timeout', attempts: 1 })
    expect([writes.sent.length, late.sent.length]).toEqual([1, 1])
  })

  it.each<[string, Fetch]>([
    ['a success that is not what the document says', async () => new Response('<p>Hotel</p>')],
    ['a redirect', async () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })],
  ])('once, after %s', async (_what, answer) => {
    const { sceyt, sent } = observe(answer)
    await failure(read(sceyt))
    expect(sent).toHaveLength(1)
  })
})

describe('a write that is not safe to repeat', () => {
  it.each<[string, Fetch]>([
    ['a 500', refusing(500)],
    ['a 503', refusing(503)],
    ['a 503 that asks to come back', refusing(503, { 'retry-after': '1' })],
    ['a reset', broken('ECONNRESET')],
    ['a closed socket', broken('UND_ERR_SOCKET')],
  ])('is sent once, after %s', async (_what, answer) => {
    const { sceyt, sent } = observe(answer)
    const error = await failure(write(sceyt))
    expect(String(error)).toContain('The request may have taken effect: check before you retry.')
    expect(sent).toHaveLength(1)
  })

  it('is sent once, after a 408', async () => {
    const { sceyt, sent } = observe(refusing(408))
    expect(await failure(write(sceyt))).toMatchObject({ status: 408, attempts: 1 })
    expect(sent).toHaveLength(1)
  })

  it.each<[string, Fetch]>([
    ['a 429', refusing(429)],
    ['a 429 that says when', refusing(429, { 'retry-after': '3' })],
    ['a refused connection', broken('ECONNREFUSED', 'connect')],
    ['a name that is not found', broken('ENOTFOUND', 'getaddrinfo')],
  ])('is sent again after %s, since nothing has come of it', async (_what, answer) => {
    const { sceyt, sent } = observe(inTurn(answer, answer, () => json({ id: '1' })))
    expect(await outcome(write(sceyt))).toEqual({ id: '1' })
    expect(sent).toHaveLength(3)
  })

  it('says that nothing was sent if that is sure', async () => {
    const { sceyt } = observe(broken('ECONNREFUSED', 'connect'), { maxRetries: 0 })
    const error = await failure(write(sceyt))
    expect(error).toMatchObject({
      name: 'ConnectionError',
      unsent: true,
      message: expect.stringContaining('Nothing was sent.'),
    })
    expect(String(error)).not.toContain('may have taken effect')
  })
})

describe.each([false, true])('a body in Deno, which repeats text by itself, with a middleware: %s', (observed) => {
  it('is text no more if it must not be repeated', async () => {
    vi.stubGlobal('Deno', {})
    onTestFinished(() => void vi.unstubAllGlobals())
    const { sceyt, sent } = observe(good)
    if (observed) sceyt.raw.use({ onRequest: () => undefined })
    await write(sceyt)
    await sceyt.users.update('zoe', { first_name: 'Zoe' })
    const [message, update] = sent.map(({ init }) => init.body)
    expect(message).toBeInstanceOf(Blob)
    expect(await new Response(message ?? null).json()).toEqual({ from: 'zoe', body: 'Hello' })
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
    expect(update).not.toBeInstanceOf(Blob)
  })
})

describe('the wait', () => {
  it('is random, up to twice as long each time, and no longer than 8 seconds', async () => {
    const delays: number[][] = []
    for (let round = 0; round < 5; round++) {
      const events: RetryEvent[] = []
      const times: number[] = []
      const answer: Fetch = (url, init) => {
        times.push(performance.now())
        return refusing(500)(url, init)
      }
      const { sceyt } = observe(answer, { maxRetries: 8, hooks: { onRetry: (event) => events.push(event) } })
      expect(await outcome(read(sceyt))).toMatchObject({ attempts: 9 })
      delays.push(events.map(({ delay }) => delay))
      events.forEach(({ delay }, index) => {
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBeLessThanOrEqual(Math.min(8000, 500 * 2 ** index))
        expect(Math.abs((times[index + 1] as number) - (times[index] as number) - delay)).toBeLessThanOrEqual(2)
      })
    }
    expect(new Set(delays.map(String)).size).toBe(5)
    // Nobody is so unlucky: of 25 waits of up to 8 seconds, one at least is longer than 4.
    expect(Math.max(...delays.flatMap((round) => round.slice(4)))).toBeGreaterThan(4000)
  })

  it.each<[number, string, number]>([
    [429, '2', 2000],
    [503, '2', 2000],
    [503, '0', 0],
    [429, '60', 60_000],
    [503, 'Mon, 05 Jan 2026 12:00:07 GMT', 7000],
    [429, 'Mon, 05 Jan 2026 12:00:07 GMT', 7000],
    [503, 'Mon, 05 Jan 2026 11:59:00 GMT', 0],
  ])('after a %i is what Retry-After says: %s', async (status, retryAfter, delay) => {
    const { sceyt, sent } = observe(inTurn(refusing(status, { 'retry-after': retryAfter }), good))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(Math.max(0, delay - 1))
    if (delay > 0) expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(delay > 0 ? 1 : 0)
    expect(sent).toHaveLength(2)
    expect(await user).toEqual(zoe)
  })

  it('after a 429 is the usual one if Retry-After is a date that a server could not make: Invalid Date', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(429, { 'retry-after': 'Invalid Date' }), good))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toHaveLength(2)
    expect(await user).toEqual(zoe)
  })

  it.each(['61', '3600', 'Mon, 05 Jan 2026 12:01:01 GMT'])(
    'is not made if it would be longer than a minute: %s',
    async (retryAfter) => {
      const limited = observe(refusing(429, { 'retry-after': retryAfter }))
      const error = await failure(read(limited.sceyt))
      expect(error).toBeInstanceOf(RateLimitError)
      expect(error).toMatchObject({ attempts: 1, retryAfter: retryAfter === '3600' ? 3_600_000 : 61_000 })
      const busy = observe(refusing(503, { 'retry-after': retryAfter }))
      expect(await failure(read(busy.sceyt))).toBeInstanceOf(ServerError)
      expect([limited.sent.length, busy.sent.length]).toEqual([1, 1])
    },
  )

  it.each([429, 503])('is not made if the whole call has less time: a %i fails at once', async (status) => {
    const { sceyt, sent } = observe(refusing(status, { 'retry-after': '10' }), { totalTimeout: 5000 })
    expect(await failure(read(sceyt))).toMatchObject({
      status,
      attempts: 1,
      name: status === 429 ? 'RateLimitError' : 'ServerError',
    })
    expect(sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts toward the time of the whole call', async () => {
    const { sceyt, sent } = observe(refusing(503, { 'retry-after': '2' }), { maxRetries: 9 })
    expect(await outcome(read(sceyt, { totalTimeout: 5000 }))).toMatchObject({
      status: 503,
      attempts: 3,
      duration: 4000,
    })
    expect(sent).toHaveLength(3)
  })
})

describe('after a 429', () => {
  it('all calls of the client wait, and then go on one at first, in order', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(429, { 'retry-after': '2' }), good))
    const names = () => sent.map(({ url }) => url.split('/').at(-1))
    const first = sceyt.users.get('first')
    await vi.advanceTimersByTimeAsync(500)
    const later = ['second', 'third', 'fourth'].map((name) => sceyt.users.get(name))
    await vi.advanceTimersByTimeAsync(1499)
    expect(names()).toEqual(['first'])
    await vi.advanceTimersByTimeAsync(1)
    expect(await Promise.all([first, ...later])).toHaveLength(4)
    expect(names()).toEqual(['first', 'first', 'second', 'third', 'fourth'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of a call that fails by it, too, but not those of another client', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(429, { 'retry-after': '2' }), good))
    const other = observe(good)
    await failure(read(sceyt, { maxRetries: 0 }))
    const user = read(sceyt)
    expect(await read(other.sceyt)).toEqual(zoe)
    await vi.advanceTimersByTimeAsync(1999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await user).toEqual(zoe)
  })

  it('that asks for very long, they wait a minute', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(429, { 'retry-after': '3600' }), good))
    await failure(read(sceyt))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await user).toEqual(zoe)
  })

  it('of a server without limits, nobody waits: a 503 stops only its own call', async () => {
    const { sceyt, sent } = observe(inTurn(refusing(503, { 'retry-after': '2' }), good))
    const first = read(sceyt)
    await vi.advanceTimersByTimeAsync(1)
    expect(await read(sceyt)).toEqual(zoe)
    expect(sent).toHaveLength(2)
    expect(await outcome(first)).toEqual(zoe)
  })
})

describe('at most so many calls are on the wire at once', () => {
  it('and a call that waits to be sent again is none of them', async () => {
    let active = 0
    let most = 0
    const answer: Fetch = async (url) => {
      most = Math.max(most, ++active)
      await new Promise((resolve) => setTimeout(resolve, 100))
      active--
      return json(url.endsWith('bad') ? {} : zoe, {
        status: url.endsWith('bad') ? 503 : 200,
        headers: { 'retry-after': '30' },
      })
    }
    const { sceyt, sent } = observe(answer, { maxConcurrent: 2 })
    const bad = Promise.all(['bad', 'bad'].map((name) => failure(sceyt.users.get(name))))
    const others = Promise.all(Array.from({ length: 10 }, () => read(sceyt)))
    await vi.advanceTimersByTimeAsync(600)
    expect(await others).toHaveLength(10)
    expect(sent).toHaveLength(12)
    expect(await outcome(bad)).toHaveLength(2)
    expect(most).toBe(2)
  })
})

describe('what is sent again', () => {
  const bodies = async (sent: readonly { init: RequestInit }[]) =>
    Promise.all(sent.map(({ init }) => new Response(init.body).text()))
  const limited = refusing(429, { 'retry-after': '0' })

  it('is the same JSON with the same headers, and has a signal of its own', async () => {
    const { sceyt, sent } = observe(limited)
    await outcome(write(sceyt, { headers: { 'X-Trace': '1' } }))
    expect(await bodies(sent)).toEqual(Array(3).fill('{"from":"zoe","body":"Hello"}'))
    expect(new Set(sent.map(({ headers }) => JSON.stringify([...headers]))).size).toBe(1)
    expect(sent[0]?.headers.get('platform-api-key')).toBe(apiKey)
    expect(new Set(sent.map(({ init }) => init.signal)).size).toBe(3)
    expect(sent.map(({ init }) => init.signal?.aborted)).toEqual([false, false, false])
  })

  it('is the same file', async () => {
    const { sceyt, sent } = observe(limited)
    await outcome(sceyt.files.upload(new File(['Բարեւ'], 'hello.txt')))
    const files = await Promise.all(sent.map(async ({ init }) => ((init.body as FormData).get('files') as File).text()))
    expect(files).toEqual(['Բարեւ', 'Բարեւ', 'Բարեւ'])
  })

  it('is a file of the disk that is opened again', async () => {
    vi.useRealTimers()
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-retry-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const content = 'Հայերեն 🎉'.repeat(10_000)
    await writeFile(join(folder, 'hello.txt'), content)
    const received: string[] = []
    const origin = await serve(async (request, response) => {
      const body = Buffer.concat(await request.toArray())
      const form = await new Response(body, {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData()
      received.push(await (form.get('files') as File).text())
      response
        .writeHead(received.length < 3 ? 429 : 200, { 'retry-after': '0', 'content-type': 'application/json' })
        .end('{"url":"https://example.com/x"}')
    })
    const sceyt = createSceyt({ baseUrl: origin, apiKey })
    expect(await sceyt.files.upload(await fromPath(join(folder, 'hello.txt'))).withResponse()).toMatchObject({
      status: 200,
      attempts: 3,
    })
    expect(received).toEqual([content, content, content])
  })

  it.each([false, true])('is never a stream, which can be read once; with a middleware: %s', async (observed) => {
    for (const stream of [Readable.from([Buffer.from('Hello')]), new Blob(['Hello']).stream()]) {
      const { sceyt, sent } = observe(limited)
      if (observed) sceyt.raw.use({ onRequest: () => undefined })
      expect(await failure(sceyt.files.upload(fromStream(stream, { name: 'hello.txt' })))).toMatchObject({
        status: 429,
        attempts: 1,
      })
      expect(sent).toHaveLength(1)
    }
  })

  it('is never a stream that a serializer has made', async () => {
    const { sceyt, sent } = observe(limited)
    const init = {
      params: { path: { channelId: '1' } },
      body: { from: 'zoe', body: 'x' },
      bodySerializer: () => new Blob(['{}']).stream() as never,
    }
    expect(await sceyt.raw.POST('/channels/{channelId}/messages', init)).toMatchObject({ response: { status: 429 } })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.init).toMatchObject({ duplex: 'half' })
  })

  it('has been seen by middlewares once', async () => {
    const { sceyt, sent } = observe(inTurn(limited, limited, () => json({ id: '1' })))
    const seen: unknown[] = []
    sceyt.raw.use({
      async onRequest({ request }) {
        seen.push(await request.clone().json())
        request.headers.set('X-Trace', String(seen.length))
      },
      onResponse({ response }) {
        seen.push(response.status)
      },
    })
    expect(await outcome(write(sceyt).withResponse())).toMatchObject({ data: { id: '1' }, attempts: 3 })
    expect(seen).toEqual([{ from: 'zoe', body: 'Hello' }, 200])
    expect(await bodies(sent)).toEqual(Array(3).fill('{"from":"zoe","body":"Hello"}'))
    expect(
      sent.map(({ headers }) => [headers.get('x-trace'), headers.get('platform-api-key'), headers.get('content-type')]),
    ).toEqual(Array(3).fill(['1', apiKey, 'application/json']))
  })

  it('is the same file, also if a middleware has seen it', async () => {
    const { sceyt, sent } = observe(limited)
    sceyt.raw.use({ onRequest: () => undefined })
    await outcome(sceyt.files.upload(new File(['Բարեւ'], 'hello.txt')))
    const [first, ...others] = await bodies(sent)
    expect(first).toContain('Բարեւ')
    expect(others).toEqual([first, first])
    expect(new Set(sent.map(({ headers }) => headers.get('content-type'))).size).toBe(1)
  })
})

describe.each([false, true])('a signal, with a middleware: %s', (observed) => {
  const reason = new Error('changed my mind')

  function start(answer: Fetch, options = {}) {
    const caller = new AbortController()
    const client = observe(answer, options)
    if (observed) client.sceyt.raw.use({ onRequest: () => undefined })
    const leftovers = () => ({
      timers: vi.getTimerCount(),
      listeners: getEventListeners(caller.signal, 'abort').length,
    })
    return { ...client, caller, leftovers }
  }

  it.each<[string, Fetch]>([
    ['for headers', heeding],
    ['for headers, of a fetch that does not look at it,', never],
    ['for a body', stalling(200, '{"user')],
    ['for a body, of a fetch that does not look at it,', async () => new Response(new ReadableStream())],
    ['for the body of an error', stalling(500, 'Sor')],
    ['to try again', refusing(503, { 'retry-after': '30' })],
    ['in line to try again', refusing(429, { 'retry-after': '30' })],
  ])('ends a wait %s at once, with its own reason, and leaves nothing behind', async (_what, answer) => {
    const { sceyt, sent, caller, leftovers } = start(answer)
    const call = failure(read(sceyt, { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(leftovers().listeners).toBeGreaterThan(0)
    caller.abort(reason)
    expect(await call).toBe(reason)
    await vi.advanceTimersByTimeAsync(0)
    expect(leftovers()).toEqual({ timers: 0, listeners: 0 })
    await vi.advanceTimersByTimeAsync(ages)
    expect(sent).toHaveLength(1)
  })

  it('ends a wait in line at once, and the line goes on', async () => {
    const { sceyt, sent, caller, leftovers } = start(never, { maxConcurrent: 1, timeout: 5000, maxRetries: 0 })
    const first = failure(read(sceyt))
    const second = failure(read(sceyt, { signal: caller.signal }))
    const third = failure(read(sceyt))
    await vi.advanceTimersByTimeAsync(1000)
    caller.abort(reason)
    expect(await second).toBe(reason)
    expect(leftovers().listeners).toBe(0)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(4000)
    expect(await first).toMatchObject({ name: 'TimeoutError' })
    expect(sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await third).toMatchObject({ name: 'TimeoutError', duration: 10_000 })
    expect(leftovers().timers).toBe(0)
  })

  it.each(['onResponse', 'onRetry'])('ends the wait also if it is %s that fires it', async (hook) => {
    const caller = new AbortController()
    const client = start(refusing(503, { 'retry-after': '30' }), { hooks: { [hook]: () => caller.abort(reason) } })
    const ended = vi.fn()
    void failure(read(client.sceyt, { signal: caller.signal })).then(ended)
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toHaveBeenCalledExactlyOnceWith(reason)
    expect(client.sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends a call for good, even if its reason is a failure that would be tried again', async () => {
    const onRetry = vi.fn()
    const failed = await failure(read(observe(broken('ECONNRESET'), { maxRetries: 0 }).sceyt))
    const { sceyt, sent, caller } = start(never, { hooks: { onRetry } })
    const call = failure(read(sceyt, { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(0)
    caller.abort(failed)
    expect(await call).toBe(failed)
    await vi.advanceTimersByTimeAsync(ages)
    expect(onRetry).not.toHaveBeenCalled()
    expect(sent).toHaveLength(1)
  })

  it('that fires at the end of the wait sends nothing', async () => {
    const { sceyt, sent, caller } = start(refusing(503, { 'retry-after': '30' }))
    setTimeout(() => caller.abort(reason), 30_000)
    const call = failure(read(sceyt, { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await call).toBe(reason)
    expect(sent).toHaveLength(1)
  })

  it('is left alone after a success, and after a failure', async () => {
    const { sceyt, caller, leftovers } = start(inTurn(refusing(503), good, refusing(404)))
    expect(await outcome(read(sceyt, { signal: caller.signal }))).toEqual(zoe)
    expect(leftovers()).toEqual({ timers: 0, listeners: 0 })
    expect(await failure(read(sceyt, { signal: caller.signal }))).toMatchObject({ status: 404 })
    expect(leftovers()).toEqual({ timers: 0, listeners: 0 })
  })
})
