import { createServer, type Socket } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { createSceyt, type SceytOptions } from '../../src/index.js'
import { fromStream, pooledFetch } from '../../src/node/index.js'
import { apiKey, failure, hanging } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** An iterable that never ends, and counts its uses. */
function endless() {
  const next = vi.fn(async () => {
    await new Promise(setImmediate)
    return { done: false as const, value: Buffer.alloc(100_000) }
  })
  const end = vi.fn(async () => ({ done: true as const, value: undefined }))
  return { next, end, content: { [Symbol.asyncIterator]: () => ({ next, return: end }) } }
}

const cases = [true, false].flatMap((isPooled) =>
  [true, false].flatMap((hasMiddleware) =>
    ['timeout', 'signal'].map((limit) => ({ isPooled, hasMiddleware, limit }) as const),
  ),
)

it.each(cases)(
  'an upload that ends early closes its source: pooled $isPooled, with a middleware $hasMiddleware, by its $limit',
  async ({ isPooled, hasMiddleware, limit }) => {
    const { origin } = await serve((request) => request.pause())
    const fetch = isPooled ? pooledFetch() : globalThis.fetch
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
    if (hasMiddleware) sceyt.raw.use({ onRequest() {} })
    const { next, end, content } = endless()
    const options = limit === 'timeout' ? { timeout: 300 } : { signal: AbortSignal.timeout(300) }
    const error = await failure(sceyt.files.upload(fromStream(content, { name: 'x' }), options))
    expect(error).toMatchObject({ name: 'TimeoutError' })
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce())
    const reads = next.mock.calls.length
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    expect(next).toHaveBeenCalledTimes(reads)
  },
)

/** Serves on bare sockets. `respond` is called with the first bytes of each request, on a connection of its own. */
async function serveEarly(respond: (socket: Socket, count: number) => void) {
  const received: string[] = []
  const server = createServer((socket) => {
    const count = received.push('')
    socket.on('data', (data) => {
      const isFirst = received[count - 1] === ''
      received[count - 1] = (received[count - 1] + data.toString('latin1')).slice(-100)
      if (isFirst) respond(socket, count)
    })
  })
  return { received, ...(await serve(server)) }
}

const early = (status: number) => `HTTP/1.1 ${status} Early\r\nLocation: /x\r\nContent-Length: 2\r\n\r\n{}`

/** The end of a chunked body. */
const lastChunk = /\r\n0\r\n\r\n$/

/** Waits for a source to be closed, and checks that it is not read any more. */
async function expectClosed({ next, end }: Pick<ReturnType<typeof endless>, 'next' | 'end'>): Promise<void> {
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce())
  const reads = next.mock.calls.length
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  expect(next).toHaveBeenCalledTimes(reads)
}

describe.each([
  ['the global fetch', () => ({})],
  ['pooledFetch', () => ({ fetch: pooledFetch() })],
] as const)('over %s', (_name, options: () => SceytOptions) => {
  it.each(
    [200, 413, 503, 307].flatMap((status) => [
      [status, undefined, false] as const,
      [status, 10_000_000_000, false] as const,
      [status, undefined, true] as const,
    ]),
  )(
    'an upload whose response is an early %i closes its source, and does not look complete: size %s, with a middleware %s',
    { timeout: 30_000 },
    async (status, size, hasMiddleware) => {
      const { origin, received, closed } = await serveEarly((socket) => socket.write(early(status)))
      const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
      if (hasMiddleware) sceyt.raw.use({ onRequest() {} })
      const source = endless()
      const outcome = sceyt.files.upload(fromStream(source.content, { name: 'x', size }))
      if (status === 200) expect(await outcome).toEqual({})
      else expect(await failure(outcome)).toMatchObject({ status })
      await expectClosed(source)
      await closed(1)
      expect(received).toEqual([expect.not.stringMatching(lastChunk)])
    },
  )

  it.each([429, 503])(
    'an upload that is retried after an early %i closes the source of each attempt',
    async (status) => {
      const { origin, received } = await serveEarly((socket, count) => socket.write(early(count === 1 ? status : 413)))
      const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
      const sources: ReturnType<typeof endless>[] = []
      const file = {
        name: 'x',
        repeatable: true,
        stream() {
          const source = endless()
          sources.push(source)
          return fromStream(source.content, { name: 'x' }).stream()
        },
      }
      const attempts = status === 429 ? 2 : 1
      expect(await failure(sceyt.files.upload(file))).toMatchObject({ status: attempts === 2 ? 413 : 503 })
      expect(sources).toHaveLength(attempts)
      expect(received).toHaveLength(attempts)
      for (const source of sources) await expectClosed(source)
    },
  )

  it('an upload goes on while its result is read as a stream, and closes its source after that', async () => {
    const { origin } = await serveEarly((socket) => {
      socket.write('HTTP/1.1 200 Early\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n')
      let bytes = 0
      socket.on('data', ({ length }) => {
        bytes += length
        if (bytes > 10_000_000) socket.write('0\r\n\r\n')
      })
    })
    const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
    const source = endless()
    const { data } = await sceyt.raw.POST('/files', {
      body: { files: fromStream(source.content, { name: 'x' }) as never },
      parseAs: 'stream',
    })
    expect(await new Response(data as never).text()).toBe('{}')
    expect(source.next.mock.calls.length).toBeGreaterThan(90)
    await expectClosed(source)
  })
})

it('the body of an upload that was given up errors, also in a `fetch` that ignores its signal', async () => {
  let body: BodyInit | null | undefined
  const sceyt = createSceyt({
    baseUrl: 'https://api.example.com',
    apiKey,
    fetch(url, init) {
      body = init.body
      return hanging(url, init)
    },
  })
  const source = endless()
  const upload = sceyt.files.upload(fromStream(source.content, { name: 'x' }), { timeout: 50 })
  expect(await failure(upload)).toMatchObject({ name: 'TimeoutError' })
  expect(await failure(new Response(body).arrayBuffer())).toMatchObject({ message: 'the body cannot be read' })
})
