import { createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { missesCuts, ownUndici } from '../../src/http/misses-cuts.js'
import { createSceyt } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const head = (connection: string) =>
  `HTTP/1.1 200 OK\r\nConnection: ${connection}\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n`

/** Serves text on bare sockets, and closes the connection in some way. */
async function serveText(text: string, close: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => socket.once('data', () => socket.write(text, () => close(socket))))
  return (await serve(server)).origin
}

const ways: [string, (socket: Socket) => void][] = [
  ['ends', (socket) => socket.end()],
  ['is reset', (socket) => socket.resetAndDestroy()],
]

describe.each([
  ['the global fetch', () => ({}), missesCuts(ownUndici())],
  ['pooledFetch', () => ({ fetch: pooledFetch() }), false],
] as const)('over %s', (_name, options, isOld) => {
  describe.each(ways)('a chunked file whose connection %s', (_how, close) => {
    it.each([
      ['within a chunk', 'a\r\nhello'],
      ['after a chunk', '5\r\nhello\r\n'],
      ['before the last line', '5\r\nhello\r\n0\r\n'],
    ])('%s is never taken for a whole one', async (_where, body) => {
      for (const connection of ['close', 'keep-alive', 'Foo, Close']) {
        const sceyt = createSceyt({
          baseUrl: await serveText(head(connection) + body, close),
          apiKey,
          maxRetries: 0,
          ...options(),
        })
        expect(await failure(sceyt.files.download('x'))).toMatchObject({ status: 200 })
        const reading = sceyt.files.download('x', { as: 'stream' }).then((stream) => new Response(stream).text())
        expect(await failure(reading)).toMatchObject({ status: 200 })
      }
    })
  })

  it('a whole file that is chunked with `Connection: close` is refused only where its end is not checked', async () => {
    const whole = `${head('close')}5\r\nhello\r\n0\r\n\r\n`
    const baseUrl = await serveText(whole, (socket) => socket.end())
    const sceyt = createSceyt({ baseUrl, apiKey, ...options() })
    const content = sceyt.files.download('x').then((blob) => blob.text())
    if (isOld) expect(String(await failure(content))).toContain('use Node 22.23')
    else expect(await content).toBe('hello')
  })
})

it.each([
  ['6.21.0', true],
  ['6.25.0', true],
  ['6.26.0', false],
  ['7.0.0', true],
  ['7.25.0', true],
  ['7.26.0', false],
  ['8.2.0', true],
  ['8.3.0', false],
  ['8.12.2', false],
  ['9.0.0', false],
  [undefined, false],
])('undici %s takes a cut body for a whole one: %s', (version, misses) => {
  expect(missesCuts(version)).toBe(misses)
})
