import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiError, createSceyt, type Fetch, ResponseError, type SceytOptions } from '../../src/index.js'
import { apiKey, collect, failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const invalid: [kind: string, response: () => Response, problem: string][] = [
  ['an empty body', () => new Response('', { status: 200 }), 'the body is empty'],
  ['no content', () => new Response(null, { status: 204 }), 'the body is empty'],
  [
    'HTML',
    () => new Response('<!doctype html><p>Hotel</p>', { headers: { 'content-type': 'text/html' } }),
    'the body is HTML',
  ],
  ['cut JSON', () => new Response('{"username":"zo'), 'not valid JSON'],
  ['null', () => new Response('null'), 'the body is null'],
  ['a number', () => new Response('5'), 'the body is a number'],
  ['an array', () => new Response('[]'), 'the body is an array'],
]

describe('a success that is not what the document says', () => {
  it.each(invalid)('%s is a ResponseError', async (_kind, respond, problem) => {
    const { sceyt } = recordingClient(async () => respond())
    const read = await failure(sceyt.users.get('zoe'))
    expect(read).toBeInstanceOf(ResponseError)
    expect(read).toMatchObject({
      status: respond().status,
      operationId: 'getUser',
      accepted: false,
      incomplete: false,
      message: expect.stringContaining(problem),
    })
    const write = await failure(sceyt.messages.send('1', { from: 'zoe', body: 'Hello' }))
    expect(write).toMatchObject({
      name: 'ResponseError',
      accepted: true,
      message: expect.stringContaining('do not retry it'),
    })
    const raw = await failure(sceyt.raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }))
    expect(raw).toMatchObject({ name: 'ResponseError', operationId: 'getUser' })
  })

  it('a body that breaks off is a ResponseError', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"username":', () => response.destroy())
    })
    const sceyt = createSceyt({ baseUrl: origin, apiKey, maxRetries: 0 })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ResponseError',
      incomplete: true,
      status: 200,
      message: expect.stringContaining('truncated'),
    })
  })

  it.each([
    ['nothing', () => new Response(null, { status: 204 })],
    ['an empty 200', () => new Response('')],
    ['unexpected JSON', () => new Response('{"deleted":true}')],
  ])('%s is accepted where no body is expected', async (_kind, respond) => {
    const { sceyt } = recordingClient(async () => respond())
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
  })

  it('HTML is not, even where no body is expected', async () => {
    const { sceyt } = recordingClient(async () => new Response('<p>Hotel</p>'))
    expect(await failure(sceyt.users.delete('zoe'))).toMatchObject({ name: 'ResponseError', accepted: true })
  })

  it('a list without its items is a ResponseError', async () => {
    const { sceyt } = recordingClient(() => json({ count: 0, links: { next: null } }))
    expect(await failure(collect(sceyt.users.list()))).toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('/users'),
    })
  })
})

describe('an error whose body is not what the document says', () => {
  const bodies: [kind: string, body: string | null, message: string][] = [
    ['empty', '', 'gave no message'],
    ['absent', null, 'gave no message'],
    ['HTML', '<html><style>p{}</style><h1>502 Bad Gateway</h1></html>', '502 Bad Gateway'],
    ['problem+json', '{"title":"Bad","detail":"The gate is shut"}', 'The gate is shut'],
    ['nested', '{"error":{"code":7,"message":"Inner"}}', 'Inner'],
    ['a word', '{"error":"teapot"}', 'teapot'],
    ['null', 'null', 'gave no message'],
  ]
  it.each(bodies)('%s is still the right class', async (_kind, body, message) => {
    const { sceyt } = recordingClient(
      async () => new Response(body, { status: 502, headers: { 'x-request-id': 'r-1' } }),
      {
        maxRetries: 0,
      },
    )
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toMatchObject({
      name: 'ServerError',
      status: 502,
      requestId: 'r-1',
      operationId: 'getUser',
      message: expect.stringContaining(message),
    })
    const raw = await sceyt.raw.GET('/users')
    expect(raw.data).toBeUndefined()
    expect(raw.error).toBeTypeOf('object')
    expect(JSON.stringify(raw.error)).toContain(message)
  })

  it('a status beyond all classes is still an error', async () => {
    const { origin } = await serve((_request, response) => response.writeHead(999).end('denied'))
    expect(await failure(createSceyt({ baseUrl: origin, apiKey }).users.get('zoe'))).toMatchObject({
      name: 'ApiError',
      status: 999,
    })
    const { sceyt } = recordingClient(async () => new Response('short and stout', { status: 418 }))
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ApiError',
      status: 418,
      body: 'short and stout',
    })
  })

  it('a body of ten megabytes is read only to a bound', async () => {
    let sent = 0
    const { origin } = await serve((_request, response) => {
      response.writeHead(500)
      const chunk = 'x'.repeat(64 * 1024)
      const more = () => {
        while (sent < 160 && response.write(chunk)) sent++
      }
      response.on('drain', more)
      more()
    })
    const error = await failure(createSceyt({ baseUrl: origin, apiKey, maxRetries: 0 }).users.get('zoe'))
    expect(error).toBeInstanceOf(ApiError)
    expect(String((error as ApiError).body).length).toBeLessThan(4096)
    expect(sent).toBeLessThan(160)
  })
})

describe.each([false, true])('a success that is larger than maxResponseBytes, with a middleware: %s', (observed) => {
  const start = (...fetches: Fetch[]) => {
    const opened = recordingClient(inSequence(...fetches), { maxResponseBytes: 20 })
    if (observed) opened.sceyt.raw.use({ onRequest: () => undefined })
    return opened
  }
  const larger = {
    status: 200,
    incomplete: false,
    body: '',
    message: expect.stringContaining(
      'the server responded with 200, but the body is larger than maxResponseBytes, 20.',
    ),
  }

  it('is a ResponseError that cancels the response, and is not retried', async () => {
    let cancelled = 0
    const endless: Fetch = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(8)),
          cancel: () => void cancelled++,
        }),
      )
    const { sceyt, sent } = start(endless)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ResponseError',
      accepted: false,
      attempts: 1,
      ...larger,
    })
    expect(await failure(sceyt.users.create({ username: 'zoe' }))).toMatchObject({
      name: 'ResponseError',
      accepted: true,
      attempts: 1,
      ...larger,
    })
    expect(await failure(collect(sceyt.users.list()))).toMatchObject({ name: 'ResponseError', ...larger })
    expect(await failure(sceyt.raw.GET('/users'))).toMatchObject({ name: 'ResponseError', ...larger })
    expect(sent).toHaveLength(4)
    expect(cancelled).toBe(4)
  })

  it('is no file, which may be of any size, nor one of just so many bytes', async () => {
    const { sceyt } = start(
      async () => new Response('{"username":"zoe12"}'),
      async () => new Response('x'.repeat(100)),
    )
    expect(await sceyt.users.get('zoe')).toEqual({ username: 'zoe12' })
    expect((await sceyt.files.download('x')).size).toBe(100)
    expect(await new Response(await sceyt.files.download('x', { as: 'stream' })).text()).toHaveLength(100)
  })
})

it('a response of a middleware is checked likewise', async () => {
  const { sceyt } = recordingClient(() => json({ username: 'zoe' }), { maxResponseBytes: 20 })
  const responses = [new Response('{"username":"another user"}'), new Response(Uint8Array.of(0xff))]
  sceyt.raw.use({ onResponse: () => responses.shift() })
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('larger than maxResponseBytes'),
  })
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('not UTF-8'),
  })
})

it('a bare array is a page like any other', async () => {
  const { sceyt, sent } = recordingClient(() => json([{ username: 'zoe' }, { username: 'omar' }]))
  expect(await sceyt.users.list()).toEqual({
    count: 2,
    links: { next: null },
    users: [{ username: 'zoe' }, { username: 'omar' }],
  })
  expect((await collect(sceyt.users.list())).map(({ username }) => username)).toEqual(['zoe', 'omar'])
  expect(sent).toHaveLength(2)
})

it('a hostile next link sends no call elsewhere', async () => {
  const pages = [
    {
      users: [{ username: 'a' }],
      count: 1,
      total_count: 2,
      links: { next: 'https://evil.example/steal?limit=1&offset=1&x=%2A#f' },
    },
    { users: [{ username: 'b' }], count: 1, total_count: 2, links: { next: null } },
  ]
  const { sceyt, sent } = recordingClient(() => json(pages[sent.length - 1]))
  expect(await collect(sceyt.users.list({ limit: 1 }))).toHaveLength(2)
  expect(sent.map(({ url }) => url)).toEqual([
    'https://api.example.com/v1/app/users?limit=1',
    'https://api.example.com/v1/app/users?limit=1&offset=1&x=%2A',
  ])
})

it('a page that does not advance is a ResponseError', async () => {
  const { sceyt, sent } = recordingClient(() =>
    json({
      users: [{ username: 'a' }],
      count: 1,
      total_count: 9,
      links: { next: 'https://api.example.com/users?limit=1' },
    }),
  )
  expect(await failure(collect(sceyt.users.list({ limit: 1 })))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('read before'),
  })
  expect(sent).toHaveLength(1)
})

it('a later page that repeats itself is noticed at once', async () => {
  const { sceyt, sent } = recordingClient((input) => {
    const offset = Number(new URL(String(input)).searchParams.get('offset'))
    return json({
      users: [{ username: 'a' }],
      count: 1,
      total_count: 9,
      links: { next: `https://api.example.com/users?offset=${Math.min(offset + 1, 5)}` },
    })
  })
  expect(await failure(collect(sceyt.users.list()))).toMatchObject({ name: 'ResponseError' })
  expect(sent).toHaveLength(6)
})

it('a byte order mark is no part of JSON, and what is no UTF-8 is a ResponseError that holds none of it', async () => {
  const marked = recordingClient(async () => new Response('\ufeff{"username":"zoe"}'))
  expect(await marked.sceyt.users.get('zoe')).toEqual({ username: 'zoe' })
  const wrong = recordingClient(async () => new Response(Uint8Array.of(0x22, 0xff, 0x22)))
  expect(await failure(wrong.sceyt.users.get('zoe'))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('not UTF-8'),
    incomplete: false,
  })
  expect(wrong.sent).toHaveLength(1)
})

const known = {
  status: 200,
  requestId: 'r-2',
  rateLimit: { limit: 100, remaining: 99, reset: 30 },
  attempts: 1,
  duration: expect.any(Number),
}
const headersOf = (prefix: string) => ({
  'x-request-id': 'r-2',
  [`${prefix}-limit`]: '100',
  [`${prefix}-remaining`]: '99',
  [`${prefix}-reset`]: '30',
})

describe.each([false, true])('withResponse, with a middleware: %s', (observed) => {
  const start = (respond: Fetch, options: SceytOptions = {}) => {
    const client = recordingClient(respond, options)
    if (observed) client.sceyt.raw.use({ onRequest: () => undefined })
    return client
  }

  it.each(['ratelimit', 'x-ratelimit'])(
    'gives the response too, of one call, and what it says of the call: %s',
    async (prefix) => {
      const { sceyt, sent } = start(() => json({ username: 'zoe' }, { headers: headersOf(prefix) }))
      const call = sceyt.users.get('zoe')
      const { data, response, ...metadata } = await call.withResponse()
      expect(data).toEqual(await call)
      expect(response.headers.get('x-request-id')).toBe('r-2')
      expect(metadata).toEqual(known)
      expect(sent).toHaveLength(1)
    },
  )

  it('gives it of a list, of a call without a result, and of a file', async () => {
    const list = start(() =>
      json({ users: [], count: 0, total_count: 0, links: { next: null } }, { headers: headersOf('ratelimit') }),
    )
    expect(await list.sceyt.users.list().withResponse()).toMatchObject({ ...known, data: { users: [] } })
    const none = start(async () => new Response(null, { status: 204, headers: headersOf('ratelimit') }))
    expect(await none.sceyt.users.delete('zoe').withResponse()).toMatchObject({
      ...known,
      status: 204,
      data: undefined,
    })
    const file = start(
      async () => new Response('Hello', { headers: { ...headersOf('ratelimit'), 'content-type': 'text/css' } }),
    )
    const { data, ...metadata } = await file.sceyt.files.download('x').withResponse()
    expect([data.type, await data.text()]).toEqual(['text/css', 'Hello'])
    expect(metadata).toMatchObject(known)
  })

  it('has undefined for headers that are missing', async () => {
    const { sceyt } = start(() => json({ username: 'zoe' }))
    expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ requestId: undefined, rateLimit: undefined })
  })

  it.each<[string, Fetch, object]>([
    [
      'an error of the server',
      () => json({}, { status: 404, headers: headersOf('x-ratelimit') }),
      { ...known, status: 404 },
    ],
    ['a success that is none', async () => new Response('<p>', { headers: headersOf('ratelimit') }), known],
    ['no response', failing('ECONNRESET'), { attempts: 1, duration: expect.any(Number) }],
  ])('is also in the error of %s', async (_what, respond, expected) => {
    const { sceyt } = start(respond, { maxRetries: 0 })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject(expected)
  })

  it('has the time of all attempts and waits', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const slow: Fetch = async (url, init) => {
      await new Promise((resolve) => setTimeout(resolve, 40))
      return inTime(url, init)
    }
    const inTime = inSequence(
      respondingWith(503, { 'retry-after': '2' }),
      () => json({ username: 'zoe' }),
      respondingWith(503, { 'retry-after': '2' }),
    )
    const { sceyt } = start(slow, { maxRetries: 1 })
    const user = sceyt.users.get('zoe').withResponse()
    await vi.advanceTimersByTimeAsync(2080)
    expect(await user).toMatchObject({ attempts: 2, duration: 2080 })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(2080)
    expect(await error).toMatchObject({
      attempts: 2,
      duration: 2080,
      message: expect.stringContaining('(2 attempts)'),
    })
  })
})

describe('a middleware', () => {
  it('can read the response, which is read again afterwards', async () => {
    const { sceyt } = recordingClient(() =>
      json(
        { username: 'zoe' },
        { headers: { 'content-length': '18', 'content-encoding': 'gzip', 'x-request-id': 'r-3' } },
      ),
    )
    const seen: unknown[] = []
    sceyt.raw.use({
      async onResponse({ response }) {
        seen.push(await response.clone().json(), response.status, response.headers.get('x-request-id'))
        seen.push(response.headers.get('content-length'), response.headers.get('content-encoding'))
      },
    })
    expect(await sceyt.users.get('zoe')).toEqual({ username: 'zoe' })
    expect(seen).toEqual([{ username: 'zoe' }, 200, 'r-3', null, null])
  })

  it('can read a file, and an error, and sees a call that has no result', async () => {
    const { sceyt } = recordingClient(
      inSequence(
        async () => new Response('Hello'),
        respondingWith(404),
        async () => new Response(null, { status: 204 }),
        async () => new Response('stream'),
      ),
    )
    const seen: string[] = []
    sceyt.raw.use({
      async onResponse({ response }) {
        seen.push(`${response.status} ${await response.clone().text()}`)
      },
    })
    expect(await (await sceyt.files.download('x')).text()).toBe('Hello')
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ status: 404, code: 404, type: 'Test' })
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
    expect(await new Response(await sceyt.files.download('x', { as: 'stream' })).text()).toBe('stream')
    expect(seen).toEqual(['200 Hello', '404 {"code":404,"type":"Test","message":"No"}', '204 ', '200 stream'])
  })

  it('may replace the response: by a success, which is checked, or by an error', async () => {
    const responses = [
      () => new Response('{"username":"omar"}', { headers: { 'x-request-id': 'mine' } }),
      () => new Response('<p>'),
      () => new Response('{"message":"Mine"}', { status: 409 }),
    ]
    const { sceyt } = recordingClient(() => json({ username: 'zoe' }))
    sceyt.raw.use({ onResponse: () => responses.shift()?.() })
    expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: { username: 'omar' }, requestId: 'mine' })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('HTML'),
    })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Mine'),
    })
    expect(await sceyt.users.get('zoe')).toEqual({ username: 'zoe' })
  })

  it('may respond in place of the server', async () => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    sceyt.raw.use({ onRequest: () => new Response('{"username":"cached"}') })
    expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: { username: 'cached' }, attempts: 0 })
    expect(sent).toEqual([])
  })

  it('may make something of a failure', async () => {
    const { sceyt } = recordingClient(failing('ECONNREFUSED', 'connect'), { maxRetries: 0 })
    const seen: unknown[] = []
    sceyt.raw.use({
      onError({ error }) {
        seen.push(error)
        return new Response('{"username":"fallback"}')
      },
    })
    expect(await sceyt.users.get('zoe')).toEqual({ username: 'fallback' })
    expect(seen).toMatchObject([{ name: 'ConnectionError', unsent: true }])
  })

  it('may replace the request, body and all; the key is added to what it makes', async () => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'omar' }))
    sceyt.raw.use({
      async onRequest({ request }) {
        const headers = new Headers(request.headers)
        headers.set('X-Signed', String((await request.clone().text()).length))
        headers.set('Platform-Api-Key', 'another')
        return new Request(`${request.url}?signed=1`, { method: 'POST', headers, body: '{"username":"omar"}' })
      },
    })
    expect(await sceyt.users.create({ username: 'zoe' })).toEqual({ username: 'omar' })
    expect(sent.map(({ url, init }) => [url, init.method])).toEqual([
      ['https://api.example.com/v1/app/users?signed=1', 'POST'],
    ])
    expect(await new Response(sent[0]?.init.body).text()).toBe('{"username":"omar"}')
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      'x-signed': '18',
      'platform-api-key': apiKey,
      'content-type': 'application/json',
    })
  })

  it('of one raw call sees no other, and one that was ejected sees none', async () => {
    const { sceyt } = recordingClient(() => json({ username: 'zoe' }))
    const seen: string[] = []
    const watch = (name: string) => ({ onRequest: () => void seen.push(name) })
    const all = watch('all')
    const init = { params: { path: { username: 'zoe' } } }
    sceyt.raw.use(all)
    await sceyt.raw.GET('/users/{username}', { ...init, middleware: [watch('one')] })
    await sceyt.users.get('zoe')
    sceyt.raw.eject(all)
    await sceyt.raw.GET('/users/{username}', { ...init, middleware: [watch('one')] })
    await sceyt.users.get('zoe')
    expect(seen).toEqual(['all', 'one', 'all', 'one'])
  })
})
