import { createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const pooled = pooledFetch()
afterAll(() => pooled.close())
const error = '{"code":1,"message":"No"}'
const zoe = { username: 'zoe' }

/** Serves responses byte by byte, the last one again and again. Node's own server would not send such ones. */
async function serveBytes(...responses: Buffer[]): Promise<string> {
  let count = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(responses[Math.min(count++, responses.length - 1)] as Buffer))
  })
  return (await serve(server)).origin
}

function responseOf(statusLine: string, body = error, headers = '', encoding: BufferEncoding = 'utf8'): Buffer {
  const length = `content-length: ${Buffer.byteLength(body)}`
  return Buffer.from(`HTTP/1.1 ${statusLine}\r\n${length}\r\nconnection: close\r\n${headers}\r\n${body}`, encoding)
}

describe.each([
  ['the global fetch', {}],
  ['pooledFetch', { fetch: pooled }],
])('over %s', (_transport, options) => {
  describe.each([
    ['without', []],
    ['with', [{ onRequest() {}, onResponse() {} }]],
  ])('%s a middleware', (_how, middlewares) => {
    const connect = (origin: string) => {
      const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options })
      sceyt.raw.use(...middlewares)
      return sceyt
    }

    it('a 503 whose reason phrase is Chinese is retried', async () => {
      const unavailable = responseOf('503 服务不可用', error, 'retry-after: 0\r\n')
      const sceyt = connect(await serveBytes(unavailable, responseOf('200 OK', JSON.stringify(zoe))))
      expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: zoe, attempts: 2 })
    })

    it.each<[string, Buffer, number]>([
      ['in Chinese', responseOf('404 未找到'), 404],
      ['in Latin-1', responseOf('404 Nicht möglich', error, '', 'latin1'), 404],
      ['with a control character', responseOf('404 a\u0001b'), 404],
      ['that is missing', responseOf('404'), 404],
      ['and a status of 600', responseOf('600 X'), 600],
      ['and a status of 999', responseOf('999 X'), 999],
      ['and a header in Chinese', responseOf('404 X', error, 'x-a: 服务\r\n'), 404],
      ['and a header in Latin-1', responseOf('404 X', error, 'x-a: é\r\n', 'latin1'), 404],
    ])('a reason phrase %s is part of an ApiError, raw or not', async (_what, response, status) => {
      const sceyt = connect(await serveBytes(response))
      expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ status, code: 1, attempts: 1 })
      const raw = await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
      expect([raw.error, raw.response.status]).toEqual([JSON.parse(error), status])
    })

    it.each([
      ['a success with a reason phrase in Chinese', responseOf('200 好', JSON.stringify(zoe))],
      ['a success with a header in Chinese', responseOf('200 OK', JSON.stringify(zoe), 'x-a: 服务\r\n')],
    ])('%s is a success', async (_what, response) => {
      const sceyt = connect(await serveBytes(response))
      expect(await sceyt.users.get('zoe').withResponse()).toMatchObject({ data: zoe, status: 200 })
      expect(await (await sceyt.files.download('x')).text()).toBe(JSON.stringify(zoe))
    })

    it('a response that is not HTTP is a ConnectionError', async () => {
      for (const statusLine of ['099 X', '20 X', '2000 X']) {
        const call = connect(await serveBytes(responseOf(statusLine))).users.get('zoe', { maxRetries: 0 })
        expect(await failure(call)).toMatchObject({ name: 'ConnectionError' })
      }
    })
  })
})

/** Whether the global `fetch` passes on a header whose name is not valid, as those of Node 20 and 22 do. Others reject it. */
const passesOnNames = Number.parseInt(process.versions.undici ?? '', 10) < 7

describe.runIf(passesOnNames).each([
  ['without', []],
  ['with', [{ onRequest() {}, onResponse() {} }]],
])('a header whose name is not valid, over the global fetch, %s a middleware,', (_how, middlewares) => {
  const connect = async (...responses: Buffer[]) => {
    const sceyt = createSceyt({ baseUrl: await serveBytes(...responses), apiKey })
    sceyt.raw.use(...middlewares)
    return sceyt
  }
  const names = ['X-Foo : bar', ': x', 'X Foo: bar']

  it.each(names)('is no part of a result, and the others are: %j', async (header) => {
    const sceyt = await connect(responseOf('200 OK', JSON.stringify(zoe), `${header}\r\nx-request-id: r1\r\n`))
    const { data, response } = await sceyt.messages.send('1', { from: 'zoe', body: 'x' }).withResponse()
    expect(data).toEqual(zoe)
    expect(response.headers.get('x-request-id')).toBe('r1')
    expect(() => new Headers(response.headers)).not.toThrow()
  })

  it.each(names)('hides no status: %j', async (header) => {
    const headers = `${header}\r\nx-request-id: r1\r\n`
    for (const status of [400, 407, 421, 500]) {
      const sceyt = await connect(responseOf(`${status} X`, error, headers))
      expect(await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))).toMatchObject({
        status,
        code: 1,
        requestId: 'r1',
      })
    }
    for (const body of ['', '<html></html>']) {
      const sceyt = await connect(responseOf('200 OK', body, headers))
      expect(await failure(sceyt.messages.send('1', { from: 'zoe', body: 'x' }))).toMatchObject({
        name: 'ResponseError',
        status: 200,
        requestId: 'r1',
      })
    }
  })

  it.each(names)('does not prevent the retry of a 429: %j', async (header) => {
    const sceyt = await connect(
      responseOf('429 X', error, `${header}\r\nretry-after: 0\r\n`),
      responseOf('200 OK', JSON.stringify(zoe)),
    )
    expect(await sceyt.messages.send('1', { from: 'zoe', body: 'x' }).withResponse()).toMatchObject({ attempts: 2 })
  })
})
