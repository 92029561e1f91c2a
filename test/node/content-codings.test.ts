import { createServer } from 'node:net'
import * as zlib from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const text = `{"text":"${'Բարեւ '.repeat(2_000)}"}`
const { gzipSync: gzip, deflateSync: deflate, deflateRawSync: deflateRaw, brotliCompressSync: brotli } = zlib
const { zstdCompressSync: zstd } = zlib as { zstdCompressSync?: (data: string | Buffer) => Buffer }

/** Responds with bytes in these pieces, and closes the connection. */
async function serveCoded(coding: string, pieces: readonly Uint8Array[]): Promise<string> {
  const { origin } = await serve(
    createServer((socket) =>
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${coding}\r\nTransfer-Encoding: chunked\r\n\r\n`)
        for (const piece of pieces.filter(({ length }) => length > 0))
          socket.write(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]))
        socket.end('0\r\n\r\n')
      }),
    ),
  )
  return origin
}

function open() {
  const fetch = pooledFetch()
  onTestFinished(() => fetch.close())
  return fetch
}

const inPieces = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))

const codings: [coding: string, bytes: Buffer][] = [
  ['gzip', gzip(text)],
  ['x-gzip', gzip(text)],
  ['X-GZip', gzip(text)],
  ['gzip', Buffer.concat([gzip(text.slice(0, 99)), gzip(text.slice(99))])],
  ['deflate', deflate(text)],
  ['deflate', deflateRaw(text)],
  ['deflate', deflateRaw(text, { level: 0 })],
  ['br', brotli(text)],
  ['gzip, br', brotli(gzip(text))],
  ['br,\t gzip ,deflate', deflateRaw(gzip(brotli(text)))],
  ['gzip, gzip, gzip, gzip, gzip', gzip(gzip(gzip(gzip(gzip(text)))))],
  ['identity', Buffer.from(text)],
  ['gzip, unknown', Buffer.from(text)],
  ...(zstd ? [['zstd', zstd(text)] as [string, Buffer]] : []),
]

describe('a response', () => {
  it.each(codings)('in %s is read as by the global fetch', async (coding, bytes) => {
    for (const size of [1, 1000, bytes.length]) {
      const origin = await serveCoded(coding, inPieces(bytes, size))
      expect(await (await open()(`${origin}/`, {})).text()).toBe(text)
      // Node 22 has zstd, which its fetch does not read.
      if (coding !== 'zstd') expect(await (await fetch(origin)).text()).toBe(text)
      const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: open() })
      expect(await sceyt.users.get('zoe')).toEqual(JSON.parse(text))
    }
  })

  it.each(['gzip', 'deflate', 'br', 'gzip, br', 'zstd'])('in %s that has no content is empty', async (coding) => {
    const origin = await serveCoded(coding, [])
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: open() })
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
    // The fetch of Node 24 and later decodes zstd, and fails without content.
    if (coding !== 'zstd') expect(await (await fetch(origin)).text()).toBe('')
  })

  it.each(['gzip', 'deflate', 'br', 'gzip, br'])('in %s is a truncated file if it has no content', async (coding) => {
    const sceyt = createSceyt({ baseUrl: await serveCoded(coding, []), apiKey, fetch: open(), maxRetries: 0 })
    expect(await failure(sceyt.files.download('x.png'))).toMatchObject({ name: 'ResponseError', incomplete: true })
    const stream = await sceyt.files.download('x.png', { as: 'stream' })
    expect(await failure(new Response(stream).text())).toMatchObject({ name: 'ResponseError', incomplete: true })
  })

  it.each(['compress', 'foo', 'aes128gcm', 'gzip, foo', 'identity, gzip', 'gzip,', 'zstd'])(
    'in %s is not a file, since its end cannot be checked',
    async (coding) => {
      const sceyt = createSceyt({ baseUrl: await serveCoded(coding, [Buffer.from(text)]), apiKey, fetch: open() })
      const problem = expect.stringContaining(`Content-Encoding ${coding}`)
      expect(await failure(sceyt.files.download('x.png'))).toMatchObject({ name: 'ResponseError', message: problem })
    },
  )

  it.each(codings.filter(([coding]) => !/identity|unknown/.test(coding)))(
    'in %s that is truncated is an error',
    async (coding, bytes) => {
      for (const cut of [1, 5, bytes.length >> 1, bytes.length - 1]) {
        const origin = await serveCoded(coding, [bytes.subarray(0, bytes.length - cut)])
        const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: open(), maxRetries: 0 })
        const [get, send] = [sceyt.users.get('zoe'), sceyt.messages.send('5', { from: 'zoe', body: 'Hello' })].map(
          failure,
        )
        // The zstd of Node 22 does not report it: the JSON is cut then.
        const expected = { name: 'ResponseError', ...(coding !== 'zstd' && { incomplete: true }) }
        for (const error of [get, send]) expect(await error, `${cut}`).toMatchObject(expected)
        expect(await failure(sceyt.files.download('x.png')), `${cut}`).toMatchObject({ name: 'ResponseError' })
        if (coding === 'zstd') continue
        const stream = await sceyt.files.download('x.png', { as: 'stream' })
        expect(await failure(new Response(stream).text()), `${cut}`).toBeInstanceOf(Error)
      }
    },
  )

  it.each(codings.filter(([coding]) => !/identity|unknown|zstd/.test(coding)))(
    'in %s with other bytes after its end is read, or fails, as by the global fetch',
    async (coding, bytes) => {
      for (const rest of ['\0', '\0\0\0\0\0\0\0\0', '\r\n', 'garbage '.repeat(100)]) {
        const whole = Buffer.concat([bytes, Buffer.from(rest)])
        for (const pieces of [[whole], [bytes, Buffer.from(rest)]]) {
          const origin = await serveCoded(coding, pieces)
          const outcomes = [open(), fetch].map((any) =>
            any(origin, {})
              .then((response) => response.text())
              .catch(() => 'failed'),
          )
          const [pooled, platform] = await Promise.all(outcomes)
          expect(pooled === text, JSON.stringify(rest)).toBe(platform === text)
        }
      }
    },
  )

  it('in more codings than any server applies is an error', async () => {
    let bytes = Buffer.from(text)
    for (let count = 0; count < 6; count++) bytes = gzip(bytes)
    const origin = await serveCoded(Array(6).fill('gzip').join(), [bytes])
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: open(), maxRetries: 0 })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'ResponseError' })
  })

  it('in gzip is delivered as far as it was received', async () => {
    const encoder = zlib.createGzip()
    const start: Buffer[] = []
    encoder.on('data', (chunk: Buffer) => start.push(chunk)).write('one')
    await new Promise<void>((resolve) => encoder.flush(resolve))
    const { origin } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(Buffer.concat(start))
    })
    const reader = (await open()(`${origin}/`, {})).body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('one')
    await reader?.cancel()
  })
})
