import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UploadSource } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { collect, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const nothing = { onRequest() {} }
const uploaded = { name: 'a.txt' }

/** An upload that can be opened again and again, and how often it was. */
function source(repeatable = true): { file: UploadSource; opened: () => number } {
  let opened = 0
  const stream = () => {
    opened++
    return new Blob(['content']).stream()
  }
  return { file: { name: 'a.txt', repeatable, stream }, opened: () => opened }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an upload through a middleware that does nothing', () => {
  it('is retried as without it, if it can be opened again', async () => {
    for (const middlewares of [[], [nothing]]) {
      const bodies: string[] = []
      const { sceyt, sent } = recordingClient(async (url, init) => {
        bodies.push(await new Response(init.body, { headers: init.headers as Headers }).text())
        return inTurnByCount(bodies.length)(url, init)
      })
      sceyt.raw.use(...middlewares)
      const { file, opened } = source()
      const upload = sceyt.files.upload(file)
      // It advances the timers. How many turns a stream of a Blob takes depends on the version of Node.
      await vi.waitFor(() => expect(sent).toHaveLength(2), 5_000)
      await upload
      expect(sent).toHaveLength(2)
      expect(bodies[0]).toContain('content')
      expect(bodies[1]).toBe(bodies[0])
      expect(opened()).toBe(2)
    }
  })

  const inTurnByCount = (count: number) =>
    count === 1 ? respondingWith(429, { 'retry-after': '1' }) : () => json(uploaded)

  it('is not retried if it can be read only once', async () => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt, sent } = recordingClient(respondingWith(429, { 'retry-after': '1' }))
      sceyt.raw.use(...middlewares)
      const error = failure(sceyt.files.upload(fromStream(Readable.from([Buffer.from('a')]), { name: 'a.txt' })))
      await vi.advanceTimersByTimeAsync(2000)
      expect(await error).toMatchObject({ status: 429, attempts: 1 })
      expect(sent).toHaveLength(1)
    }
  })

  it('is retried from memory too', async () => {
    for (const middlewares of [[], [nothing]]) {
      const bodies: string[] = []
      const { sceyt } = recordingClient(async (url, init) => {
        const form = await new Response(init.body, { headers: init.headers as Headers }).formData()
        bodies.push(await (form.get('files') as File).text())
        return inTurnByCount(bodies.length)(url, init)
      })
      sceyt.raw.use(...middlewares)
      const upload = sceyt.files.upload(new Blob(['content']))
      await vi.advanceTimersByTimeAsync(2000)
      await upload
      expect(bodies).toEqual(['content', 'content'])
    }
  })
})

it('a middleware that reads a copy of an upload leaves the upload whole', async () => {
  const bodies: string[] = []
  const { sceyt } = recordingClient(async (_url, init) => {
    bodies.push(await new Response(init.body).text())
    return json(uploaded)
  })
  sceyt.raw.use({ onRequest: async ({ request }) => void bodies.push(await request.clone().text()) })
  await sceyt.files.upload(source().file)
  await sceyt.files.upload(fromStream(Readable.from([Buffer.from('content')]), { name: 'a.txt' }))
  expect(bodies).toHaveLength(4)
  expect(bodies[1]).toBe(bodies[0])
  expect(bodies[3]).toBe(bodies[2])
  expect(bodies[3]).toContain('content')
})

it('a middleware that puts another request in place has that one sent, its upload once', async () => {
  const { sceyt, sent } = recordingClient(respondingWith(429, { 'retry-after': '1' }))
  sceyt.raw.use({
    onRequest: ({ request }) =>
      new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-a': '1' } }),
  })
  const error = failure(sceyt.files.upload(source().file))
  await vi.advanceTimersByTimeAsync(5000)
  expect(await error).toMatchObject({ status: 429, attempts: 1 })
  expect(sent.map(({ headers }) => headers.get('x-a'))).toEqual(['1'])
})

describe('a page after the first', () => {
  const users = (count: number, next: string | null) => ({ users: [{ username: `u${count}` }], count, links: { next } })

  /** The queries that middlewares see, next to those that are sent. */
  async function queriesOf(next: string): Promise<{ seen: unknown[]; urls: string[] }> {
    const seen: unknown[] = []
    const { sceyt, sent } = recordingClient(
      inSequence(
        () => json(users(1, next)),
        () => json(users(2, null)),
      ),
    )
    sceyt.raw.use({ onRequest: ({ params }) => void seen.push({ ...params.query }) })
    await collect(sceyt.users.list({ limit: 1 }))
    return { seen, urls: sent.map(({ url }) => new URL(url).search) }
  }

  it('is an ordinary call: a middleware sees the query that is sent', async () => {
    const { seen, urls } = await queriesOf('/users?limit=1&offset=1&after=7')
    expect(urls).toEqual(['?limit=1', '?limit=1&offset=1&after=7'])
    expect(seen).toEqual([{ limit: 1 }, { limit: 1, offset: 1, after: '7' }])
  })

  it('has the query of the server, byte for byte', async () => {
    const { urls } = await queriesOf('https://elsewhere.example/x?after=a+b%2f*&limit=1')
    expect(urls[1]).toBe('?after=a+b%2f*&limit=1')
  })

  it.each(['?limit=100&offset=1', '?limit=&filter=', '?offset=-1', '?limit=2&limit=3'])(
    'follows %s, although a caller could not ask for it',
    async (next) => {
      for (const middlewares of [[], [nothing]]) {
        const { sceyt, sent } = recordingClient(
          inSequence(
            () => json(users(1, next)),
            () => json(users(2, null)),
          ),
        )
        sceyt.raw.use(...middlewares)
        expect(await collect(sceyt.users.list({ limit: 1 }))).toHaveLength(2)
        expect(new URL(sent[1]?.url ?? '').search).toBe(next)
      }
    },
  )
})

describe('an error status of a raw call', () => {
  const body = { code: 1404, type: 'NotFound', message: 'No' }
  const responses: [string, () => Promise<Response>, unknown][] = [
    ['JSON', () => json(body, { status: 404, statusText: 'Not Found', headers: { 'x-request-id': 'r-1' } }), body],
    [
      'text',
      async () => new Response('<p>gone</p>', { status: 502 }),
      { code: 502, type: 'Unexpected', message: '<p>gone</p>' },
    ],
    [
      'nothing',
      async () => new Response(null, { status: 500 }),
      { code: 500, type: 'Unexpected', message: 'The server gave no message.' },
    ],
  ]
  it.each(responses)('of %s is the same with a middleware and without', async (_what, respond, expected) => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt } = recordingClient(respond, { maxRetries: 0 })
      sceyt.raw.use(...middlewares)
      const { data, error, response } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
      expect([data, error]).toEqual([undefined, expected])
      expect(response).toBeInstanceOf(Response)
      expect(response.status).toBe((await respond()).status)
    }
  })

  it('has a response whose body can still be read', async () => {
    const { sceyt } = recordingClient(() => json(body, { status: 404 }))
    const { response } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
    expect(await response.json()).toEqual(body)
  })
})

it.each([999, 199])('a status of %i and an odd reason phrase are an error, with a middleware too', async (status) => {
  for (const middlewares of [[], [nothing, { onResponse() {} }]]) {
    const { sceyt } = recordingClient(async () =>
      Object.defineProperties(new Response('odd'), {
        status: { value: status },
        ok: { value: false },
        statusText: { value: 'Не\n' },
      }),
    )
    sceyt.raw.use(...middlewares)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ApiError', status, body: 'odd' })
  }
})

it('a middleware that returns the request of another call has that one sent', async () => {
  const forms: string[] = []
  const { sceyt } = recordingClient(async (_url, init) => {
    const form = await new Response(init.body, { headers: init.headers as Headers }).formData()
    forms.push(await (form.get('files') as File).text())
    return json(uploaded)
  })
  const requests: Request[] = []
  sceyt.raw.use({ onRequest: ({ request }) => (requests.push(request) === 1 ? undefined : requests[0]) })
  for (const text of ['one', 'two']) {
    await sceyt.files.upload({ ...source().file, stream: () => new Blob([text]).stream() })
  }
  expect(forms).toEqual(['one', 'one'])
})

it('a middleware that was added twice is still there when it was ejected once', async () => {
  let calls = 0
  const { sceyt } = recordingClient(() => json(zoe))
  const middleware = {
    onResponse({ response }: { response: Response }) {
      calls++
      expect(response.clone()).toBeInstanceOf(Response)
    },
  }
  sceyt.raw.use(middleware, middleware)
  sceyt.raw.eject(middleware)
  await sceyt.users.get('zoe')
  sceyt.raw.eject(middleware)
  await sceyt.users.get('zoe')
  expect(calls).toBe(1)
})

it('none of several middlewares is added if one is not valid', async () => {
  const { sceyt } = recordingClient(() => json(zoe))
  const seen: string[] = []
  const middleware = { onRequest: ({ schemaPath }: { schemaPath: string }) => void seen.push(schemaPath) }
  expect(() => sceyt.raw.use(middleware, 5 as never)).toThrow('middleware')
  await sceyt.users.get('zoe')
  expect(seen).toEqual([])
})

it('a form that a middleware passes on can be parsed', async () => {
  const form = new FormData()
  form.set('a', '1')
  const { sceyt } = recordingClient(async () => new Response(form))
  sceyt.raw.use({ onResponse() {} })
  const { data } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe }, parseAs: 'formData' as 'text' })
  expect((data as unknown as FormData).get('a')).toBe('1')
})

describe.each([
  ['without', []],
  ['with', [nothing]],
])('headers of a call, %s a middleware', (_name, middlewares) => {
  it.each<[string, unknown, Record<string, string | null>]>([
    [
      'pairs',
      [
        ['x-a', '1'],
        ['x-a', '2'],
      ],
      { 'x-a': '1, 2' },
    ],
    ['a Map', new Map([['x-a', '1']]), { 'x-a': '1' }],
    ['null', null, {}],
    ['null for a name', { 'X-A': null, 'X-B': undefined, 'X-C': '3' }, { 'x-a': null, 'x-b': null, 'x-c': '3' }],
  ])('may be %s', async (_what, headers, expected) => {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    sceyt.raw.use(...middlewares)
    await sceyt.raw.GET('/users/{username}', { params: { path: zoe }, headers: headers as HeadersInit })
    for (const [name, value] of Object.entries(expected)) expect(sent[0]?.headers.get(name)).toBe(value)
  })

  it('of an iterable are checked, without showing the value', async () => {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    sceyt.raw.use(...middlewares)
    const headers = new Map([['x-a', 's3cret\n']]) as unknown as HeadersInit
    const error = await failure(sceyt.raw.GET('/users/{username}', { params: { path: zoe }, headers }))
    expect(error).toMatchObject({ name: 'InputError' })
    expect(String(error)).not.toContain('s3cret')
    expect(sent).toEqual([])
  })

  it('are those of one attempt: a fetch may change them', async () => {
    const seen: (string | null)[] = []
    const { sceyt } = recordingClient(async (url, init) => {
      const headers = new Headers(init.headers)
      seen.push(headers.get('x-attempt'))
      if (init.headers instanceof Headers) init.headers.set('x-attempt', '1')
      else Object.assign(init.headers as object, { 'x-attempt': '1' })
      return seen.length < 3 ? respondingWith(503, { 'retry-after': '0' })(url, init) : json(zoe)
    })
    sceyt.raw.use(...middlewares)
    for (const headers of [undefined, { 'x-q': '1' }]) {
      seen.length = 0
      const call = sceyt.users.get('zoe', headers && { headers })
      await vi.advanceTimersByTimeAsync(100)
      await call
      expect(seen).toEqual([null, null, null])
    }
  })
})

it('a fetch is called unbound, as browsers require', async () => {
  let receiver: unknown = 'not called'
  const { sceyt } = recordingClient(() => json(zoe), {
    fetch: function (this: unknown) {
      receiver = this
      return json(zoe)
    },
  })
  await sceyt.users.get('zoe')
  expect(receiver).toBeUndefined()
})

it('a response without a reason phrase is an error of its status', async () => {
  const bare = { ok: false, status: 404, headers: new Headers(), body: null } as Response
  const { sceyt } = recordingClient(async () => bare)
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'NotFoundError' })
})
