import { getEventListeners } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { operations } from '../../generated/operations.js'
import { longestRetryAfter, mayRetry, retryDelay } from '../../src/http/retry.js'
import { createSceyt, type Fetch, RateLimitError, type RetryEvent, type Sceyt, ServerError } from '../../src/index.js'
import { fromPath, fromStream } from '../../src/node/index.js'
import {
  abortable,
  apiKey,
  collect,
  failing,
  failure,
  hanging,
  inSequence,
  json,
  recordingClient,
  respondingWith,
  stalling,
} from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** The writes that are not idempotent. */
const notIdempotent = [
  'channelTypes.create',
  'channels.createDirect',
  'channels.createPrivate',
  'channels.createPublic',
  'channels.members.add',
  'files.upload',
  'messages.send',
  'roles.create',
  'users.create',
]
const transient = [408, 500, 502, 503, 504]
const permanent = [400, 401, 403, 404, 409, 413, 422, 501]

it('these operations are not idempotent, and no others', () => {
  expect(
    operations
      .filter(({ idempotent }) => !idempotent)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(notIdempotent)
})

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s is retried',
  (name, operation) => {
    const idempotent = !notIdempotent.includes(name)

    it(`after a 429, and if it is proven unsent`, () => {
      expect(mayRetry(operation, { status: 429 })).toBe(true)
      expect(mayRetry(operation, { status: 429, retryAfter: 2000, unsent: false })).toBe(true)
      expect(mayRetry(operation, { unsent: true })).toBe(true)
    })

    it.each(transient)(`after a %i: ${idempotent}`, (status) => {
      expect(mayRetry(operation, { status })).toBe(idempotent)
      expect(mayRetry(operation, { status, retryAfter: 0, unsent: false })).toBe(idempotent)
    })

    it(`after no response, or a truncated one: ${idempotent}`, () => {
      expect(mayRetry(operation, { unsent: false })).toBe(idempotent)
      expect(mayRetry(operation, {})).toBe(idempotent)
    })

    it.each(permanent)('after a %i: false', (status) => {
      expect(mayRetry(operation, { status })).toBe(false)
      expect(mayRetry(operation, { status, retryAfter: 0, unsent: false })).toBe(false)
    })
  },
)

describe('retryDelay', () => {
  it.each([500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000].map((most, index) => [index + 1, most]))(
    'is at most, after attempt %i, %i ms',
    (attempt, most) => {
      expect(retryDelay(attempt, {}, 0)).toBe(0)
      expect(retryDelay(attempt, {}, 0.5)).toBe(most / 2)
      expect(retryDelay(attempt, { status: 503 }, 1)).toBe(most)
    },
  )

  it('differs from call to call', () => {
    const delays = Array.from({ length: 100 }, () => retryDelay(1, {}) ?? Number.NaN)
    expect(new Set(delays).size).toBeGreaterThan(50)
    expect(delays.filter((delay) => !(delay >= 0 && delay <= 500))).toEqual([])
  })

  it.each([0, 1, 500, 60_000])('is Retry-After: %i ms', (retryAfter) => {
    for (const attempt of [1, 10])
      for (const random of [0, 1]) expect(retryDelay(attempt, { status: 429, retryAfter }, random)).toBe(retryAfter)
  })

  it('is undefined if Retry-After is longer than a minute', () => {
    expect(longestRetryAfter).toBe(60_000)
    for (const retryAfter of [60_001, 3_600_000, Infinity])
      expect(retryDelay(1, { status: 503, retryAfter }, 0)).toBeUndefined()
  })
})

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

/** Advances the time until a call settles, and returns its value or error. */
async function outcome(call: PromiseLike<unknown>): Promise<unknown> {
  const ended = Promise.resolve(call).then(
    (value) => value,
    (error: unknown) => error,
  )
  await vi.advanceTimersByTimeAsync(ages)
  expect(vi.getTimerCount()).toBe(0)
  return ended
}

describe('the number of attempts', () => {
  it.each([408, 429, 500, 502, 503, 504])('is three after a %i', async (status) => {
    const { sceyt, sent } = recordingClient(respondingWith(status))
    const error = await outcome(read(sceyt))
    expect(error).toMatchObject({ status, attempts: 3, message: expect.stringContaining('(3 attempts)') })
    expect(sent).toHaveLength(3)
  })

  it.each([400, 401, 403, 404, 409, 413, 422, 501])('is one after a %i', async (status) => {
    const { sceyt, sent } = recordingClient(respondingWith(status))
    const error = await failure(read(sceyt))
    expect(error).toMatchObject({ status, attempts: 1, message: expect.not.stringContaining(' attempts)') })
    expect(sent).toHaveLength(1)
  })

  it.each([0, 1, 5])('is one and maxRetries %i, of the client or of the call', async (maxRetries) => {
    const ofClient = recordingClient(respondingWith(503), { maxRetries })
    await outcome(read(ofClient.sceyt))
    expect(ofClient.sent).toHaveLength(maxRetries + 1)
    const ofCall = recordingClient(respondingWith(503), { maxRetries: 3 })
    await outcome(read(ofCall.sceyt, { maxRetries }))
    expect(ofCall.sent).toHaveLength(maxRetries + 1)
    const raw = recordingClient(respondingWith(503))
    const init = { params: { path: zoe }, maxRetries }
    expect(await outcome(raw.sceyt.raw.GET('/users/{username}', init))).toMatchObject({
      error: { code: 503 },
      response: { status: 503 },
    })
    expect(raw.sent).toHaveLength(maxRetries + 1)
  })

  it('ends with a success', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(500), failing('ECONNRESET'), good))
    expect(await outcome(read(sceyt).withResponse())).toMatchObject({ data: zoe, status: 200, attempts: 3 })
    expect(sent).toHaveLength(3)
  })

  it('starts anew with each page of a list', async () => {
    const page = (name: string, next: string | null) => () =>
      json({ users: [{ username: name }], count: 1, total_count: 2, links: { next } })
    const { sceyt, sent } = recordingClient(
      inSequence(
        respondingWith(503),
        respondingWith(503),
        page('a', '?offset=1'),
        respondingWith(503),
        respondingWith(503),
        page('b', null),
      ),
    )
    expect(await outcome(collect(sceyt.users.list()))).toEqual([{ username: 'a' }, { username: 'b' }])
    expect(sent).toHaveLength(6)
  })

  it('grows after a timeout, or a truncated response', async () => {
    const half: Fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"user'))
            controller.error(new Error('terminated'))
          },
        }),
      )
    const { sceyt, sent } = recordingClient(inSequence(hanging, half, good))
    expect(await outcome(read(sceyt, { timeout: 1000 }))).toEqual(zoe)
    expect(sent).toHaveLength(3)
    const writes = recordingClient(half)
    expect(await failure(write(writes.sceyt))).toMatchObject({
      name: 'ResponseError',
      incomplete: true,
      accepted: true,
      attempts: 1,
    })
    const late = recordingClient(hanging)
    expect(await outcome(write(late.sceyt))).toMatchObject({ name: 'TimeoutError', limit: 'timeout', attempts: 1 })
    expect([writes.sent.length, late.sent.length]).toEqual([1, 1])
  })

  it.each<[string, Fetch]>([
    ['a success that does not match the document', async () => new Response('<p>Hotel</p>')],
    ['a redirect', async () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } })],
  ])('is one after %s', async (_what, respond) => {
    const { sceyt, sent } = recordingClient(respond)
    await failure(read(sceyt))
    expect(sent).toHaveLength(1)
  })
})

describe('a write that is not idempotent', () => {
  it.each<[string, Fetch]>([
    ['a 500', respondingWith(500)],
    ['a 503', respondingWith(503)],
    ['a 503 with Retry-After', respondingWith(503, { 'retry-after': '1' })],
    ['a reset', failing('ECONNRESET')],
    ['a closed socket', failing('UND_ERR_SOCKET')],
  ])('is sent once, after %s', async (_what, respond) => {
    const { sceyt, sent } = recordingClient(respond)
    const error = await failure(write(sceyt))
    expect(String(error)).toContain('The request may have taken effect: check before you retry.')
    expect(sent).toHaveLength(1)
  })

  it('is sent once, after a 408', async () => {
    const { sceyt, sent } = recordingClient(respondingWith(408))
    expect(await failure(write(sceyt))).toMatchObject({ status: 408, attempts: 1 })
    expect(sent).toHaveLength(1)
  })

  it.each<[string, Fetch]>([
    ['a 429', respondingWith(429)],
    ['a 429 with Retry-After', respondingWith(429, { 'retry-after': '3' })],
    ['a refused connection', failing('ECONNREFUSED', 'connect')],
    ['a host name that is not found', failing('ENOTFOUND', 'getaddrinfo')],
  ])('is retried after %s, since it has had no effect', async (_what, respond) => {
    const { sceyt, sent } = recordingClient(inSequence(respond, respond, () => json({ id: '1' })))
    expect(await outcome(write(sceyt))).toEqual({ id: '1' })
    expect(sent).toHaveLength(3)
  })

  it('reports that nothing was sent if that is proven', async () => {
    const { sceyt } = recordingClient(failing('ECONNREFUSED', 'connect'), { maxRetries: 0 })
    const error = await failure(write(sceyt))
    expect(error).toMatchObject({
      name: 'ConnectionError',
      unsent: true,
      message: expect.stringContaining('Nothing was sent.'),
    })
    expect(String(error)).not.toContain('may have taken effect')
  })
})

describe.each([false, true])('a body in Deno, which resends text by itself, with a middleware: %s', (hasMiddleware) => {
  it('is not text if the operation is not idempotent', async () => {
    vi.stubGlobal('Deno', {})
    onTestFinished(() => void vi.unstubAllGlobals())
    const { sceyt, sent } = recordingClient(good)
    if (hasMiddleware) sceyt.raw.use({ onRequest: () => undefined })
    await write(sceyt)
    await sceyt.users.update('zoe', { first_name: 'Zoe' })
    const [message, update] = sent.map(({ init }) => init.body)
    expect(message).toBeInstanceOf(Blob)
    expect(await new Response(message ?? null).json()).toEqual({ from: 'zoe', body: 'Hello' })
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
    expect(update).not.toBeInstanceOf(Blob)
  })
})

describe('the delay', () => {
  it('is random, its limit doubles with each attempt, and is at most 8 seconds', async () => {
    const delays: number[][] = []
    for (let round = 0; round < 5; round++) {
      const events: RetryEvent[] = []
      const times: number[] = []
      const respond: Fetch = (url, init) => {
        times.push(performance.now())
        return respondingWith(500)(url, init)
      }
      const { sceyt } = recordingClient(respond, { maxRetries: 8, hooks: { onRetry: (event) => events.push(event) } })
      expect(await outcome(read(sceyt))).toMatchObject({ attempts: 9 })
      delays.push(events.map(({ delay }) => delay))
      events.forEach(({ delay }, index) => {
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBeLessThanOrEqual(Math.min(8000, 500 * 2 ** index))
        expect(Math.abs((times[index + 1] as number) - (times[index] as number) - delay)).toBeLessThanOrEqual(2)
      })
    }
    expect(new Set(delays.map(String)).size).toBe(5)
    // Of 25 waits of up to 8 seconds, at least one is longer than 4, but for one run in 33 million.
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
  ])('after a %i is Retry-After: %s', async (status, retryAfter, delay) => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(status, { 'retry-after': retryAfter }), good))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(Math.max(0, delay - 1))
    if (delay > 0) expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(delay > 0 ? 1 : 0)
    expect(sent).toHaveLength(2)
    expect(await user).toEqual(zoe)
  })

  it.each([
    [429, 'Mon, 05 Jan 2026 15:00:00 GMT'],
    [503, 'Mon, 05 Jan 2026 15:00:00 GMT'],
    [503, 'Mon, 05 Jan 2026 15:00:00 GMT, Mon, 05 Jan 2026 15:00:01 GMT'],
  ])('after a %i with a date is the time from the Date of the response: %s', async (status, date) => {
    const headers = { 'retry-after': 'Mon, 05 Jan 2026 15:00:07 GMT', date }
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(status, headers), good))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(6999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toHaveLength(2)
    expect(await user).toEqual(zoe)
  })

  it.each(['Mon, 5 Jan 2026 15:00:00 GMT', 'now', ''])('after a date is by our clock if Date is %j', async (date) => {
    const { sceyt } = recordingClient(respondingWith(429, { 'retry-after': 'Mon, 05 Jan 2026 12:01:01 GMT', date }))
    expect(await failure(read(sceyt))).toMatchObject({ attempts: 1, retryAfter: 61_000 })
  })

  it('is stated by the error as it is waited for, by the clock of the server', async () => {
    const headers = { 'retry-after': 'Mon, 05 Jan 2026 15:02:00 GMT', date: 'Mon, 05 Jan 2026 15:00:00 GMT' }
    const error = await failure(read(recordingClient(respondingWith(429, headers)).sceyt))
    expect(error).toMatchObject({
      attempts: 1,
      retryAfter: 120_000,
      message: expect.stringContaining('Wait 120 s before the next request.'),
    })
  })

  it.each(['1767614400000', '9'.repeat(400)])('is not waited for if it has many digits: %s', async (retryAfter) => {
    const { sceyt, sent } = recordingClient(respondingWith(429, { 'retry-after': retryAfter }))
    const error = (await failure(read(sceyt))) as RateLimitError
    expect(sent).toHaveLength(1)
    expect(error.retryAfter).toBe(Math.min(Number(retryAfter) * 1000, Number.MAX_SAFE_INTEGER))
  })

  it('after a 429 is the backoff if Retry-After is not a date: Invalid Date', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(429, { 'retry-after': 'Invalid Date' }), good))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toHaveLength(2)
    expect(await user).toEqual(zoe)
  })

  it.each(['61', '3600', 'Mon, 05 Jan 2026 12:01:01 GMT'])(
    'is not waited for if it is longer than a minute: %s',
    async (retryAfter) => {
      const limited = recordingClient(respondingWith(429, { 'retry-after': retryAfter }))
      const error = await failure(read(limited.sceyt))
      expect(error).toBeInstanceOf(RateLimitError)
      expect(error).toMatchObject({ attempts: 1, retryAfter: retryAfter === '3600' ? 3_600_000 : 61_000 })
      const busy = recordingClient(respondingWith(503, { 'retry-after': retryAfter }))
      expect(await failure(read(busy.sceyt))).toBeInstanceOf(ServerError)
      expect([limited.sent.length, busy.sent.length]).toEqual([1, 1])
    },
  )

  it.each([429, 503])('is not waited for if totalTimeout ends before: a %i is reported at once', async (status) => {
    const { sceyt, sent } = recordingClient(respondingWith(status, { 'retry-after': '10' }), { totalTimeout: 5000 })
    expect(await failure(read(sceyt))).toMatchObject({
      status,
      attempts: 1,
      name: status === 429 ? 'RateLimitError' : 'ServerError',
    })
    expect(sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts toward totalTimeout', async () => {
    const { sceyt, sent } = recordingClient(respondingWith(503, { 'retry-after': '2' }), { maxRetries: 9 })
    expect(await outcome(read(sceyt, { totalTimeout: 5000 }))).toMatchObject({
      status: 503,
      attempts: 3,
      duration: 4000,
    })
    expect(sent).toHaveLength(3)
  })
})

describe('after a 429', () => {
  it('all calls of the client wait, and continue in order, one at first', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(429, { 'retry-after': '2' }), good))
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

  it('that a call rejects with, they wait too, but not those of another client', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(429, { 'retry-after': '2' }), good))
    const other = recordingClient(good)
    await failure(read(sceyt, { maxRetries: 0 }))
    const user = read(sceyt)
    expect(await read(other.sceyt)).toEqual(zoe)
    await vi.advanceTimersByTimeAsync(1999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await user).toEqual(zoe)
  })

  it('with a very long Retry-After, they wait a minute', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(429, { 'retry-after': '3600' }), good))
    await failure(read(sceyt))
    const user = read(sceyt)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await user).toEqual(zoe)
  })

  it('only: a 503 delays no other call', async () => {
    const { sceyt, sent } = recordingClient(inSequence(respondingWith(503, { 'retry-after': '2' }), good))
    const first = read(sceyt)
    await vi.advanceTimersByTimeAsync(1)
    expect(await read(sceyt)).toEqual(zoe)
    expect(sent).toHaveLength(2)
    expect(await outcome(first)).toEqual(zoe)
  })
})

describe('maxConcurrent', () => {
  it('does not count a call that waits to retry', async () => {
    let active = 0
    let most = 0
    const respond: Fetch = async (url) => {
      most = Math.max(most, ++active)
      await new Promise((resolve) => setTimeout(resolve, 100))
      active--
      return json(url.endsWith('bad') ? {} : zoe, {
        status: url.endsWith('bad') ? 503 : 200,
        headers: { 'retry-after': '30' },
      })
    }
    const { sceyt, sent } = recordingClient(respond, { maxConcurrent: 2 })
    const bad = Promise.all(['bad', 'bad'].map((name) => failure(sceyt.users.get(name))))
    const others = Promise.all(Array.from({ length: 10 }, () => read(sceyt)))
    await vi.advanceTimersByTimeAsync(600)
    expect(await others).toHaveLength(10)
    expect(sent).toHaveLength(12)
    expect(await outcome(bad)).toHaveLength(2)
    expect(most).toBe(2)
  })
})

describe('a retried request', () => {
  const bodies = async (sent: readonly { init: RequestInit }[]) =>
    Promise.all(sent.map(({ init }) => new Response(init.body).text()))
  const limited = respondingWith(429, { 'retry-after': '0' })

  it('has the same JSON and headers, and its own signal', async () => {
    const { sceyt, sent } = recordingClient(limited)
    await outcome(write(sceyt, { headers: { 'X-Trace': '1' } }))
    expect(await bodies(sent)).toEqual(Array(3).fill('{"from":"zoe","body":"Hello"}'))
    expect(new Set(sent.map(({ headers }) => JSON.stringify([...headers]))).size).toBe(1)
    expect(sent[0]?.headers.get('platform-api-key')).toBe(apiKey)
    expect(new Set(sent.map(({ init }) => init.signal)).size).toBe(3)
    expect(sent.map(({ init }) => init.signal?.aborted)).toEqual([false, false, false])
  })

  it('has the same file', async () => {
    const { sceyt, sent } = recordingClient(limited)
    await outcome(sceyt.files.upload(new File(['Բարեւ'], 'hello.txt')))
    const forms = await Promise.all(sent.map(({ init }) => new Response(init.body as Blob, init).formData()))
    const files = await Promise.all(forms.map((form) => (form.get('files') as File).text()))
    expect(files).toEqual(['Բարեւ', 'Բարեւ', 'Բարեւ'])
  })

  it('opens a file of the disk again', async () => {
    vi.useRealTimers()
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-retry-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const content = 'Հայերեն 🎉'.repeat(10_000)
    await writeFile(join(folder, 'hello.txt'), content)
    const received: string[] = []
    const { origin } = await serve(async (request, response) => {
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

  it.each([false, true])(
    'never has a stream, which can be read only once; with a middleware: %s',
    async (hasMiddleware) => {
      for (const stream of [Readable.from([Buffer.from('Hello')]), new Blob(['Hello']).stream()]) {
        const { sceyt, sent } = recordingClient(limited)
        if (hasMiddleware) sceyt.raw.use({ onRequest: () => undefined })
        expect(await failure(sceyt.files.upload(fromStream(stream, { name: 'hello.txt' })))).toMatchObject({
          status: 429,
          attempts: 1,
        })
        expect(sent).toHaveLength(1)
      }
    },
  )

  it('never has a stream that a serializer created', async () => {
    const { sceyt, sent } = recordingClient(limited)
    const init = {
      params: { path: { channelId: '1' } },
      body: { from: 'zoe', body: 'x' },
      bodySerializer: () => new Blob(['{}']).stream() as never,
    }
    expect(await sceyt.raw.POST('/channels/{channelId}/messages', init)).toMatchObject({ response: { status: 429 } })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.init).toMatchObject({ duplex: 'half' })
  })

  it('passes through middlewares once', async () => {
    const { sceyt, sent } = recordingClient(inSequence(limited, limited, () => json({ id: '1' })))
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

  it('has the same file, also after a middleware', async () => {
    const { sceyt, sent } = recordingClient(limited)
    sceyt.raw.use({ onRequest: () => undefined })
    await outcome(sceyt.files.upload(new File(['Բարեւ'], 'hello.txt')))
    const [first, ...others] = await bodies(sent)
    expect(first).toContain('Բարեւ')
    expect(others).toEqual([first, first])
    expect(new Set(sent.map(({ headers }) => headers.get('content-type'))).size).toBe(1)
  })
})

describe.each([false, true])('a signal, with a middleware: %s', (hasMiddleware) => {
  const reason = new Error('changed my mind')

  function start(respond: Fetch, options = {}) {
    const caller = new AbortController()
    const client = recordingClient(respond, options)
    if (hasMiddleware) client.sceyt.raw.use({ onRequest: () => undefined })
    const leftovers = () => ({
      timers: vi.getTimerCount(),
      listeners: getEventListeners(caller.signal, 'abort').length,
    })
    return { ...client, caller, leftovers }
  }

  it.each<[string, Fetch]>([
    ['for headers', abortable],
    ['for headers, of a fetch that ignores it,', hanging],
    ['for a body', stalling(200, '{"user')],
    ['for a body, of a fetch that ignores it,', async () => new Response(new ReadableStream())],
    ['for the body of an error', stalling(500, 'Sor')],
    ['to retry', respondingWith(503, { 'retry-after': '30' })],
    ['in the queue to retry', respondingWith(429, { 'retry-after': '30' })],
  ])('ends a wait %s at once, with its own reason, and leaves nothing behind', async (_what, respond) => {
    const { sceyt, sent, caller, leftovers } = start(respond)
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

  it('ends a wait in the queue at once, and the queue moves on', async () => {
    const { sceyt, sent, caller, leftovers } = start(hanging, { maxConcurrent: 1, timeout: 5000, maxRetries: 0 })
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

  it.each(['onResponse', 'onRetry'])('ends the wait also if %s aborts it', async (hook) => {
    const caller = new AbortController()
    const client = start(respondingWith(503, { 'retry-after': '30' }), {
      hooks: { [hook]: () => caller.abort(reason) },
    })
    const ended = vi.fn()
    void failure(read(client.sceyt, { signal: caller.signal })).then(ended)
    await vi.advanceTimersByTimeAsync(0)
    expect(ended).toHaveBeenCalledExactlyOnceWith(reason)
    expect(client.sent).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends a call for good, even if its reason is an error that would be retried', async () => {
    const onRetry = vi.fn()
    const failed = await failure(read(recordingClient(failing('ECONNRESET'), { maxRetries: 0 }).sceyt))
    const { sceyt, sent, caller } = start(hanging, { hooks: { onRetry } })
    const call = failure(read(sceyt, { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(0)
    caller.abort(failed)
    expect(await call).toBe(failed)
    await vi.advanceTimersByTimeAsync(ages)
    expect(onRetry).not.toHaveBeenCalled()
    expect(sent).toHaveLength(1)
  })

  it('that is aborted at the end of the wait prevents the retry', async () => {
    const { sceyt, sent, caller } = start(respondingWith(503, { 'retry-after': '30' }))
    setTimeout(() => caller.abort(reason), 30_000)
    const call = failure(read(sceyt, { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await call).toBe(reason)
    expect(sent).toHaveLength(1)
  })

  it('has no listener left after a success or an error', async () => {
    const { sceyt, caller, leftovers } = start(inSequence(respondingWith(503), good, respondingWith(404)))
    expect(await outcome(read(sceyt, { signal: caller.signal }))).toEqual(zoe)
    expect(leftovers()).toEqual({ timers: 0, listeners: 0 })
    expect(await failure(read(sceyt, { signal: caller.signal }))).toMatchObject({ status: 404 })
    expect(leftovers()).toEqual({ timers: 0, listeners: 0 })
  })
})
