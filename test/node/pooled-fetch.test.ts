import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { getEventListeners } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inspect, promisify } from 'node:util'
import { deflateSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ApiError, ConnectionError, createSceyt, InputError, type Sceyt, type SceytOptions } from '../../src/index.js'
import {
  fromPath,
  fromStream,
  type PooledFetch,
  type PoolOptions,
  pooledFetch,
  type UploadSource,
} from '../../src/node/index.js'
import { apiKey, failure } from '../lib/fetches.js'
import { serve, type TestServer, unusedOrigin } from '../lib/serve.js'

const path = { username: 'zoe' }
const message = { from: 'zoe', body: 'Բարեւ 🎉' }
const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

function open(options?: PoolOptions): PooledFetch {
  const fetch = pooledFetch(options)
  // Not waited for: a call that hangs would hold it up.
  onTestFinished(() => void fetch.close().catch(() => {}))
  return fetch
}

function client(fetch: PooledFetch, baseUrl: string, options: SceytOptions = {}): Sceyt {
  return createSceyt({ baseUrl, apiKey, fetch, ...options })
}

/** Responds to each request with the given bytes. Requests are without body, or small. */
const serveBytes = (answer: () => Buffer | string) =>
  serve(createServer((socket) => socket.on('data', () => socket.write(answer()))))

const body = async (request: IncomingMessage) => Buffer.concat(await request.toArray())

const answer = (response: ServerResponse, data: unknown = { ...path, id: '1', from: 'zoe' }) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(data))

/** Holds requests until they are let go. */
function gate(
  letGo: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => answer(response),
) {
  const waiting: (() => void)[] = []
  let notify = () => {}
  return {
    listener: (request: IncomingMessage, response: ServerResponse) => {
      waiting.push(() => letGo(request, response))
      notify()
    },
    waiting,
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        notify = () => {
          if (waiting.length >= count) resolve()
        }
        notify()
      }),
  }
}

describe('connections', () => {
  // undici rests a connection for a turn of the event loop. A call that comes at once gets another, if there may be one.
  it.each([
    [1, 1],
    [16, 2],
  ])('of %i that may be made, 100 calls one after the other need no more than %i', async (connections, needed) => {
    const { origin, sockets } = await serve((_request, response) => answer(response))
    const sceyt = client(open({ connections }), origin)
    for (let count = 0; count < 50; count++) {
      await sceyt.users.get('zoe')
      await sceyt.messages.send('5', message)
    }
    expect(sockets.length).toBeLessThanOrEqual(needed)
  })

  it('there are no more than 16, however many calls there are at once', async () => {
    const { listener, waiting, arrived } = gate()
    const { origin, sockets } = await serve(listener)
    const sceyt = client(open({ connections: 16 }), origin)
    const all = Promise.all(Array.from({ length: 64 }, () => sceyt.users.get('zoe')))
    for (let round = 0; round < 4; round++) {
      await arrived(16)
      expect(waiting).toHaveLength(16)
      for (const letGo of waiting.splice(0)) letGo()
    }
    expect(await all).toHaveLength(64)
    expect(sockets).toHaveLength(16)
  })

  it('a single one serves one call after the other', async () => {
    let running = 0
    const order: string[] = []
    const { origin, sockets } = await serve(async ({ url = '' }, response) => {
      expect(++running).toBe(1)
      await setImmediate()
      running--
      order.push(url)
      answer(response)
    })
    const sceyt = client(open({ connections: 1 }), origin)
    const names = ['a', 'b', 'c', 'd', 'e']
    await Promise.all(names.map((name) => sceyt.users.get(name)))
    expect(order).toEqual(names.map((name) => `/users/${name}`))
    expect(sockets).toHaveLength(1)
  })

  it('an idle one is closed after the time that is given, though the server would keep it for longer', async () => {
    const { origin, closed } = await serve((_request, response) => answer(response))
    const sceyt = client(open({ keepAliveTimeout: 50 }), origin)
    await sceyt.users.get('zoe')
    const started = performance.now()
    await closed()
    // Node's server asks for 5 seconds.
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('a server that soon closes an idle one is obeyed', async () => {
    const { origin, sockets } = await serve((_request, response) => {
      response.setHeader('keep-alive', 'timeout=1')
      answer(response)
    })
    const sceyt = client(open({ keepAliveTimeout: 60_000 }), origin)
    for (let count = 0; count < 3; count++) await sceyt.users.get('zoe')
    expect(sockets).toHaveLength(3)
  })

  it.each(['end', 'destroy', 'resetAndDestroy'] as const)(
    'one that is closed between calls, by %s, fails no call, nor doubles one',
    async (how) => {
      const received = new Map<string, number>()
      const { origin } = await serve(async (request, response) => {
        const sent = String(await body(request)) || request.url || ''
        received.set(sent, (received.get(sent) ?? 0) + 1)
        response.on('finish', () => request.socket[how]())
        answer(response)
      })
      const sceyt = client(open({ connections: 2 }), origin)
      for (let count = 0; count < 20; count++) {
        await sceyt.users.get(`user${count}`)
        const error = await sceyt.messages.send('5', { ...message, body: String(count) }).then(
          () => undefined,
          (error: unknown) => error,
        )
        if (error) expect(error).toBeInstanceOf(ConnectionError)
      }
      for (const [sent, times] of received) if (sent.startsWith('{')) expect(times, sent).toBe(1)
    },
  )

  it('one that is closed when the next call is on it: a GET is retried, and a POST is not', async () => {
    const received: string[] = []
    const { origin, sockets } = await serve((request, response) => {
      received.push(String(request.method))
      if (request.socket.bytesWritten > 0) request.socket.destroy()
      else answer(response)
    })
    const sceyt = client(open({ connections: 1 }), origin)
    await sceyt.users.get('zoe')
    expect(await sceyt.users.get('zoe')).toMatchObject(path)
    expect(received).toEqual(['GET', 'GET', 'GET'])
    expect(await failure(sceyt.messages.send('5', message))).toMatchObject({
      name: 'ConnectionError',
      unsent: false,
      attempts: 1,
    })
    expect(received).toEqual(['GET', 'GET', 'GET', 'POST'])
    expect(sockets).toHaveLength(2)
  })

  it('they hold up no process that has nothing else to do', async () => {
    const { origin } = await serve(createHttpServer({ keepAliveTimeout: 0 }, (_request, response) => answer(response)))
    await node(
      `import { pooledFetch } from ${JSON.stringify(source('src/node/index.ts'))}
       const fetch = pooledFetch({ keepAliveTimeout: 600_000 })
       console.log((await fetch(${JSON.stringify(`${origin}/`)}, {})).status)`,
    )
  })
})

const source = (file: string) => pathToFileURL(fileURLToPath(new URL(`../../${file}`, import.meta.url))).href

/** Runs a module of TypeScript in a process of its own. */
async function node(script: string): Promise<string> {
  const { NODE_OPTIONS: _options, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    {
      env,
      timeout: 20_000,
    },
  )
  return stdout
}

describe('close', () => {
  it('waits for the calls in flight and in line, and closes every connection', async () => {
    const { listener, waiting, arrived } = gate()
    const { origin, closed } = await serve(listener)
    const fetch = open({ connections: 2 })
    const sceyt = client(fetch, origin)
    const calls = Array.from({ length: 5 }, () => sceyt.users.get('zoe'))
    await arrived(2)
    let ended = false
    const closing = fetch.close().then(() => {
      ended = true
    })
    for (const turn of [2, 2, 1]) {
      await arrived(turn)
      expect(ended).toBe(false)
      for (const letGo of waiting.splice(0)) letGo()
    }
    expect(await Promise.all(calls)).toHaveLength(5)
    await closing
    await closed()
  })

  it('is followed by nothing: later calls say why', async () => {
    const { origin, sockets } = await serve((_request, response) => answer(response))
    const fetch = open()
    const sceyt = client(fetch, origin, { maxRetries: 0 })
    await sceyt.users.get('zoe')
    await fetch.close()
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toMatchObject({
      name: 'InputError',
      message: 'users.get: pooledFetch is closed: create another one.',
    })
    expect(sockets).toHaveLength(1)
  })

  it('may come twice, at once or later', async () => {
    const { origin } = await serve((_request, response) => answer(response))
    const fetch = open()
    await client(fetch, origin).users.get('zoe')
    await Promise.all([fetch.close(), fetch.close()])
    await fetch.close()
  })

  it('may come before the first call, which then fails', async () => {
    const { origin, sockets } = await serve((_request, response) => answer(response))
    const fetch = open()
    await fetch.close()
    expect(await failure(fetch(`${origin}/`, {}))).toMatchObject({
      message: 'pooledFetch is closed: create another one.',
    })
    expect(sockets).toEqual([])
  })

  it('makes calls of a fetch around it fail in the same way, unsent', async () => {
    const { origin, sockets } = await serve((_request, response) => answer(response))
    const fetch = open()
    await fetch.close()
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch: (url, init) => fetch(url, init) })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
      name: 'InputError',
      message: 'users.get: pooledFetch is closed: create another one.',
    })
    expect(sockets).toEqual([])
  })

  it('waits for the first call, even if that has just been made', async () => {
    const { origin, closed } = await serve((_request, response) => answer(response))
    const fetch = open()
    const [response] = await Promise.all([fetch(`${origin}/`, {}).then((response) => response.json()), fetch.close()])
    expect(response).toMatchObject(path)
    await closed()
  })
})

describe('uploads', () => {
  const name = 'username_new*user Բարեւ 你好 🎉 "x".bin'
  const content = randomBytes(300_000)

  /** Reads a form as the platform does, and responds with its content. */
  const readForm: RequestListener = async (request, response) => {
    const bytes = await body(request)
    const type = request.headers['content-type'] ?? ''
    const file = (await new Response(bytes, { headers: { 'content-type': type } }).formData()).get('files') as File
    const length = request.headers['content-length']
    answer(response, {
      url: JSON.stringify({
        name: file.name,
        type: file.type,
        hash: hash(new Uint8Array(await file.arrayBuffer())),
        length: length === undefined ? request.headers['transfer-encoding'] : Number(length) === bytes.length,
        boundary: bytes.includes(`--${type.slice(type.indexOf('=') + 1)}--`),
      }),
    })
  }

  async function temporary(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'sceyt-pool-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'x.bin')
    await writeFile(file, content)
    return file
  }

  const type = 'image/png'
  const sources: [kind: string, source: () => Promise<Blob | UploadSource>, length: true | 'chunked'][] = [
    ['a File', async () => new File([content], name, { type }), true],
    ['a path', async () => fromPath(await temporary(), { name, type }), true],
    [
      'a stream of Node',
      async () => fromStream(Readable.from([content.subarray(0, 1000), content.subarray(1000)]), { name, type }),
      'chunked',
    ],
    [
      'a stream of the web',
      async () => fromStream(new Blob([content]).stream(), { name, type, size: content.length }),
      true,
    ],
  ]

  it.each(sources)(
    '%s arrives with its name, type, length and bytes, past a middleware too',
    async (_kind, source, length) => {
      const { origin, sockets } = await serve(readForm)
      const sceyt = client(open({ connections: 1 }), origin)
      const plain = await sceyt.files.upload(await source())
      sceyt.raw.use({ onRequest: () => undefined })
      const observed = await sceyt.files.upload(await source())
      for (const { url } of [plain, observed])
        expect(JSON.parse(url)).toEqual({ name, type, hash: hash(content), length, boundary: true })
      expect(sockets).toHaveLength(1)
    },
  )

  it('JSON arrives as it is, past a middleware too', async () => {
    const received: unknown[] = []
    const { origin } = await serve(async (request, response) => {
      const { 'content-type': type, 'content-length': length, 'transfer-encoding': encoding } = request.headers
      const bytes = await body(request)
      received.push([type, Number(length) === bytes.length, encoding, JSON.parse(String(bytes))])
      answer(response)
    })
    const sceyt = client(open(), origin)
    await sceyt.messages.send('5', message)
    sceyt.raw.use({
      onRequest: ({ request }) =>
        new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-seen': 'yes' } }),
    })
    await sceyt.messages.send('5', message)
    expect(received).toEqual(Array(2).fill(['application/json', true, undefined, message]))
  })

  it.each<[string, () => BodyInit]>([
    ['a text', () => '{"Բ":1}'],
    ['nothing', () => ''],
    [
      'fields',
      () =>
        new URLSearchParams([
          ['a b', '1&2'],
          ['Բ', '+'],
        ]),
    ],
    ['a Blob', () => new Blob(['abc'], { type: 'image/png' })],
    ['a view', () => new Uint8Array(randomBytes(10)).fill(7).subarray(2, 7)],
    ['a buffer', () => new Uint8Array([1, 0, 255]).buffer],
  ])('%s from a serializer arrives as through the global fetch', async (_kind, make) => {
    const received: unknown[] = []
    const { origin } = await serve(async (request, response) => {
      const { 'content-type': type, 'content-length': length, 'transfer-encoding': encoding } = request.headers
      received.push([type, length, encoding, (await body(request)).toString('latin1')])
      answer(response)
    })
    for (const fetch of [open(), globalThis.fetch]) {
      const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
      await sceyt.raw.POST('/channels/{channelId}/messages', {
        params: { path: { channelId: '5' } },
        body: message,
        bodySerializer: make as () => string,
      })
    }
    expect(received[0]).toEqual(received[1])
  })

  it('a source that breaks off is a ConnectionError, and the server sees no whole request', async () => {
    let whole = 0
    const { origin, closed } = await serve((request, response) => {
      request.on('error', () => {})
      request.resume().on('end', () => {
        whole++
        answer(response)
      })
    })
    async function* chunks() {
      yield content
      throw new Error('the disk is gone')
    }
    const error = await failure(client(open(), origin).files.upload(fromStream(Readable.from(chunks()), { name })))
    expect(error).toMatchObject({
      name: 'ConnectionError',
      unsent: false,
      attempts: 1,
      message: expect.stringContaining('the disk is gone'),
    })
    await closed(1)
    expect(whole).toBe(0)
  })
})

describe('downloads', () => {
  const content = randomBytes(5_000_000)

  it.each([
    ['as they are', {}, content],
    ['in gzip', { 'content-encoding': 'gzip' }, gzipSync(content, { level: 1 })],
    ['in deflate', { 'content-encoding': 'deflate' }, deflateSync(content, { level: 1 })],
  ])('5 MB %s, as a Blob or a stream', async (_how, headers, sent) => {
    const { origin, sockets } = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png', ...headers }).end(sent),
    )
    const sceyt = client(open({ connections: 1 }), origin)
    const blob = await sceyt.files.download('x.png')
    expect([blob.type, hash(new Uint8Array(await blob.arrayBuffer()))]).toEqual(['image/png', hash(content)])
    const stream = await sceyt.files.download('x.png', { as: 'stream' })
    expect(hash(new Uint8Array(await new Response(stream).arrayBuffer()))).toBe(hash(content))
    expect(sockets).toHaveLength(1)
  })

  it('a stream that is not read makes the server wait', async () => {
    const size = 64 * 1024 * 1024
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const { origin, sockets } = await serve((_request, response) => {
      let left = size / chunk.length
      const more = () => {
        while (left > 0 && left-- > 0 && response.write(chunk));
        if (left === 0) response.end()
      }
      response.writeHead(200, { 'content-length': size }).on('drain', more)
      more()
    })
    const stream = await client(open(), origin).files.download('x.bin', { as: 'stream' })
    const [socket] = sockets as [Socket]
    const written = () => socket.bytesWritten - socket.writableLength
    // Turn the event loop until nothing more goes out: the buffers on the way are full.
    for (let idle = 0, last = -1; idle < 200; idle = written() === last ? idle + 1 : 0) {
      last = written()
      await setImmediate()
    }
    // The system buffers some megabytes, even if the client reads none.
    expect(written()).toBeLessThan(size / 4)
    let read = 0
    for await (const { length } of stream as unknown as AsyncIterable<Uint8Array>) read += length
    expect(read).toBe(size)
  })

  it.each(['identity', 'gzip'])('a stream that is cancelled closes its connection, in %s', async (coding) => {
    const { origin, closed } = await serve((_request, response) => {
      response
        .writeHead(200, { 'content-encoding': coding })
        .write(coding === 'gzip' ? gzipSync(content, { level: 1 }).subarray(0, 1_000_000) : content)
    })
    const sceyt = client(open(), origin)
    const stream = await sceyt.files.download('x.bin', { as: 'stream' })
    await stream.cancel()
    await closed(1)
    const reader = (await sceyt.files.download('x.bin', { as: 'stream' })).getReader()
    expect((await reader.read()).value?.length).toBeGreaterThan(0)
    await reader.cancel()
    await closed(2)
  })
})

describe('responses', () => {
  const head = (status: string, ...fields: string[]) =>
    Buffer.from(`HTTP/1.1 ${status}\r\n${fields.map((field) => `${field}\r\n`).join('')}\r\n`, 'latin1')
  const sized = (status: string, fields: string[], text: string | Buffer = '') =>
    Buffer.concat([head(status, ...fields, `Content-Length: ${Buffer.byteLength(text)}`), Buffer.from(text)])

  const all: [kind: string, bytes: Buffer][] = [
    ['plain', sized('200 OK', ['Content-Type: text/plain'], 'Բարեւ')],
    ['gzip', sized('200 OK', ['Content-Encoding: gzip'], gzipSync('Բարեւ'))],
    ['gzip in capitals', sized('200 OK', ['Content-Encoding: GZIP'], gzipSync('Բարեւ'))],
    [
      'gzip in two members',
      sized('200 OK', ['Content-Encoding: gzip'], Buffer.concat([gzipSync('one'), gzipSync('two')])),
    ],
    ['gzip of nothing at all', sized('200 OK', ['Content-Encoding: gzip'])],
    ['deflate', sized('200 OK', ['Content-Encoding: deflate'], deflateSync('Բարեւ'))],
    ['an unknown coding', sized('200 OK', ['Content-Encoding: identity'], 'Բարեւ')],
    [
      'chunked',
      Buffer.concat([
        head('200 OK', 'Transfer-Encoding: chunked'),
        Buffer.from('3\r\none\r\n3;x=y\r\ntwo\r\n0\r\nTrailer: x\r\n\r\n'),
      ]),
    ],
    ['empty', sized('200 OK', [])],
    ['204', head('204 No Content', 'X-A: b')],
    ['204 in gzip', head('204 No Content', 'Content-Encoding: gzip')],
    ['205', sized('205 Reset Content', [])],
    ['304', head('304 Not Modified', 'ETag: "x"')],
    ['599', sized('599 Odd', [], 'odd')],
    ['999', sized('999 Odd', ['X-A: b'], 'odd')],
    ['no reason', sized('200 ', [], 'x')],
    [
      'cookies',
      sized('200 OK', ['Set-Cookie: a=1; Path=/', 'X: 1', 'set-cookie: b=2', 'SET-COOKIE: a=3', 'x: 2'], 'x'),
    ],
    [
      'odd fields',
      sized(
        '200 OK',
        ['X-Empty:', 'X-Padded:   x', 'constructor: c', '__proto__: p', 'X-Latin: caf\u00e9', 'x-request-id: 7'],
        'x',
      ),
    ],
  ]

  it.each(all)('%s is as through the global fetch', async (_kind, bytes) => {
    const { origin } = await serveBytes(() => bytes)
    const read = async (response: Response) => {
      const { status, statusText, ok, type, redirected, url, headers, body } = response
      const cookies = headers.getSetCookie()
      return {
        status,
        statusText,
        ok,
        type,
        redirected,
        url,
        headers: [...headers],
        cookies,
        body: body === null,
        used: response.bodyUsed,
        text: await response.text(),
      }
    }
    expect(await read(await open()(`${origin}/x`, {}))).toEqual(await read(await fetch(`${origin}/x`)))
  })

  it.each(all)('%s comes to the same through the client', async (_kind, bytes) => {
    const { origin } = await serveBytes(() => bytes)
    const outcomes = await Promise.all(
      [open(), globalThis.fetch].map(async (fetch) => {
        const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch, maxRetries: 0 })
        const what = (call: PromiseLike<unknown>) =>
          call.then(
            (data) => data,
            (error) => [error.name, error.message, error.status],
          )
        return [
          await what(
            sceyt.raw
              .GET('/users/{username}', { params: { path }, parseAs: 'text' })
              .then(({ data, error }) => [data, error]),
          ),
          // A download would reject an encoded file over the global fetch.
          await what(
            sceyt.raw
              .GET('/users/{username}', { params: { path }, parseAs: 'blob' })
              .then(async ({ data, error }) => (await data?.text()) ?? error),
          ),
          await what(sceyt.users.delete('zoe')),
          await what(sceyt.users.get('zoe')),
        ]
      }),
    )
    expect(outcomes[0]).toEqual(outcomes[1])
  })

  it('what is left of a 205 that has a body after all does not hold the connection', async () => {
    const { origin, sockets } = await serveBytes(() => sized('205 Reset Content', [], 'x'.repeat(1_000_000)))
    const sceyt = client(open({ connections: 1 }), origin)
    for (let count = 0; count < 3; count++) expect(await sceyt.users.delete('zoe')).toBeUndefined()
    expect(await (await sceyt.files.download('x.png')).text()).toBe('')
    expect(sockets).toHaveLength(1)
  })

  it.each<[kind: string, pieces: (string | Buffer)[]]>([
    ['with its length', [sized('204 No Content', [], 'abc')]],
    ['with its length, later', [head('204 No Content', 'Content-Length: 3'), 'abc']],
    ['in chunks', [head('204 No Content', 'Transfer-Encoding: chunked'), '3\r\nabc\r\n0\r\n\r\n']],
    ['without a length', [Buffer.concat([head('204 No Content'), Buffer.from('abc')])]],
    ['in gzip', [sized('204 No Content', ['Content-Encoding: gzip'], gzipSync('abc'))]],
    ['with a length only', [head('204 No Content', 'Content-Length: 3')]],
    ['with a 205', [sized('205 Reset Content', [], 'abc')]],
  ])('a 204 that has a body %s is one DELETE and a success', async (_kind, [first = '', second]) => {
    const received: string[] = []
    const { origin } = await serve(
      createServer((socket) =>
        socket.on('data', async (data) => {
          received.push(String(data).slice(0, 6))
          socket.write(first)
          await setImmediate()
          if (second) socket.write(second)
        }),
      ),
    )
    const sceyt = client(open({ connections: 1 }), origin)
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
    await setImmediate()
    expect(await sceyt.users.delete('zoe')).toBeUndefined()
    expect(received).toEqual(['DELETE', 'DELETE'])
  })

  it('the request says what can be decoded, unless the caller does', async () => {
    const { origin } = await serve((request, response) =>
      answer(response, { ...path, codings: request.headers['accept-encoding'], lines: request.rawHeaders.length }),
    )
    const fetch = open()
    const sceyt = client(fetch, origin)
    expect(await sceyt.users.get('zoe')).toMatchObject({ codings: 'gzip, deflate' })
    expect(await sceyt.users.get('zoe', { headers: { 'Accept-Encoding': 'identity' } })).toMatchObject({
      codings: 'identity',
    })
    expect(await (await fetch(`${origin}/`, { headers: { 'Accept-Encoding': 'identity' } })).json()).toMatchObject({
      codings: 'identity',
    })
  })
})

describe('the response', () => {
  const user = { ...path, id: '1', from: 'zoe' }

  it('of a call is no Response, but can be asked the same', async () => {
    const { origin } = await serve((_request, response) => answer(response.setHeader('x-a', 'b')))
    for (const fetch of [open(), globalThis.fetch]) {
      const { response, data } = await createSceyt({ baseUrl: origin, apiKey, fetch }).users.get('zoe').withResponse()
      expect(response instanceof Response).toBe(fetch === globalThis.fetch)
      expect(data).toEqual(user)
      expect(response).toMatchObject({
        status: 200,
        statusText: 'OK',
        ok: true,
        url: `${origin}/users/zoe`,
        bodyUsed: true,
      })
      expect(response.headers.get('x-a')).toBe('b')
      // The client has read it.
      for (const read of ['text', 'json', 'blob', 'arrayBuffer', 'formData'] as const)
        expect(await failure(response[read]())).toBeInstanceOf(TypeError)
      expect(() => response.clone()).toThrow(TypeError)
    }
  })

  it.each([
    ['json', user],
    ['text', JSON.stringify(user)],
    ['blob', JSON.stringify(user)],
    ['arrayBuffer', JSON.stringify(user)],
    ['stream', JSON.stringify(user)],
  ] as const)('can be had as %s, by raw calls', async (parseAs, expected) => {
    const { origin } = await serve((_request, response) => answer(response))
    const sceyt = client(open(), origin)
    for (const observed of [false, true]) {
      if (observed) sceyt.raw.use({ onRequest: () => undefined })
      const { data } = await sceyt.raw.GET('/users/{username}', { params: { path }, parseAs })
      const content: unknown = ['json', 'text'].includes(parseAs) ? data : await new Response(data as BodyInit).text()
      expect(content).toEqual(expected)
    }
  })

  it('can be had as a form', async () => {
    const form = new FormData()
    form.append('file', new File(['abc'], 'x.txt'))
    const encoded = new Response(form)
    const bytes = Buffer.from(await encoded.arrayBuffer())
    const { origin } = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': encoded.headers.get('content-type') ?? '' }).end(bytes),
    )
    const { data } = await client(open(), origin).raw.GET('/users/{username}', {
      params: { path },
      parseAs: 'formData' as 'text',
    })
    expect(await ((data as unknown as FormData).get('file') as File).text()).toBe('abc')
  })

  it('reaches a middleware as a Response, which it may read, return or replace', async () => {
    const { origin } = await serve((_request, response) => answer(response))
    const seen: unknown[] = []
    const sceyt = client(open(), origin)
    const middlewares = [
      { onResponse: ({ response }: { response: Response }) => response },
      {
        async onResponse({ response }: { response: Response }) {
          seen.push(response instanceof Response, await response.clone().json())
        },
      },
      {
        onResponse: async ({ response }: { response: Response }) =>
          Response.json({ ...(await response.json()), seen: true }, response),
      },
    ]
    for (const middleware of middlewares) {
      sceyt.raw.use(middleware)
      expect(await sceyt.users.get('zoe')).toMatchObject(user)
    }
    expect(seen).toEqual([true, user, true, { ...user, seen: true }])
    expect(await sceyt.users.get('zoe')).toEqual({ ...user, seen: true })
    const { response } = await sceyt.users.get('zoe').withResponse()
    expect(response).toBeInstanceOf(Response)
  })

  it('of an error reaches a middleware as a Response, too', async () => {
    const { origin } = await serve((_request, response) => {
      response.statusCode = 400
      answer(response, { code: 1, type: 'Test', message: 'No' })
    })
    const sceyt = client(open(), origin)
    const { error, response } = await sceyt.raw.GET('/users/{username}', { params: { path } })
    expect([response instanceof Response, error]).toEqual([true, { code: 1, type: 'Test', message: 'No' }])
    sceyt.raw.use({ onResponse: ({ response }) => response })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'BadRequestError', status: 400 })
  })

  it('may be looked at by a fetch around it, before the client reads it', async () => {
    const { origin } = await serve((_request, response) => answer(response, { ...user, filler: 'x'.repeat(200_000) }))
    const pooled = open()
    const texts: string[] = []
    const sceyt = createSceyt({
      baseUrl: origin,
      apiKey,
      async fetch(url, init) {
        const response = await pooled(url, { ...init })
        texts.push(await response.clone().text())
        return response
      },
    })
    expect(await sceyt.users.get('zoe')).toMatchObject(user)
    expect(JSON.parse(texts[0] ?? '')).toMatchObject(user)
  })
})

describe('as a plain fetch', () => {
  it.each([
    ['a text', { method: 'POST', headers: { 'X-A': 'b' }, body: 'abc' }],
    [
      'Headers',
      {
        headers: new Headers([
          ['X-A', 'b'],
          ['x-a', 'c'],
        ]),
      },
    ],
    [
      'pairs',
      {
        headers: [
          ['X-A', 'b'],
          ['X-B', 'c'],
        ] as [string, string][],
      },
    ],
    ['nothing', {}],
  ])('sends %s as the global fetch does', async (_what, init) => {
    const { origin } = await serve(async (request, response) => {
      const { 'x-a': a, 'x-b': b, 'content-length': length } = request.headers
      answer(response, [request.method, request.url, a, b, length, String(await body(request))])
    })
    const pooled = open()
    for (const url of [origin, `${origin}?a=/b`, `${origin}/x/y?z=1#w`, `${origin}/Բ x?q="é"`, `${origin}/a%2Fb`]) {
      expect(await (await pooled(url, init)).json(), url).toEqual(await (await fetch(url, init)).json())
    }
  })

  it('needs no init', async () => {
    const { origin } = await serve((_request, response) => answer(response))
    expect((await (open() as unknown as (url: string) => Promise<Response>)(origin)).status).toBe(200)
  })

  it('does not follow redirects', async () => {
    const { origin, sockets } = await serve((_request, response) => response.writeHead(302, { location: '/' }).end())
    expect((await open()(origin, {})).status).toBe(302)
    expect(sockets).toHaveLength(1)
  })

  it('says which address it cannot reach, or cannot read', async () => {
    expect(await failure(open()(await unusedOrigin(), {}))).toMatchObject({ code: 'ECONNREFUSED' })
    expect(await failure(open()('/users', {}))).toMatchObject({ code: 'ERR_INVALID_URL' })
  })
})

describe('a signal', () => {
  const reasons = [new Error('enough'), { why: 'enough' }, 'enough']
  const ways: [
    name: string,
    call: (fetch: PooledFetch, origin: string, signal: AbortSignal) => PromiseLike<unknown>,
  ][] = [
    ['the client', (fetch, origin, signal) => client(fetch, origin).users.get('zoe', { signal })],
    [
      'a plain fetch',
      (fetch, origin, signal) => fetch(`${origin}/users/zoe`, { signal }).then((response) => response.json()),
    ],
  ]

  describe.each(ways)('of %s', (_name, call) => {
    it('that is aborted already lets no connection be made', async () => {
      const { origin, sockets } = await serve((_request, response) => answer(response))
      const fetch = open()
      for (const reason of reasons) {
        const signal = AbortSignal.abort(reason)
        expect(await failure(call(fetch, origin, signal))).toBe(reason)
        expect(getEventListeners(signal, 'abort')).toEqual([])
      }
      await fetch.close()
      expect(sockets).toEqual([])
    })

    it('that is aborted at once lets nothing be sent', async () => {
      let requests = 0
      const { origin } = await serve(() => requests++)
      const fetch = open()
      for (const reason of reasons) {
        const controller = new AbortController()
        const error = failure(call(fetch, origin, controller.signal))
        controller.abort(reason)
        expect(await error).toBe(reason)
        expect(getEventListeners(controller.signal, 'abort')).toEqual([])
      }
      await fetch.close()
      expect(requests).toBe(0)
    })

    it('that is aborted while the connection is made lets nothing be sent', async () => {
      let requests = 0
      const { origin, closed } = await serve(() => requests++)
      const fetch = open()
      // From then on, a call is dispatched as soon as it is made.
      await failure(fetch(await unusedOrigin(), {}))
      const controller = new AbortController()
      const error = failure(call(fetch, origin, controller.signal))
      await Promise.resolve()
      controller.abort(reasons[1])
      expect(await error).toBe(reasons[1])
      expect(getEventListeners(controller.signal, 'abort')).toEqual([])
      await fetch.close()
      await closed()
      expect(requests).toBe(0)
    })

    it('that is aborted in line ends the call at once, and no other', async () => {
      const { listener, waiting, arrived } = gate()
      const urls: (string | undefined)[] = []
      const { origin } = await serve((request, response) => {
        urls.push(request.url)
        listener(request, response)
      })
      const fetch = open({ connections: 1 })
      const first = fetch(`${origin}/first`, {})
      await arrived(1)
      const controller = new AbortController()
      const second = failure(call(fetch, origin, controller.signal))
      const third = fetch(`${origin}/third`, {})
      controller.abort(reasons[1])
      expect(await second).toBe(reasons[1])
      expect(getEventListeners(controller.signal, 'abort')).toEqual([])
      waiting[0]?.()
      expect(await (await first).json()).toMatchObject(path)
      await arrived(2)
      waiting[1]?.()
      expect(await (await third).json()).toMatchObject(path)
      expect(urls).toEqual(['/first', '/third'])
    })

    it.each(['headers', 'body'] as const)(
      'that is aborted during the %s ends the call at once, and closes the connection',
      async (phase) => {
        for (const reason of reasons) {
          let requests = 0
          let notify = () => {}
          const arrived = new Promise<void>((resolve) => {
            notify = resolve
          })
          const { origin, closed } = await serve((_request, response) => {
            requests++
            if (phase === 'body') response.writeHead(200, { 'content-length': 100 }).write('{')
            notify()
          })
          const fetch = open()
          const controller = new AbortController()
          const error = failure(call(fetch, origin, controller.signal))
          await arrived
          controller.abort(reason)
          expect(await error).toBe(reason)
          expect(getEventListeners(controller.signal, 'abort')).toEqual([])
          // undici makes another connection, which is not needed.
          await closed(1)
          expect(requests).toBe(1)
        }
      },
    )

    it('that is not aborted has no listener left', async () => {
      const { origin } = await serve(({ url }, response) => {
        if (url?.includes('cut'))
          response.writeHead(200, { 'content-length': 100 }).write('{', () => response.destroy())
        else answer(response)
      })
      const { signal } = new AbortController()
      const fetch = open()
      await call(fetch, origin, signal)
      expect(getEventListeners(signal, 'abort')).toEqual([])
      await failure(call(fetch, await unusedOrigin(), signal))
      await failure(call(fetch, `${origin}/cut`, signal))
      expect(getEventListeners(signal, 'abort')).toEqual([])
    })
  })

  it.each(['identity', 'gzip'])('ends a stream with its reason, and closes the connection, in %s', async (coding) => {
    const start = randomBytes(500_000)
    const { origin, closed } = await serve((_request, response) => {
      response
        .writeHead(200, { 'content-encoding': coding })
        .write(coding === 'gzip' ? gzipSync(start).subarray(0, 400_000) : start)
    })
    const controller = new AbortController()
    const reader = (
      await client(open(), origin).files.download('x', { as: 'stream', signal: controller.signal })
    ).getReader()
    expect((await reader.read()).value?.length).toBeGreaterThan(0)
    const reason = new Error('enough')
    controller.abort(reason)
    const rest = async () => {
      while (!(await reader.read()).done);
    }
    expect(await failure(rest())).toBe(reason)
    await closed(1)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  it('ends an upload, and closes the connection', async () => {
    const { origin, closed } = await serve((request) => request.resume().on('error', () => {}))
    const controller = new AbortController()
    async function* chunks() {
      yield Buffer.alloc(1000)
      controller.abort('enough')
      yield Buffer.alloc(1000)
      yield* endless()
    }
    async function* endless() {
      for (;;) yield Buffer.alloc(100_000)
    }
    const stream = Readable.from(chunks())
    expect(
      await failure(
        client(open(), origin).files.upload(fromStream(stream, { name: 'x' }), { signal: controller.signal }),
      ),
    ).toBe('enough')
    await closed(1)
    await vi.waitFor(() => expect(stream.destroyed).toBe(true))
  })

  it('of a timeout closes the connection', async () => {
    const { origin, closed } = await serve(() => {})
    const error = await failure(client(open(), origin).messages.send('5', message, { timeout: 100 }))
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'headers' })
    await closed(1)
  })
})

const openssl = spawnSync('openssl', ['version']).status === 0

async function certificate(): Promise<{ key: string; cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-pool-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  )
  const read = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') }
  await rm(folder, { recursive: true })
  return read
}

it.skipIf(!openssl)('a self-signed certificate is refused, before anything is sent', async () => {
  let requests = 0
  const { origin } = await serve(
    createHttpsServer(await certificate(), (_request, response) => {
      requests++
      answer(response)
    }),
  )
  const error = await failure(client(open(), origin, { maxRetries: 0 }).users.get('zoe'))
  expect(error).toBeInstanceOf(ConnectionError)
  expect((error as Error).message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT|self-signed/)
  expect(requests).toBe(0)
})

describe('a proxy', () => {
  const secret = 's3cret-of-the-proxy'

  /** Sets the variables, and no other of a proxy, until the test ends. */
  function environment(variables: Record<string, string>): void {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY']) {
      vi.stubEnv(name, undefined)
      vi.stubEnv(name.toLowerCase(), undefined)
    }
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
    onTestFinished(() => void vi.unstubAllEnvs())
  }

  interface Proxy extends TestServer {
    url: string
    /** The first bytes of each connection. */
    heads: string[]
  }

  /** Makes a tunnel of each connection, or does something else with it. */
  async function proxy(treat = tunnel): Promise<Proxy> {
    const heads: string[] = []
    const watched = await serve(
      createServer((socket) => {
        socket.once('data', (data) => {
          heads.push(String(data))
          treat(socket, String(data))
        })
      }),
    )
    return { ...watched, heads, url: watched.origin.replace('://', `://user:${secret}@`) }
  }

  function tunnel(socket: Socket, head: string): void {
    const [, host = '', port = ''] = /^CONNECT (\S+):(\d+) /.exec(head) ?? []
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(target).pipe(socket)
    })
    target.on('error', () => socket.destroy())
    socket.on('close', () => target.destroy())
  }

  async function target() {
    const received: IncomingMessage[] = []
    const watched = await serve((request, response) => {
      received.push(request)
      answer(response)
    })
    return { ...watched, received }
  }

  it.each(['HTTP_PROXY', 'http_proxy'])('of %s is gone through, and sees neither key nor request', async (variable) => {
    const { url, heads } = await proxy()
    const { origin, received } = await target()
    environment({ [variable]: url })
    const sceyt = client(open({ connections: 1 }), origin)
    for (let count = 0; count < 3; count++) await sceyt.users.get('zoe')
    expect(heads).toHaveLength(1)
    const [head = ''] = heads
    expect(head).toMatch(new RegExp(`^CONNECT ${origin.slice('http://'.length)} HTTP/1.1\r\n`))
    expect(head).not.toContain(apiKey)
    expect(head.toLowerCase()).toContain(
      `proxy-authorization: basic ${Buffer.from(`user:${secret}`).toString('base64')}`.toLowerCase(),
    )
    expect(
      received.map(({ url, headers }) => [
        url,
        headers['platform-api-key'],
        headers['proxy-authorization'],
        headers.host,
      ]),
    ).toEqual(Array(3).fill(['/users/zoe', apiKey, undefined, origin.slice('http://'.length)]))
  })

  it.each([
    { HTTP_PROXY: 'proxy', NO_PROXY: '127.0.0.1' },
    { http_proxy: 'proxy', no_proxy: 'example.com,127.0.0.1' },
    { HTTP_PROXY: 'proxy', NO_PROXY: '*' },
    { HTTPS_PROXY: 'proxy' },
    { HTTP_PROXY: '' },
    {},
  ])('is gone around with %o', async (variables: Record<string, string>) => {
    const { url, heads } = await proxy()
    const { origin, received } = await target()
    environment(
      Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, value === 'proxy' ? url : value])),
    )
    await client(open(), origin).users.get('zoe')
    expect([heads, received.length]).toEqual([[], 1])
  })

  it.each([{ HTTPS_PROXY: 'proxy' }, { HTTP_PROXY: '', https_proxy: 'proxy' }, { HTTP_PROXY: 'proxy' }])(
    'is gone through to https with %o',
    async (variables: Record<string, string>) => {
      const { url, heads } = await proxy((socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
      environment(Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, value && url])))
      await failure(client(open(), 'https://api.example.com', { maxRetries: 0 }).users.get('zoe'))
      expect(heads).toEqual([expect.stringMatching(/^CONNECT api\.example\.com:443 /)])
    },
  )

  it.skipIf(!openssl)('is no way around the check of certificates', async () => {
    const { url, heads } = await proxy()
    let requests = 0
    const { origin } = await serve(createHttpsServer(await certificate(), () => requests++))
    environment({ HTTPS_PROXY: url })
    const error = await failure(client(open(), origin, { maxRetries: 0 }).users.get('zoe'))
    expect((error as Error).message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT|self-signed/)
    expect([heads.length, requests]).toEqual([1, 0])
  })

  const refusals: [kind: string, treat: (socket: Socket) => void][] = [
    ['403', (socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')],
    ['502, and stays', (socket) => socket.write('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\nno\n')],
    ['the end of the connection', (socket) => socket.end()],
    ['a reset', (socket) => socket.resetAndDestroy()],
    ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9.7\r\n')],
  ]

  /** Checks that an error contains no secret. */
  function expectDiscreet(error: unknown, kind: new (...input: never[]) => Error = ConnectionError): void {
    expect(error).toBeInstanceOf(kind)
    const shown = [
      inspect(error, { depth: 10, showHidden: true, getters: true }),
      String(error),
      (error as Error).stack,
      JSON.stringify(error),
    ].join()
    for (const hidden of [secret, encodeURIComponent(secret), Buffer.from(`user:${secret}`).toString('base64'), apiKey])
      expect(shown).not.toContain(hidden)
  }

  it.each(refusals)(
    'that refuses with %s is a ConnectionError without a secret, asked once per attempt',
    async (_kind, treat) => {
      const { url, heads, sockets } = await proxy(treat)
      const { origin, received } = await target()
      environment({ HTTP_PROXY: url })
      const fetch = open()
      const error = await failure(client(fetch, origin, { maxRetries: 0 }).messages.send('5', message))
      expectDiscreet(error)
      expect(error).toMatchObject({ unsent: true, permanent: false })
      await fetch.close()
      expect([heads.length, sockets.length, received.length]).toEqual([1, 1, 0])
    },
  )

  it.each([
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
    'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 3\r\n\r\nno\n',
    'HTTP/1.1 407 \r\nProxy-Authenticate: Basic realm="x"\r\nContent-Encoding: gzip\r\n\r\n',
  ])('that requires credentials is an ApiError with status 407, asked once: %j', async (head) => {
    const { url, heads } = await proxy((socket) => socket.write(head))
    const { origin, received } = await target()
    environment({ HTTP_PROXY: url })
    const sceyt = client(open(), origin)
    for (const call of [() => sceyt.users.get('zoe'), () => sceyt.messages.send('5', message)]) {
      const error = await failure(call())
      expectDiscreet(error, ApiError)
      expect(error).toMatchObject({ status: 407, attempts: 1, message: expect.stringContaining('user:password@proxy') })
      expect((error as ApiError).headers.get('proxy-authenticate')).toBe('Basic realm="x"')
    }
    expect(await failure(sceyt.files.download('x.png', { as: 'stream' }))).toMatchObject({ status: 407 })
    expect([heads.length, received.length]).toEqual([3, 0])
  })

  it('in front of the server may respond with 407 itself, which is not retried', async () => {
    let requests = 0
    const { origin } = await serve((_request, response) => {
      requests++
      response.writeHead(407).end()
    })
    expect(await failure(client(open(), origin).users.get('zoe'))).toMatchObject({ status: 407, attempts: 1 })
    expect(requests).toBe(1)
  })

  it.each([
    (url: string) => url.slice('http://'.length),
    (url: string) => ` ${url}/ `,
    (url: string) => url.replace('http', 'HTTP'),
  ])('may be given as in curl (%#)', async (write) => {
    const { url, heads } = await proxy()
    const { origin } = await target()
    environment({ HTTP_PROXY: write(url) })
    await client(open(), origin).users.get('zoe')
    expect(heads).toEqual([expect.stringMatching(/^CONNECT .*proxy-authorization: basic /is)])
  })

  it.each([
    ['user:a%20b%3A', 'user:a b:'],
    ['user:', 'user:'],
    ['user', 'user:'],
  ])('gets the credentials %s', async (written, credentials) => {
    const { url, heads } = await proxy()
    const { origin } = await target()
    environment({ HTTP_PROXY: url.replace(`user:${secret}`, written) })
    await client(open(), origin).users.get('zoe')
    const [, token = ''] = /proxy-authorization: Basic (\S+)/i.exec(heads[0] ?? '') ?? []
    expect(Buffer.from(token, 'base64').toString()).toBe(credentials)
  })

  it('that does not respond is given up after connectTimeout', async () => {
    const { url, heads, closed } = await proxy(() => {})
    const { origin } = await target()
    environment({ HTTP_PROXY: url })
    expectDiscreet(await failure(client(open({ connectTimeout: 100 }), origin, { maxRetries: 0 }).users.get('zoe')))
    await closed()
    expect(heads).toHaveLength(1)
  })

  it('that is not there is a ConnectionError, and nothing was sent', async () => {
    const { origin } = await target()
    environment({ HTTP_PROXY: (await unusedOrigin()).replace('://', `://user:${secret}@`) })
    const error = await failure(client(open(), origin, { maxRetries: 0 }).messages.send('5', message))
    expectDiscreet(error)
    expect(error).toMatchObject({ unsent: true, message: expect.stringContaining('ECONNREFUSED') })
  })

  it.each([
    `http://user:${secret}@:8080`,
    `user:${secret}@127.0.0.1:none`,
    `http://user:${secret}@127.0.0.1:none`,
    `http://user:${secret}%@127.0.0.1:80`,
    `ftp://user:${secret}@127.0.0.1:80`,
    `no url ${secret}`,
    'http://',
    '::::',
  ])('whose address is invalid is reported without the address, and the pool can be closed (%#)', async (address) => {
    const { origin, received } = await target()
    environment({ HTTP_PROXY: address })
    const fetch = open()
    // Also if the client does not know the pool.
    const wrapped = createSceyt({ baseUrl: origin, apiKey, fetch: (url, init) => fetch(url, init) })
    expectDiscreet(await failure(wrapped.users.get('zoe')), InputError)
    expectDiscreet(await failure(client(fetch, origin, { maxRetries: 0 }).users.get('zoe')), InputError)
    expect(inspect(await failure(fetch(origin, {})), { depth: 10, showHidden: true })).not.toContain(secret)
    for (let times = 0; times < 2; times++) expect(await fetch.close()).toBeUndefined()
    expect(received).toEqual([])
  })
})

describe('without the version of undici that it needs', () => {
  /** Runs a call in a project that has another undici, or none. */
  async function callWith(version: string | undefined): Promise<unknown> {
    const folder = await mkdtemp(join(tmpdir(), 'undici-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const undici = join(folder, 'node_modules/undici')
    if (version) {
      await mkdir(undici, { recursive: true })
      await writeFile(join(undici, 'package.json'), JSON.stringify({ name: 'undici', version, main: 'index.js' }))
      await writeFile(join(undici, 'index.js'), 'exports.Agent = exports.Pool = class { dispatch() {} }')
    }
    const file = join(folder, 'program.mjs')
    const program = `
      import { createSceyt, InputError } from './src/index.ts'
      import { fromPath, pooledFetch } from './src/node/index.ts'
      const { name } = await fromPath(process.argv[1])
      const errors = []
      const hooks = { onRetry: () => errors.push('retry') }
      const sceyt = createSceyt({ baseUrl: 'http://127.0.0.1:9', apiKey: 'key', hooks, fetch: pooledFetch() })
      await sceyt.users.get('zoe').catch((error) => errors.push(error instanceof InputError, error.message))
      console.log(JSON.stringify([name, ...errors]))`
    await build({
      stdin: { contents: program, resolveDir: fileURLToPath(new URL('../../', import.meta.url)) },
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['undici'],
    })
    const { stdout } = await promisify(execFile)(process.execPath, [file])
    return JSON.parse(stdout)
  }

  it.each([
    [undefined, 'none'],
    ['6.21.3', '6.21.3'],
    ['9.0.0', '9.0.0'],
  ])('(%s) a call is rejected at once with both versions, and the rest of the entry works', async (version, found) => {
    expect(await callWith(version)).toEqual([
      'program.mjs',
      true,
      `users.get: pooledFetch needs undici 7 or 8, found ${found}. Run: npm install undici@7`,
    ])
  })
})

describe('the options', () => {
  it.each([
    [{ connections: 0 }, 'connections must be a whole number, 1 or more, got the number 0.'],
    [{ connections: 1.5 }, 'connections must be a whole number, 1 or more, got the number 1.5.'],
    [{ keepAliveTimeout: -1 }, 'keepAliveTimeout must be a whole number, 1 or more, got the number -1.'],
    [{ connectTimeout: Infinity }, 'connectTimeout must be a whole number, 0 or more, got the number Infinity.'],
  ])('%j are refused', (options, message) => {
    expect(() => pooledFetch(options)).toThrow(expect.objectContaining({ name: 'InputError', message }))
  })
})

describe('a polluted Object.prototype', () => {
  it('adds no header, and no proxy, to a request', async () => {
    // The server reads the raw headers, since Node's own object of them has a prototype.
    const seen: string[][] = []
    const { origin } = await serve(({ rawHeaders }, response) => {
      seen.push(rawHeaders)
      response.end('{"username":"zoe"}')
    })
    let stolen = 0
    const evil = await serve((_request, response) => {
      stolen++
      response.end()
    })
    const prototype = Object.prototype as unknown as Record<string, string>
    const names = ['x-evil', 'host', 'platform-api-key', 'http_proxy', 'HTTPS_PROXY']
    for (const name of names) prototype[name] = evil.origin
    try {
      await createSceyt({ baseUrl: origin, apiKey, fetch: open() }).users.get('zoe')
    } finally {
      for (const name of names) delete prototype[name]
    }
    expect(seen).toHaveLength(1)
    expect(seen[0]?.filter((text) => text === apiKey)).toHaveLength(1)
    expect(seen[0]).toContain(new URL(origin).host)
    expect(seen[0]?.join()).not.toContain(evil.origin)
    expect(stolen).toBe(0)
  })
})
