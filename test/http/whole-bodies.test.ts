import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createSceyt, type Fetch, type SceytOptions } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { apiKey, failure, json, recordingClient } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const zoe = { username: 'zoe' }
const nothing = { onRequest() {}, onResponse() {} }
const file = (headers: Record<string, string>, status = 200): Fetch => {
  return async () => new Response('Hello', { status, headers })
}
const withoutRetries: SceytOptions = { maxRetries: 0 }

describe.each([
  ['without', []],
  ['with', [nothing]],
])('a download, %s a middleware', (_name, middlewares) => {
  const client = (fetch: Fetch, options: SceytOptions = withoutRetries) => {
    const { sceyt, sent } = recordingClient(fetch, options)
    sceyt.raw.use(...middlewares)
    return { sceyt, sent }
  }

  it('asks for the file as it is, and other calls do not', async () => {
    const { sceyt, sent } = client(async () => new Response('{"username":"zoe"}'))
    await sceyt.files.download('x')
    await sceyt.files.download('x', { as: 'stream' })
    await sceyt.raw.GET('/files/{fileName}', { params: { path: { fileName: 'x' } }, parseAs: 'arrayBuffer' })
    await sceyt.users.get('zoe')
    const asked = sent.map(({ headers }) => headers.get('accept-encoding'))
    expect(asked).toEqual(['identity', 'identity', 'identity', null])
    expect(sent[0]?.headers.get('accept')).toBe(sent[3]?.headers.get('accept'))
  })

  it('sends the header of the caller in its place', async () => {
    const { sceyt, sent } = client(file({}))
    await sceyt.files.download('x', { headers: { 'accept-encoding': 'br' } })
    expect(sent[0]?.headers.get('accept-encoding')).toBe('br')
  })

  it.each(['gzip', 'BR', 'zstd', 'gzip, br', 'unknown'])(
    'rejects a file in %s, and names pooledFetch',
    async (coding) => {
      for (const options of [{}, { as: 'stream' }] as { as: 'stream' }[]) {
        const { sceyt, sent } = client(file({ 'content-encoding': coding }), {})
        const error = await failure(sceyt.files.download('x', options))
        expect(error).toMatchObject({ name: 'ResponseError', incomplete: false, status: 200 })
        expect(String(error)).toContain('Content-Encoding')
        expect(String(error)).toContain('pooledFetch')
        expect(sent).toHaveLength(1)
      }
    },
  )

  it('shows neither the key nor a long text in place of an encoding', async () => {
    const { sceyt } = client(file({ 'content-encoding': `${apiKey}${'x'.repeat(9_000)}` }))
    const { message } = (await failure(sceyt.files.download('x'))) as Error
    expect(message).toContain('Content-Encoding [redacted]x')
    expect(message.length).toBeLessThan(500)
  })

  it('accepts a file that states no encoding, or identity, and any encoding of JSON', async () => {
    const empty = { 'content-encoding': 'gzip', 'content-length': '0' }
    expect((await client(async () => new Response('', { headers: empty })).sceyt.files.download('x')).size).toBe(0)
    for (const headers of [{}, { 'content-encoding': 'Identity' }, { 'content-encoding': '' }])
      expect(await (await client(file(headers)).sceyt.files.download('x')).text()).toBe('Hello')
    const { sceyt } = client(() => json(zoe, { headers: { 'content-encoding': 'gzip', 'content-length': '99' } }))
    expect(await sceyt.users.get('zoe')).toEqual(zoe)
  })

  it.each([
    ['a file', (sceyt: Client) => sceyt.files.download('x')],
    ['a stream', (sceyt: Client) => sceyt.files.download('x', { as: 'stream' })],
    ['JSON', (sceyt: Client) => sceyt.users.get('zoe')],
    ['a raw call', (sceyt: Client) => sceyt.raw.GET('/users/{username}', { params: { path: zoe } })],
    ['a write', (sceyt: Client) => sceyt.users.create(zoe)],
  ])('rejects a 206 that was not requested, of %s', async (_what, call) => {
    const { sceyt, sent } = client(async () => new Response('{"username":"zoe"}', { status: 206 }), {})
    const error = await failure(call(sceyt))
    expect(error).toMatchObject({ name: 'ResponseError', status: 206 })
    expect(String(error)).toContain('the body is a part, which was not requested')
    expect(sent).toHaveLength(1)
  })

  it('rejects a part of a file that calls itself a 200', async () => {
    const { sceyt } = client(file({ 'content-range': 'bytes 0-4/100' }))
    expect(await failure(sceyt.files.download('x'))).toMatchObject({ name: 'ResponseError' })
  })

  it('returns a part that the caller requested', async () => {
    const { sceyt } = client(file({ 'content-range': 'bytes 0-4/100' }, 206))
    const headers = { Range: 'bytes=0-4' }
    expect(await (await sceyt.files.download('x', { headers })).text()).toBe('Hello')
  })

  it.each([
    ['bytes=0-4', 'bytes 5-9/100'],
    ['bytes=0-4', 'bytes 0-3/100'],
    ['bytes=0-4', 'bytes 0-5/100'],
    ['bytes=0-4', 'bytes 0-3/*'],
    ['bytes=5-', 'bytes 0-4/100'],
    ['bytes=0-4', 'bytes 1-4/100'],
    ['bytes=5-', 'bytes 0-99/100'],
    ['bytes=-5', 'bytes 90-99/100'],
    ['bytes=5-', 'bytes 5-9/100'],
    ['bytes=-5', 'bytes 0-4/100'],
    ['bytes=-5', 'bytes 94-98/100'],
    ['bytes=0-4', 'bytes */100'],
    ['bytes=0-4', ''],
    ['BYTES=0-4', 'bytes 1-5/100'],
  ])('rejects another part than the caller requested: for %s, %s', async (Range, received) => {
    for (const options of [{}, { as: 'stream' }] as { as: 'stream' }[]) {
      const { sceyt, sent } = client(file({ 'content-range': received }, 206), {})
      const error = await failure(sceyt.files.download('x', { headers: { Range }, ...options }))
      expect(error).toMatchObject({ name: 'ResponseError', status: 206, incomplete: false })
      expect(String(error)).toContain(`another part than requested: expected ${Range}, got ${received}`)
      expect(sent).toHaveLength(1)
    }
  })

  it.each([
    ['bytes=0-4', 'bytes 0-4/*'],
    ['bytes=95-200', 'bytes 95-99/100'],
    ['bytes=5-', 'bytes 5-9/10'],
    ['bytes=5-', 'bytes 5-9/*'],
    ['bytes=-5', 'bytes 95-99/100'],
    ['bytes=-5', 'bytes 95-99/*'],
    ['bytes=-500', 'bytes 0-4/5'],
    ['Bytes=0-4', 'BYTES 0-4/100'],
    ['bytes=0-1,4-5', 'bytes 0-1/100'],
    ['items=0-4', 'items 0-4/100'],
    ['bytes=0-4', undefined],
  ])('accepts the part that the caller requested, where the file has it: for %s, %s', async (Range, received) => {
    const { sceyt } = client(file(received === undefined ? {} : { 'content-range': received }, 206))
    expect((await sceyt.files.download('x', { headers: { Range } })).size).toBe(5)
  })

  it('rejects fewer bytes than Content-Length states, as a truncated body, which a read retries', async () => {
    for (const as of ['blob', 'arrayBuffer', 'text'] as const) {
      const { sceyt } = client(file({ 'content-length': '6' }))
      const raw = sceyt.raw.GET('/files/{fileName}', { params: { path: { fileName: 'x' } }, parseAs: as })
      expect(await failure(raw)).toMatchObject({ name: 'ResponseError', incomplete: true })
    }
    let calls = 0
    const { sceyt } = client(
      async () => new Response('{"username":"zoe"} ', { headers: { 'content-length': calls++ ? '19' : '20' } }),
      { maxRetries: 1 },
    )
    expect(await sceyt.users.get('zoe')).toEqual(zoe)
    expect(calls).toBe(2)
  })

  it('ends a stream that is shorter than Content-Length with an error', async () => {
    const { sceyt } = client(file({ 'content-length': '6' }))
    const stream = await sceyt.files.download('x', { as: 'stream' })
    await expect(new Response(stream).text()).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { message: 'received 5 of 6 bytes' },
    })
    const { sceyt: other } = client(file({ 'content-length': '5' }))
    expect(await new Response(await other.files.download('x', { as: 'stream' })).text()).toBe('Hello')
  })
})

type Client = ReturnType<typeof createSceyt>

it('a 204 that states a length is complete', async () => {
  const { sceyt } = recordingClient(async () => new Response(null, { status: 204, headers: { 'content-length': '5' } }))
  expect(await sceyt.users.delete('zoe')).toBeUndefined()
})

it('a page does not see the encoding of another origin, so the length is not compared', async () => {
  const { sceyt } = recordingClient(async () =>
    Object.defineProperty(new Response('{}', { headers: { 'content-length': '22' } }), 'type', { value: 'cors' }),
  )
  expect(await sceyt.users.get('zoe')).toEqual({})
})

describe('a gzip stream whose end is missing', () => {
  const whole = gzipSync('Hello, '.repeat(10_000))
  const listening = () =>
    serve((request, response) => {
      const wants = String(request.headers['accept-encoding'])
      if (!wants.includes('gzip') && !request.url?.includes('stubborn')) return void response.end('Hello')
      response.setHeader('content-encoding', 'gzip').end(whole.subarray(0, whole.length - 20))
    })

  it('is not requested, and is rejected if it is received', async () => {
    const { origin } = await listening()
    const fetch = pooledFetch()
    for (const options of [{}, { fetch }]) {
      const sceyt = createSceyt({ baseUrl: origin, apiKey, maxRetries: 0, ...options })
      expect(await (await sceyt.files.download('x')).text()).toBe('Hello')
      expect(await failure(sceyt.files.download('stubborn'))).toMatchObject({ name: 'ResponseError' })
    }
    await fetch.close()
  })

  it('of a whole file is read by pooledFetch', async () => {
    const { origin } = await serve((_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('Hello')),
    )
    const fetch = pooledFetch()
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
    expect(await (await sceyt.files.download('x')).text()).toBe('Hello')
    await fetch.close()
  })
})
