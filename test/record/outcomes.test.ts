import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import {
  ConnectionError,
  createSceyt,
  type Fetch,
  RateLimitError,
  RedirectError,
  ResponseError,
} from '../../src/index.js'
import { fromStream, pooledFetch } from '../../src/node/index.js'
import { record, replay } from '../../src/record/index.js'
import { failing, failure, stalling } from '../lib/fetches.js'
import { serve, unusedOrigin } from '../lib/serve.js'
import { baseUrl, linesOf, newFile, recordAll } from './recording.js'

const connection = { baseUrl, apiKey: 'the-api-key', maxRetries: 0 }

/** Records a call and replays it. Returns both outcomes. */
async function both<T>(send: Fetch, call: (sceyt: ReturnType<typeof createSceyt>) => Promise<T>, options: object = {}) {
  const file = await newFile()
  const run = (fetch: Fetch) => call(createSceyt({ ...connection, ...options, fetch })).catch((error: unknown) => error)
  return { file, recorded: await run(record(send, file)), replayed: await run(replay(file)) }
}

describe('a response is replayed', () => {
  it('with its status, and with the headers that a client needs alone', async () => {
    const headers = { 'retry-after': '7', 'x-ratelimit-limit': '5', 'x-request-id': 'r1', server: 'nginx', etag: 'a' }
    const { file, recorded, replayed } = await both(
      async () => Response.json({ code: 42900, type: 'TooMany', message: 'Slow down' }, { status: 429, headers }),
      (sceyt) => sceyt.users.get('zoe'),
    )
    expect(recorded).toBeInstanceOf(RateLimitError)
    expect(replayed).toBeInstanceOf(RateLimitError)
    for (const error of [recorded, replayed] as RateLimitError[])
      expect(error).toMatchObject({ retryAfter: 7000, status: 429, code: 42900, message: (recorded as Error).message })
    const { server, etag, ...kept } = headers
    expect((await linesOf(file))[0]?.response).toMatchObject({
      headers: { ...kept, 'content-type': 'application/json' },
    })
    expect(await newResponse(file)).not.toMatchObject({ server })
  })

  it('after a 429, as when it was recorded', async () => {
    let calls = 0
    const send: Fetch = async () =>
      calls++ === 0
        ? new Response('', { status: 429, headers: { 'retry-after': '0' } })
        : Response.json({ username: 'zoe' })
    const { file, recorded, replayed } = await both(send, (sceyt) => sceyt.users.get('zoe'), { maxRetries: 2 })
    expect(recorded).toEqual({ username: 'zoe' })
    expect(replayed).toEqual({ username: 'zoe' })
    expect(await linesOf(file)).toHaveLength(2)
  })

  it('without a body', async () => {
    const { recorded, replayed, file } = await both(
      async () => new Response(null, { status: 204 }),
      (sceyt) => sceyt.users.delete('zoe'),
    )
    expect([recorded, replayed]).toEqual([undefined, undefined])
    expect((await linesOf(file))[0]?.response).toEqual({ status: 204 })
  })

  it('as a redirect, to a place under another base URL', async () => {
    const { recorded, replayed, file } = await both(
      async () => new Response('moved', { status: 302, headers: { location: `${baseUrl}/users/zoe2` } }),
      (sceyt) => sceyt.users.get('zoe'),
    )
    for (const error of [recorded, replayed]) {
      expect(error).toBeInstanceOf(RedirectError)
      expect((error as Error).message).toContain(`${baseUrl}/users/zoe2`)
    }
    expect((await linesOf(file))[0]?.response).toMatchObject({ headers: { location: '{baseUrl}/users/zoe2' } })
  })

  it('as a binary download, and as a stream', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256)
    const { recorded, replayed } = await both(
      async () => new Response(bytes),
      async (sceyt) => Buffer.from(await (await sceyt.files.download('a.png')).arrayBuffer()),
    )
    expect([recorded, replayed].map((content) => Buffer.compare(content as Buffer, bytes))).toEqual([0, 0])
    const streamed = await both(
      async () => new Response(bytes),
      async (sceyt) => buffer(await sceyt.files.download('a.png', { as: 'stream' })),
    )
    expect(Buffer.compare(streamed.replayed as Buffer, bytes)).toBe(0)
  })

  it('with a status that Response does not allow', async () => {
    const { origin } = await serve((_request, response) => response.writeHead(799).end('odd'))
    const pooled = pooledFetch()
    const { recorded, replayed } = await both(pooled, (sceyt) => sceyt.users.get('zoe'), { baseUrl: origin })
    await pooled.close()
    expect(recorded).toMatchObject({ status: 799 })
    expect(replayed).toMatchObject({ status: 799, message: (recorded as Error).message })
  })

  it('with a status to which the fetch of Node would react', async () => {
    const { origin } = await serve((_request, response) => response.writeHead(421).end())
    const { recorded, replayed } = await both(fetch, (sceyt) => sceyt.users.get('zoe'), { baseUrl: origin })
    expect(recorded).toMatchObject({ status: 421 })
    expect(replayed).toMatchObject({ status: 421 })
  })

  it('whose body is truncated', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"username":')
      setImmediate(() => response.socket?.end())
    })
    const { recorded, replayed, file } = await both(fetch, (sceyt) => sceyt.users.get('zoe'), { baseUrl: origin })
    for (const error of [recorded, replayed]) expect(error).toBeInstanceOf(ResponseError)
    expect((replayed as Error).message).toBe((recorded as Error).message)
    expect(await linesOf(file)).toMatchObject([{ response: { text: '{"username":' }, failure: { name: 'TypeError' } }])
  })
})

describe('a response that was sent reaches the caller', () => {
  it.each([500, 1_500, 2_000, 2_500, 3_000, 5_000, 100_000])('if JSON is nested %d levels deep', async (levels) => {
    const file = await newFile()
    const body = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    const send = async () => new Response(body, { headers: { 'content-type': 'application/json' } })
    const request = { method: 'POST', body }
    expect(await (await record(send, file)(baseUrl, request)).text()).toBe(body)
    expect(await (await replay(file)(baseUrl, request)).text()).toBe(body)
  })

  it('if it is an error without a status', async () => {
    const { recorded, replayed } = await both(
      async () => Response.error(),
      (sceyt) => sceyt.users.get('zoe'),
    )
    for (const error of [recorded, replayed]) expect(error).toMatchObject({ name: 'ApiError', status: 0 })
  })

  it('if it is no response', async () => {
    const wrong = { ok: true } as Response
    expect(await record(async () => wrong, await newFile())(baseUrl)).toBe(wrong)
  })

  it('if it cannot be described', async () => {
    const file = await newFile()
    const reason = Object.create(null)
    const warnings = once(process, 'warning')
    expect(await failure(record(() => Promise.reject(reason), file)(baseUrl))).toBe(reason)
    expect(String(await warnings)).toMatch(/a response is not recorded/)
  })
})

it('a Request is recorded and sent as its URL and its JSON are', async () => {
  const received: unknown[] = []
  const { origin } = await serve(async (request, response) => {
    received.push([request.headers['content-length'], String(await buffer(request))])
    response.end('{}')
  })
  const [init, file] = [{ method: 'POST', body: '{"username":"zoe"}' }, await newFile()]
  await (await record(fetch, file)(new Request(`${origin}/users`, init))).text()
  expect(received).toEqual([['18', init.body]])
  expect((await replay(file)(new URL(`${origin}/users`), init)).status).toBe(200)
})

describe('the host in a body', () => {
  const text = 'Api.example.com, https://api.example.com:8443/files/a?b, files.api.example.com. Not api.example.comx'

  it('is in no recording, and is replayed as the one that is called', async () => {
    const init = { method: 'POST', body: JSON.stringify({ text }) }
    const file = await recordAll(async () => Response.json({ text }), [['/users', init]])
    const hidden = '{host}, https://{host}:8443/files/a?b, files.{host}. Not api.example.comx'
    expect(await linesOf(file)).toMatchObject([
      { request: { json: { text: hidden } }, response: { json: { text: hidden } } },
    ])
    const other = { method: 'POST', body: init.body.replace(/api\.example\.com\b/gi, 'other.example') }
    const response = await replay(file)('https://other.example/v1/b/users', other)
    expect(await response.json()).toEqual(JSON.parse(other.body))
  })

  it('keeps its port', async () => {
    const file = await newFile()
    await record(
      async () => Response.json(['api.internal:8080', 'api.internal']),
      file,
    )('http://api.internal:8080/v1/a/users')
    expect((await linesOf(file))[0]?.response).toMatchObject({ json: ['{host}:8080', '{host}'] })
    expect(await (await replay(file)('http://b.internal:9/v1/a/users')).json()).toEqual([
      'b.internal:8080',
      'b.internal',
    ])
  })

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://gateway'])(
    'stays if it is of this machine, or an ordinary word: %s',
    async (origin) => {
      const body = ['see http://localhost:4010/a', '127.0.0.1', 'the gateway']
      const file = await newFile()
      await record(async () => Response.json(body), file)(`${origin}/v1/a/users`)
      expect((await linesOf(file))[0]?.response).toMatchObject({ json: body })
    },
  )
})

describe('a failure is replayed', () => {
  it('with what decides about a retry', async () => {
    const baseUrl = await unusedOrigin()
    const { recorded, replayed } = await both(fetch, (sceyt) => sceyt.users.create({ username: 'zoe' }), { baseUrl })
    for (const error of [recorded, replayed]) {
      expect(error).toBeInstanceOf(ConnectionError)
      expect(error).toMatchObject({ unsent: true, message: (recorded as Error).message })
    }
  })

  it('without the host and the application, which messages quote', async () => {
    const cause = new Error('getaddrinfo ENOTFOUND api.example.com')
    const file = await newFile()
    const error = new Error(`request to ${baseUrl}/users failed`, { cause })
    await failure(record(() => Promise.reject(error), file)(`${baseUrl}/users`))
    expect(await linesOf(file)).toMatchObject([
      {
        failure: {
          message: 'request to {baseUrl}/users failed',
          cause: { message: 'getaddrinfo ENOTFOUND {host}' },
        },
      },
    ])
    await expect(replay(file)('https://other.example/v1/b/users')).rejects.toThrow(
      'request to https://other.example/v1/b/users failed',
    )
  })

  it('without the address and a short name of the host, but with those of this machine', async () => {
    const messages = [
      'connect ECONNREFUSED 203.0.113.5:443',
      'connect ECONNREFUSED 2001:db8::1:443',
      'connect ECONNREFUSED 2001:db8:0:0:0:0:0:1:443 at 12:30:45',
      'getaddrinfo ENOTFOUND gateway',
      'connect ECONNREFUSED 127.0.0.1:4010, ::1:4010',
    ]
    const file = await newFile()
    const recorded = record(() => Promise.reject(new Error(messages.shift())), file)
    while (messages.length > 0) await failure(recorded('http://gateway/v1/a/users'))
    expect((await linesOf(file)).map((line) => (line.failure as Error).message)).toEqual([
      'connect ECONNREFUSED [address]:443',
      'connect ECONNREFUSED [address]',
      'connect ECONNREFUSED [address] at 12:30:45',
      'getaddrinfo ENOTFOUND {host}',
      'connect ECONNREFUSED 127.0.0.1:4010, ::1:4010',
    ])
  })

  it('of a connection that is reset', async () => {
    const { recorded, replayed } = await both(failing('ECONNRESET'), (sceyt) => sceyt.users.get('zoe'))
    expect((replayed as Error).message).toBe((recorded as Error).message)
  })

  it('but not a timeout, or an abort by the caller', async () => {
    const { recorded, file } = await both(stalling(200, '{'), (sceyt) => sceyt.users.get('zoe'), { timeout: 20 })
    expect((recorded as Error).name).toBe('TimeoutError')
    expect(await linesOf(file)).toEqual([])
  })
})

describe('the request', () => {
  it('reaches the server as it is without a recorder', async () => {
    const received: [method: string, type: string | undefined, body: string][] = []
    const { origin } = await serve(async (request, response) => {
      const body = (await buffer(request)).toString().replaceAll(/sceyt-[\d-]+/g, 'boundary')
      received.push([request.method ?? '', request.headers['content-type']?.replace(/sceyt-[\d-]+/, 'boundary'), body])
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"url":"a"}')
    })
    async function* chunks() {
      yield Buffer.from('Hel')
      yield Buffer.from('lo')
    }
    const run = async (fetch: Fetch) => {
      const sceyt = createSceyt({ ...connection, baseUrl: origin, fetch })
      await sceyt.users.create({ username: 'zoe' })
      await sceyt.files.upload(new File(['Hello'], 'hello.txt'))
      await sceyt.files.upload(fromStream(chunks(), { name: 'hello.txt', size: 5 }))
    }
    const file = await newFile()
    await run(fetch)
    await run(record(fetch, file))
    expect(received.slice(3)).toEqual(received.slice(0, 3))
    await run(replay(file))
    expect(received).toHaveLength(6)
    const uploads = (await linesOf(file)).slice(1).map(({ request }) => request)
    expect(uploads).toMatchObject(
      uploads.map(() => ({ upload: { type: 'multipart/form-data', sha256: expect.any(String) } })),
    )
  })

  it('may have a body of any kind, a form too, whose boundary is another one each time', async () => {
    const form = new FormData()
    form.set('files', new File(['Hello'], 'hello.txt'))
    const stream = () => new Blob(['Hello']).stream()
    for (const body of [
      () => form,
      () => new Blob(['a']),
      () => new URLSearchParams('a=1'),
      () => Buffer.from([255]),
      () => 'text',
      stream,
    ]) {
      const init = () => ({ method: 'POST', body: body(), duplex: 'half' }) as RequestInit
      const file = await recordAll(
        (url, init) => new Request(url, init).arrayBuffer().then((bytes) => new Response(bytes)),
        [['/files', init()]],
      )
      const replayed = await replay(file)(`${baseUrl}/files`, init())
      expect((await replayed.arrayBuffer()).byteLength).toBeGreaterThan(0)
      await expect(replay(file)(`${baseUrl}/files`, { method: 'POST', body: Buffer.from([254]) })).rejects.toThrow(
        'digest',
      )
    }
  })

  it('that is responded to before its upload has been read matches every upload', async () => {
    const file = await newFile()
    const endless = () =>
      new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(10)) }, { highWaterMark: 0 })
    const init = { method: 'POST', duplex: 'half' } as RequestInit
    await record(async () => new Response('', { status: 413 }), file)(`${baseUrl}/files`, { ...init, body: endless() })
    expect((await linesOf(file))[0]?.request).toEqual({ method: 'POST', path: '/files', upload: {} })
    expect((await replay(file)(`${baseUrl}/files`, { ...init, body: Buffer.from([255]) })).status).toBe(413)
  })

  it('may be a URL or a Request', async () => {
    const file = await newFile()
    const { origin } = await serve((request, response) => void buffer(request).then((body) => response.end(body)))
    const request = () => new Request(`${origin}/users`, { method: 'POST', body: '{"a":1}' })
    expect(await (await record(fetch, file)(request())).text()).toBe('{"a":1}')
    expect(await (await replay(file)(request())).text()).toBe('{"a":1}')
    await expect(replay(file)(new URL(`${origin}/users`))).rejects.toThrow('GET /users is not in the recording')
  })
})

it('a body that is larger than maxBodyBytes is passed on whole, and is an error when it is replayed', async () => {
  const large = Buffer.alloc(3_000_000, 1)
  const server = createServer((_request, response) => response.end(large))
  const { origin } = await serve(server)
  const file = await newFile()
  const response = await record(fetch, file, { maxBodyBytes: 1000 })(`${origin}/files/a`)
  expect(large.equals(Buffer.from(await response.arrayBuffer()))).toBe(true)
  expect(await linesOf(file)).toMatchObject([{ response: { status: 200, omitted: 1000 } }])
  await expect(replay(file)(`${origin}/files/a`)).rejects.toThrow(
    `${file}:2 has no body: the body was larger than maxBodyBytes, 1000.`,
  )
  expect(((await failure(replay(file)(`${origin}/files/a`))) as Error).name).toBe('InputError')
})

async function newResponse(file: string): Promise<Record<string, string>> {
  return Object.fromEntries((await replay(file)(`${baseUrl}/users/zoe`)).headers)
}
