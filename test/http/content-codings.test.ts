import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** Serves responses whose chunked body breaks off with a size that is none. */
async function serveCoded(statuses: readonly number[], codings: string): Promise<string> {
  let count = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      const status = statuses[Math.min(count++, statuses.length - 1)]
      const headers = `Retry-After: 0\r\nX-Request-Id: r1\r\nLocation: /x\r\nTransfer-Encoding: chunked\r\n${codings}`
      socket.write(`HTTP/1.1 ${status} X\r\n${headers}\r\n\r\n`)
      socket.write('5\r\nhello\r\nnone\r\n')
    })
  })
  return (await serve(server)).origin
}

const tooMany = [
  `Content-Encoding: ${Array(6).fill('gzip').join(', ')}`,
  'Content-Encoding: gzip, gzip, gzip\r\ncontent-encoding: gzip, gzip, gzip',
  `Content-Encoding: ${Array(100).fill('br').join(',')}`,
]

describe.each([
  ['without', []],
  ['with', [{ onRequest() {}, onResponse() {} }]],
])('too many content codings, over the global fetch, %s a middleware,', (_how, middlewares) => {
  const connect = async (statuses: readonly number[], codings: string) => {
    const sceyt = createSceyt({ baseUrl: await serveCoded(statuses, codings), apiKey, maxRetries: 1 })
    sceyt.raw.use(...middlewares)
    return sceyt
  }

  it.each(tooMany)('of a success are a ResponseError with its status: %s', async (codings) => {
    const sceyt = await connect([200], codings)
    const error = await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))
    expect(error).toMatchObject({ name: 'ResponseError', status: 200, requestId: 'r1', attempts: 1 })
    expect(String(error)).toMatch(/the body has \d+ content codings; expected at most 5.*accepted/)
  })

  it.each(tooMany)('of an error do not hide its status: %s', async (codings) => {
    for (const status of [307, 400, 407, 421, 500]) {
      const sceyt = await connect([status], codings)
      expect(await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))).toMatchObject({ status })
    }
  })

  it.each(tooMany)('of a 429 do not prevent its retry: %s', async (codings) => {
    const sceyt = await connect([429, 400], codings)
    expect(await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))).toMatchObject({ status: 400 })
  })

  it.each<[string, (response: Response) => unknown, unknown]>([
    [
      'an object',
      ({ status, headers }) => ({ status, headers: Object.fromEntries(headers), json: async () => ({ id: '1' }) }),
      { id: '1' },
    ],
    ['nothing', () => undefined, '`fetch` returned undefined; expected a Response'],
  ])('of a `fetch` that returns %s do not matter', async (_what, wrap, expected) => {
    const baseUrl = await serveCoded([200], tooMany[0] as string)
    const fetch = async (url: string, init: RequestInit) => wrap(await globalThis.fetch(url, init)) as Response
    const sceyt = createSceyt({ baseUrl, apiKey, fetch })
    sceyt.raw.use(...middlewares)
    const sending = sceyt.messages.send('1', { from: 'zoe', body: 'x' })
    expect(await sending.catch(({ cause }) => cause.message)).toEqual(expected)
  })

  it.each(tooMany)('of a file are a ResponseError: %s', async (codings) => {
    const sceyt = await connect([200], codings)
    for (const options of [{}, { as: 'stream' } as const])
      expect(await failure(sceyt.files.download('x', options as never))).toMatchObject({
        name: 'ResponseError',
        status: 200,
      })
  })
})
