import { describe, expect, it, vi } from 'vitest'
import { createSceyt, type Fetch } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const apiKey = 'my secret key 123'
const over = (fetch: Fetch, baseUrl = 'https://sceyt.test') => createSceyt({ baseUrl, apiKey, fetch, maxRetries: 0 })
const never = () => new Promise<never>(() => {})
const large = new Uint8Array(70_000)

describe('a large error body whose source never confirms its cancellation', () => {
  it.each<[string, () => unknown]>([
    [
      'a stream',
      () => new Response(new ReadableStream({ pull: (to) => to.enqueue(large), cancel: never }), { status: 500 }),
    ],
    [
      'an async iterable',
      () => ({
        status: 500,
        body: {
          [Symbol.asyncIterator]: () => ({ next: async () => ({ value: large }), return: never }),
          cancel: never,
        },
      }),
    ],
  ])('is an ApiError: %s', async (_name, result) => {
    const error = await failure(over((async () => result()) as Fetch).users.get('zoe'))
    expect(error).toMatchObject({ name: 'ServerError', status: 500 })
  })
})

describe('a download as a stream that breaks later', () => {
  const truncated = { name: 'ResponseError', incomplete: true, status: 200, attempts: 1 }

  it.each(['default', 'pooled'])('errors with a ResponseError: %s', async (transport) => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '10' })
      response.write('Hello', () => setImmediate(() => response.destroy()))
    })
    const pool = pooledFetch()
    const stream = await over(transport === 'pooled' ? pool : fetch, origin).files.download('x', { as: 'stream' })
    expect(await failure(new Response(stream).text())).toMatchObject(truncated)
    await pool.close()
  })

  it('errors without the API key', async () => {
    const body = new ReadableStream({ pull: (to) => to.error(new Error(`broke: ${apiKey}`)) }, { highWaterMark: 0 })
    const stream = await over(async () => new Response(body)).files.download('x', { as: 'stream' })
    const error = await failure(new Response(stream).text())
    expect(error).toMatchObject({ ...truncated, cause: { message: 'broke: [redacted]' } })
  })
})

it.each(['my<br>secret<br/>key 123', 'my  secret  key 123', 'my\r\nsecret\r\nkey\r\n\r\n123'])(
  'an API key that appears once tags and blanks are removed is redacted: %j',
  async (body) => {
    const error = await failure(over(async () => new Response(body, { status: 500 })).users.get('zoe'))
    expect(error).toMatchObject({ serverMessage: '[redacted]' })
    expect((error as Error).message).not.toContain('secret')
  },
)

describe('whatever throws is a SceytError', () => {
  const thrower = () => {
    throw new Error('no')
  }

  it.each<[string, unknown]>([
    ['a message that throws', Object.defineProperty(new Error(), 'message', { get: thrower })],
    [
      'a proxy',
      new Proxy({}, { get: thrower, has: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower }),
    ],
  ])('in an error of `fetch`: %s', async (_name, thrown) => {
    expect(await failure(over(() => Promise.reject(thrown)).users.get('zoe'))).toMatchObject({
      name: 'ConnectionError',
    })
  })

  it.each<[string, PropertyDescriptorMap]>([
    ['ok', { ok: { get: thrower } }],
    ['status', { status: { get: thrower } }],
    ['headers.get', { headers: { value: { get: thrower, append: thrower, has: thrower, forEach: thrower } } }],
  ])('in a response: %s', async (_name, fields) => {
    const result = async () => Object.defineProperties(new Response('{}'), fields)
    expect(await failure(over(result).users.get('zoe'))).toMatchObject({ name: 'ConnectionError', permanent: true })
    expect(await failure(over(result).files.download('x'))).toMatchObject({ name: 'ConnectionError' })
  })

  it('in the options of pooledFetch', () => {
    expect(() => pooledFetch(null as never)).toThrow(expect.objectContaining({ name: 'InputError' }))
  })
})

it('an inspection that rejects is no unhandled rejection', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  const options = { inspect: () => Promise.reject(new Error('no')) } as object
  const fetch = async () => new Response('{"username":"zoe"}')
  const sceyt = createSceyt({ baseUrl: 'https://sceyt.test', apiKey, fetch, ...options })
  await failure(sceyt.users.get('zoe')).catch(() => {})
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})
