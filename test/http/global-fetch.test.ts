import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiError, createSceyt, type Fetch, type Sceyt, type SceytOptions } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

interface Seen {
  method: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** A server that responds with the first status once, and then with 200. */
async function serveOnce(status: number, options: SceytOptions = {}) {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      seen.push({ method: request.method, headers: request.headers, body })
      response.writeHead(seen.length === 1 ? status : 200, { 'content-type': 'application/json' })
      response.end('{"message":"first"}')
    })
  }
  const { origin } = await serve(listener)
  return { sceyt: createSceyt({ baseUrl: origin, apiKey, ...options }), seen }
}

const ownFetch = globalThis.fetch

const file = new File(['content of "größe"'], 'größe "1".txt', { type: 'text/plain' })
const nothing = { onRequest() {} }

const raw = (sceyt: Sceyt, bodySerializer: () => NonNullable<RequestInit['body']>) =>
  sceyt.raw
    .POST('/users', { body: { username: 'zoe' }, bodySerializer, headers: { 'Content-Type': null } })
    .then(({ error, response }) => {
      if (error) throw Object.assign(new Error(error.message), { status: response.status, attempts: 1 })
    })

const calls: [string, (sceyt: Sceyt) => PromiseLike<unknown>, RegExp][] = [
  ['a POST', (sceyt) => sceyt.users.create({ username: 'zöe' }), /^\{"username":"zöe"\}$/],
  ['a PUT', (sceyt) => sceyt.users.update('zoe', { first_name: 'Zoe' }), /Zoe/],
  ['a DELETE', (sceyt) => sceyt.users.delete('zoe'), /^$/],
  [
    'an upload of a file',
    (sceyt) => sceyt.files.upload(file),
    /größe %221%22\.txt"\r\nContent-Type: text\/plain\r\n\r\ncontent of "größe"\r\n--[-\w]+--\r\n$/,
  ],
  [
    'an upload of a stream',
    (sceyt) => sceyt.files.upload(fromStream(Readable.from([Buffer.from('content')]), { name: 'a', size: 7 })),
    /content/,
  ],
  ['text of a serializer', (sceyt) => raw(sceyt, () => 'text'), /^text$/],
  ['no text of a serializer', (sceyt) => raw(sceyt, () => ''), /^$/],
  ['a form of a serializer', (sceyt) => raw(sceyt, () => formOf('a\nb')), /name="text"\r\n\r\na\r\nb\r\n/],
  ['parameters of a serializer', (sceyt) => raw(sceyt, () => new URLSearchParams({ a: 'b c' })), /^a=b\+c$/],
  ['bytes of a serializer', (sceyt) => raw(sceyt, () => new TextEncoder().encode('-bytes-').subarray(1, 6)), /^bytes$/],
  ['a buffer of a serializer', (sceyt) => raw(sceyt, () => new Uint8Array([97, 98]).buffer), /^ab$/],
  ['a buffer of another realm', (sceyt) => raw(sceyt, () => runInNewContext('Uint8Array.of(97, 98).buffer')), /^ab$/],
]

function fill<Buffer extends ArrayBufferLike>(buffer: Buffer): Buffer {
  new Uint8Array(buffer).set([97, 98])
  return buffer
}

// The types of our target do not have the option.
const growingBuffer = () => fill<ArrayBuffer>(Reflect.construct(ArrayBuffer, [2, { maxByteLength: 8 }]))
const sharedBuffer = () => fill(new SharedArrayBuffer(2))

function formOf(text: string): FormData {
  const form = new FormData()
  form.append('text', text)
  return form
}

describe.each([false, true])('a request over the global fetch of Node, with a middleware: %s', (hasMiddleware) => {
  it.each(calls)('%s is sent once if the status is 421, with its length', async (_name, call, body) => {
    const { sceyt, seen } = await serveOnce(421)
    if (hasMiddleware) sceyt.raw.use(nothing)
    expect(await failure(call(sceyt))).toMatchObject({ status: 421, attempts: 1 })
    expect(seen).toHaveLength(1)
    const [{ method, headers, body: received }] = seen as [Seen]
    expect(received).toMatch(body)
    expect(headers['transfer-encoding']).toBeUndefined()
    if (method !== 'DELETE') expect(headers['content-length']).toBe(String(Buffer.byteLength(received)))
  })

  it.each(calls)('%s is sent once if the status is 407, which is an ApiError', async (_name, call) => {
    const { sceyt, seen } = await serveOnce(407)
    if (hasMiddleware) sceyt.raw.use(nothing)
    expect(await failure(call(sceyt))).toMatchObject({ status: 407, attempts: 1 })
    expect(seen).toHaveLength(1)
  })

  it('a GET that is rejected with a 407 is not retried', async () => {
    const { sceyt, seen } = await serveOnce(407)
    if (hasMiddleware) sceyt.raw.use(nothing)
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      attempts: 1,
      message: expect.stringMatching(/407.*The proxy requires credentials/),
    })
    expect(seen).toHaveLength(1)
  })
})

const wrapped: Fetch = (url, init) => ownFetch(url, { ...init })

describe.each<[string, Fetch]>([
  ['the global fetch', globalThis.fetch],
  ['a bound fetch', globalThis.fetch.bind(undefined)],
  ['a Proxy of fetch', new Proxy(globalThis.fetch, {})],
  ['a wrapper around fetch', wrapped],
  ['a wrapper that makes a Request', (url, init) => ownFetch(new Request(url, init))],
])('%s', (_name, fetch) => {
  describe.each<[string, () => SceytOptions]>([
    ['as an option', () => ({ fetch })],
    [
      'as the global fetch',
      () => {
        vi.stubGlobal('fetch', fetch)
        onTestFinished(() => void vi.unstubAllGlobals())
        return {}
      },
    ],
  ])('%s', (_place, prepare) => {
    it.each([401, 407, 421])(
      'sends each request once if the status is %i, and returns the response',
      async (status) => {
        for (const [name, call] of [...calls, ['a GET', (sceyt: Sceyt) => sceyt.users.get('zoe')] as const]) {
          const { sceyt, seen } = await serveOnce(status, prepare())
          const error = await failure(call(sceyt))
          expect(error, name).toMatchObject({ status, attempts: 1 })
          expect((error as Error).message, name).toContain('first')
          expect(seen, name).toHaveLength(1)
        }
      },
    )
  })
})

it.each([407, 421])('a wrapper that sends a request again after a %i returns the second response', async (status) => {
  const { sceyt, seen } = await serveOnce(status, {
    fetch: async (url, init) => {
      const response = await ownFetch(url, init)
      return response.ok ? response : ownFetch(url, init)
    },
  })
  const { response } = await sceyt.users.get('zoe').withResponse()
  expect(response.status).toBe(200)
  expect(seen).toHaveLength(2)
})

it.each([407, 421])('a wrapper that freezes the response to a %i returns it', async (status) => {
  const fetch: Fetch = async (url, init) => Object.freeze(await ownFetch(url, init))
  for (const middlewares of [[], [nothing]]) {
    const { sceyt, seen } = await serveOnce(status, { fetch })
    sceyt.raw.use(...middlewares)
    const error = await failure(sceyt.users.create({ username: 'zoe' }))
    expect(error).toMatchObject({ status, attempts: 1, message: expect.stringContaining('first') })
    expect(seen).toHaveLength(1)
  }
})

it('a wrapper that returns another response after a 421 returns that one', async () => {
  const { sceyt, seen } = await serveOnce(421, {
    async fetch(url, init) {
      await ownFetch(url, init)
      return Response.json({ username: 'zoe' })
    },
  })
  const { status } = await sceyt.users.get('zoe').withResponse()
  expect(status).toBe(200)
  expect(seen).toHaveLength(1)
})

it('a wrapper that retries by itself may send a request again', async () => {
  const { sceyt, seen } = await serveOnce(500, {
    fetch: async (url, init) => {
      const response = await ownFetch(url, init)
      return response.ok ? response : ownFetch(url, init)
    },
  })
  await sceyt.users.get('zoe')
  expect(seen).toHaveLength(2)
})

describe.each([false, true])('a body that a Request of Node rejects, with a middleware: %s', (hasMiddleware) => {
  it.each<[string, () => unknown]>([
    ['a shared buffer', sharedBuffer],
    ['a view of a shared buffer', () => new Uint8Array(sharedBuffer())],
    ['a buffer that can grow', () => growingBuffer()],
    ['a view of a buffer that can grow', () => new DataView(growingBuffer())],
  ])('%s is sent once if the status is 421', async (_name, body) => {
    const { sceyt, seen } = await serveOnce(421)
    if (hasMiddleware) sceyt.raw.use(nothing)
    expect(await failure(raw(sceyt, body as never))).toMatchObject({ status: 421, attempts: 1 })
    expect(seen).toMatchObject([{ body: 'ab', headers: { 'content-length': '2' } }])
  })

  it('bytes are sent again in a retry', async () => {
    const { sceyt, seen } = await serveOnce(429)
    if (hasMiddleware) sceyt.raw.use(nothing)
    const bytes = new Uint8Array([97, 98])
    await raw(sceyt, () => bytes)
    expect(seen.map(({ body }) => body)).toEqual(['ab', 'ab'])
    expect(bytes).toHaveLength(2)
  })
})

it.each([{ keepalive: true }, { mode: 'no-cors' }] as const)(
  'a POST with the option %j, which means nothing in Node, is sent',
  async (init) => {
    const { sceyt, seen } = await serveOnce(200)
    await sceyt.raw.POST('/users', { body: { username: 'zoe' }, ...init })
    expect(seen).toMatchObject([{ method: 'POST', body: '{"username":"zoe"}' }])
  },
)

describe('the media type of a body', () => {
  it.each([
    ['a form', () => formOf('a'), /^multipart\/form-data; boundary=sceyt-/],
    ['parameters', () => new URLSearchParams(), /^application\/x-www-form-urlencoded;charset=utf-8$/i],
    ['a blob', () => new Blob(['a'], { type: 'text/csv' }), /^text\/csv$/],
  ])('is that of %s', async (_name, body, type) => {
    const { sceyt, seen } = await serveOnce(200)
    await raw(sceyt, body)
    expect(seen[0]?.headers['content-type']).toMatch(type)
  })

  it('is that of the caller, if the body has one too', async () => {
    const { sceyt, seen } = await serveOnce(200)
    await sceyt.raw.POST('/users', {
      body: { username: 'zoe' },
      bodySerializer: () => new Blob(['a'], { type: 'text/csv' }),
      headers: { 'Content-Type': 'text/plain' },
    })
    expect(seen[0]?.headers['content-type']).toBe('text/plain')
  })
})

describe('another function in the place of the global fetch', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('receives JSON as text, and a form as bytes, which every fetch supports', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ username: 'zoe' }))
    vi.stubGlobal('fetch', fetch)
    const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey })
    await sceyt.users.create({ username: 'zoe' })
    await sceyt.files.upload(file).catch(() => {})
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ body: '{"username":"zoe"}' })
    expect(fetch.mock.calls[1]?.[1]?.body).toBeInstanceOf(Uint8Array)
  })

  it('receives them through a middleware that leaves them alone', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ username: 'zoe' }))
    const sceyt = createSceyt({ baseUrl: 'https://api.example.com', apiKey, fetch })
    sceyt.raw.use({ onRequest: ({ request }) => void request.headers.set('x-a', 'b') })
    await sceyt.users.create({ username: 'zoe' })
    await sceyt.files.upload(file).catch(() => {})
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ body: '{"username":"zoe"}' })
    expect(fetch.mock.calls[1]?.[1]?.body).toBeInstanceOf(Uint8Array)
  })

  it('receives JSON as text, as an option', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ username: 'zoe' }))
    const wrapper: Fetch = (url, init) => fetch(url, init)
    for (const given of [fetch, wrapper]) {
      await createSceyt({ baseUrl: 'https://api.example.com', apiKey, fetch: given }).users.create({ username: 'zoe' })
      expect(fetch.mock.lastCall?.[1]).toMatchObject({ body: '{"username":"zoe"}' })
    }
  })

  const upload = (fetch: Fetch, content: Blob, options = {}) =>
    createSceyt({ baseUrl: 'https://api.example.com', apiKey, fetch }).files.upload(content, options)
  const uploaded = () => vi.fn(async (_url: string, _init: RequestInit) => Response.json({ url: 'https://a/b' }))

  it('receives a form of more than 16 MiB as a Blob, which is not read into memory, and any form in Deno', async () => {
    const fetch = uploaded()
    await upload(fetch, new File([new Uint8Array(2 ** 24)], 'large'))
    expect(fetch.mock.lastCall?.[1].body).toBeInstanceOf(Blob)
    vi.stubGlobal('Deno', {})
    await upload(fetch, file)
    expect(fetch.mock.lastCall?.[1].body).toBeInstanceOf(Blob)
  })

  it('that does not support a Blob is named in the error about a large one, of which nothing was sent', async () => {
    // As node-fetch 2 does.
    const fetch = vi.fn(async (_url: string, init: RequestInit) => {
      const body = init.body as unknown as { stream(): { pipe(to: object): Response } }
      return body.stream().pipe({})
    })
    const error = await failure(upload(fetch, new File([new Uint8Array(2 ** 24)], 'large')))
    expect(error).toMatchObject({ name: 'ConnectionError', unsent: true, permanent: true })
    expect(String(error)).toContain('Nothing was sent, and a retry would fail too.')
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('receives nothing if a Blob cannot be read, or the call is aborted meanwhile', async () => {
    const fetch = uploaded()
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
    onTestFinished(() => read.mockRestore())
    read.mockRejectedValueOnce(new Error('the file has changed'))
    expect(await failure(upload(fetch, file))).toMatchObject({
      name: 'ConnectionError',
      unsent: true,
      message: expect.stringContaining('the body cannot be read: the file has changed'),
    })
    const controller = new AbortController()
    read.mockImplementationOnce(async () => {
      controller.abort('enough')
      return new ArrayBuffer(1)
    })
    expect(await failure(upload(fetch, file, { signal: controller.signal }))).toBe('enough')
    await new Promise(setImmediate)
    expect(fetch).not.toHaveBeenCalled()
  })
})
