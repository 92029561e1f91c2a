import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Fetch, SceytOptions } from '../../src/index.js'
import { failure, recordingClient, respondingWith } from '../lib/fetches.js'

const zoe = { username: 'zoe' }
const text = JSON.stringify(zoe)
const notFound = { code: 1404, type: 'NotFound', message: 'There is no zoe' }
const nothing = { onRequest() {}, onResponse() {} }
const encode = (content: string) => new TextEncoder().encode(content)

/** A client over a `fetch` that returns what a test says. */
function client(result: () => unknown, options: SceytOptions = { maxRetries: 0 }) {
  return recordingClient((async () => result()) as Fetch, options)
}

/** Responses of every kind that packages return and tests write by hand. */
const bodies: [name: string, parts: (content: string) => object][] = [
  ['a stream of Node', (content) => ({ body: Readable.from([Buffer.from(content)]) })],
  ['a stream of Node that has text', (content) => ({ body: Readable.from([content]) })],
  [
    'an async iterable',
    (content) => ({ body: { [Symbol.asyncIterator]: () => Readable.from([encode(content)]).iterator() } }),
  ],
  ['a stream of a polyfill', (content) => ({ body: { getReader: () => new Response(content).body?.getReader() } })],
  ['arrayBuffer', (content) => ({ arrayBuffer: async () => encode(content).buffer })],
  ['blob', (content) => ({ blob: async () => new Blob([content]) })],
  ['text', (content) => ({ text: async () => content })],
  ['text that is not a promise', (content) => ({ text: () => content })],
  ['a body that is text', (content) => ({ body: content })],
  ['a body that is bytes', (content) => ({ body: encode(content) })],
  ['json', (content) => ({ json: async () => JSON.parse(content) })],
  ['text and json', (content) => ({ text: async () => content, json: async () => JSON.parse(content) })],
]

describe.each(bodies)('a response with %s', (_name, parts) => {
  describe.each([
    ['without', []],
    ['with', [nothing]],
  ])('%s a middleware', (_how, middlewares) => {
    const over = (result: () => unknown, options?: SceytOptions) => {
      const made = client(result, options)
      made.sceyt.raw.use(...middlewares)
      return made
    }

    it('is a success, raw or not', async () => {
      const { sceyt } = over(() => ({
        ok: true,
        status: 200,
        headers: new Headers({ 'x-request-id': 'r-1' }),
        ...parts(text),
      }))
      expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: zoe, status: 200, requestId: 'r-1' })
      const { data, response } = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
      expect([data, response.status]).toEqual([zoe, 200])
    })

    it('is an error with its status and body', async () => {
      const { sceyt } = over(() => ({ ok: false, status: 404, statusText: 'No', ...parts(JSON.stringify(notFound)) }))
      expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'NotFoundError', code: 1404, body: notFound })
    })

    it('is retried after a 503', async () => {
      const statuses = [503, 200]
      const { sceyt, sent } = over(
        () => ({ status: statuses.shift(), headers: { 'Retry-After': '0' }, ...parts(text) }),
        {},
      )
      expect(await sceyt.users.get('zoe')).toEqual(zoe)
      expect(sent).toHaveLength(2)
    })

    it('has a limit of its size', async () => {
      const { sceyt } = over(() => ({ status: 200, ...parts(text) }), { maxResponseBytes: text.length - 1 })
      expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError', incomplete: false })
      const { sceyt: other } = over(() => ({ status: 200, ...parts(text) }), { maxResponseBytes: text.length })
      expect(await other.users.get('zoe')).toEqual(zoe)
    })

    it('is truncated if it is shorter than Content-Length', async () => {
      const headers = { 'Content-Length': String(text.length + 1) }
      const { sceyt } = over(() => ({ status: 200, headers, ...parts(text) }))
      expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError', incomplete: true })
    })

    it('may be a file, as a Blob and as a stream', async () => {
      const { sceyt } = over(() => ({ status: 200, headers: { 'content-type': 'text/css' }, ...parts(text) }))
      const blob = await sceyt.files.download('x')
      expect([blob.type, await blob.text()]).toEqual(['text/css', text])
      expect(await new Response(await sceyt.files.download('x', { as: 'stream' })).text()).toBe(text)
    })

    it('may be a 204', async () => {
      const { sceyt } = over(() => ({ status: 204, ...parts('""') }))
      expect(await sceyt.users.delete('zoe')).toBeUndefined()
    })

    it('is not followed if it redirects', async () => {
      const { sceyt, sent } = over(() => ({
        status: 302,
        headers: { location: 'https://example.com/' },
        ...parts(text),
      }))
      expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
        name: 'RedirectError',
        location: 'https://example.com/',
      })
      expect(sent).toHaveLength(1)
    })
  })
})

it.each([
  ['an object', { 'X-Request-Id': 'r-1' }],
  ['an object with lists', { 'X-Request-Id': ['r-1'] }],
  ['a Map', new Map([['X-Request-Id', 'r-1']])],
  ['pairs', [['X-Request-Id', 'r-1']]],
  ['Headers', new Headers({ 'X-Request-Id': 'r-1' })],
])('headers may be %s', async (_what, headers) => {
  const { sceyt } = client(() => ({ status: 200, headers, json: async () => zoe }))
  expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: zoe, requestId: 'r-1' })
})

it('headers may have names and values that the platform rejects', async () => {
  const headers = { 'a b': '1', 'x-a': '服务\n', 'x-b': undefined, 'x-request-id': 'r-1' }
  const { sceyt } = client(() => ({ status: 200, headers, json: async () => zoe }))
  const { response, requestId } = await sceyt.users.get('zoe').withResponse()
  expect(requestId).toBe('r-1')
  expect(Object.fromEntries(response.headers)).toEqual({ 'x-a': '???', 'x-b': '', 'x-request-id': 'r-1' })
})

it.each([
  ['only json', { json: async () => zoe }],
  ['ok and json', { ok: true, json: async () => zoe }],
  ['status and json', { status: 201, json: async () => zoe }],
  ['only text', { text: async () => text }],
])('a stub may have %s', async (_what, stub) => {
  expect(await client(() => stub).sceyt.users.get('zoe')).toEqual(zoe)
})

it('a stub whose json() fails is a response that is not JSON', async () => {
  const { sceyt, sent } = client(() => ({ status: 200, json: async () => JSON.parse('<p>') }), {})
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
    name: 'ResponseError',
    message: expect.stringContaining('the body is not valid JSON'),
  })
  expect(sent).toHaveLength(1)
})

it('a stub whose body is an object is an error that says so', async () => {
  for (const body of [zoe, 5, true]) {
    const { sceyt } = client(() => ({ status: 200, body }))
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('the body is neither text nor bytes'),
    })
  }
})

it('a stub without a body has an empty one', async () => {
  const { sceyt } = client(() => ({ ok: true, status: 200 }))
  expect(String(await failure(sceyt.users.get('zoe')))).toContain('the body is empty')
})

it('a stream of Node that breaks is truncated, and is destroyed when the caller cancels it', async () => {
  async function* broken() {
    yield Buffer.from('{"user')
    throw new Error('aborted')
  }
  const { sceyt } = client(() => ({ status: 200, body: Readable.from(broken()) }))
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError', incomplete: true })
  const body = new Readable({ read() {} })
  const download = await client(() => ({ status: 200, body })).sceyt.files.download('x', { as: 'stream' })
  await download.cancel()
  expect(body.destroyed).toBe(true)
})

it('a stream of Node that is too large is read no further', async () => {
  let produced = 0
  async function* endless() {
    for (; produced < 1_000_000; produced++) yield Buffer.alloc(1024)
  }
  const body = Readable.from(endless())
  const { sceyt } = client(() => ({ status: 200, body }), { maxResponseBytes: 4096 })
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError' })
  expect(body.destroyed).toBe(true)
  expect(produced).toBeLessThan(100)
})

describe.each([
  ['undefined', undefined, 'returned undefined'],
  ['null', null, 'returned null'],
  ['a string', text, 'returned a string'],
  ['a number', 200, 'returned a number'],
  ['a plain object', zoe, 'returned an object without a status'],
  ['an object without a status', { ok: false, json: async () => zoe }, 'returned an object without a status'],
  ['a status that is a string', { status: '200', json: async () => zoe }, 'returned an object without a status'],
])('a fetch that returns %s', (_what, result, problem) => {
  it.each<[string, Fetch]>([
    ['in a promise', (async () => result) as unknown as Fetch],
    ['as it is', (() => result) as unknown as Fetch],
  ])('%s is named in the error, and not retried', async (_how, fetch) => {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt, sent } = recordingClient(fetch)
      sceyt.raw.use(...middlewares)
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'ConnectionError', unsent: false, attempts: 1 })
      expect(String(error)).toContain(`\`fetch\` ${problem}; expected a Response`)
      expect(await failure(sceyt.raw.POST('/users', { body: zoe }))).toMatchObject({ name: 'ConnectionError' })
      expect(sent).toHaveLength(2)
    }
  })
})

it.each([
  ['undefined', undefined],
  ['null', null],
  ['a string', 'boom'],
  ['a number', 0],
])('a fetch that rejects with %s, or throws it, is named in the error', async (_what, reason) => {
  const fetches: Fetch[] = [
    () => Promise.reject(reason),
    () => {
      throw reason
    },
  ]
  for (const fetch of fetches) {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt } = recordingClient(fetch, { maxRetries: 0 })
      sceyt.raw.use(...middlewares)
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'ConnectionError' })
      expect(String(error)).toContain(`\`fetch\` rejected with ${reason}, which is not an error`)
    }
  }
})

it('a Response that is returned twice is named as such', async () => {
  const problem = 'the body of this response has been read already: `fetch` must return a new Response for each call'
  for (const middlewares of [[], [nothing]]) {
    for (const read of [async () => {}, (used: Response) => used.text()]) {
      const response = new Response(text)
      await read(response)
      const { sceyt, sent } = client(() => response, {})
      sceyt.raw.use(...middlewares)
      await sceyt.users.get('zoe').catch(() => {})
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ name: 'ResponseError', incomplete: false, attempts: 1 })
      expect(String(error)).toContain(problem)
      expect(String(await failure(sceyt.files.download('x', { as: 'stream' })))).toContain(problem)
      expect(sent).toHaveLength(3)
    }
    const missing = await respondingWith(404)('', {})
    const { sceyt } = client(() => missing)
    sceyt.raw.use(...middlewares)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ status: 404, code: 404 })
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toMatchObject({ name: 'NotFoundError' })
    expect(String(error)).toContain(problem)
  }
})

it.each<[string, (status: number) => unknown]>([
  ['whose stream of Node was read', (status) => ({ status, body: Readable.from([text]).on('data', () => {}) })],
  ['whose bodyUsed is true', (status) => ({ status, bodyUsed: true, text: async () => text })],
  [
    'whose body is locked',
    (status) => {
      const response = new Response(text, { status })
      response.body?.getReader()
      return response
    },
  ],
])('a response %s is named as such, and not retried', async (_what, create) => {
  for (const status of [200, 404]) {
    const { sceyt, sent } = client(() => response, {})
    const response = create(status)
    await new Promise(setImmediate)
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toMatchObject({ status, attempts: 1 })
    expect(String(error)).toContain('the body of this response has been read already')
    expect(sent).toHaveLength(1)
  }
})

it('a middleware that returns one Response twice is named as such', async () => {
  const cached = new Response(text)
  const { sceyt } = client(() => new Response(text))
  sceyt.raw.use({ onRequest: () => cached })
  await sceyt.users.get('zoe')
  expect(String(await failure(sceyt.users.get('zoe')))).toContain(
    'middleware[0].onRequest left a body that has been read',
  )
})

it.each([100, 199, 600, 999])('a status of %i from any fetch is an ApiError', async (status) => {
  for (const middlewares of [[], [nothing]]) {
    const { sceyt } = client(() => ({ status, statusText: '服务不可用\n', text: async () => 'odd' }))
    sceyt.raw.use(...middlewares)
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ApiError', status, body: 'odd' })
  }
})
