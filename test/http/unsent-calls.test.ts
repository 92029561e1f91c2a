import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  ConnectionError,
  createSceyt,
  type Fetch,
  InputError,
  type SceytOptions,
  type UploadSource,
} from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { apiKey, failure, inSequence, recordingClient } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const failed = (fields: object, message = 'failed') => Object.assign(new Error(message), fields)
const rejecting =
  (cause: unknown): Fetch =>
  () =>
    Promise.reject(new TypeError('fetch failed', { cause }))
const connect = (code: string) => failed({ code, syscall: 'connect' }, `connect ${code}`)

describe('a request whose addresses all failed', () => {
  it('is unsent if every connection failed', async () => {
    const cause = Object.assign(new AggregateError([connect('ENETUNREACH'), connect('ECONNREFUSED')]), {
      code: 'ENETUNREACH',
    })
    const { sceyt, sent } = recordingClient(rejecting(cause), { maxRetries: 1 })
    const error = await failure(sceyt.users.create({ username: 'zoe' }))
    expect(error).toMatchObject({ unsent: true, permanent: false, attempts: 2 })
    expect(sent).toHaveLength(2)
  })

  it('is not unsent if one part may have been sent', async () => {
    const cause = new AggregateError([connect('ECONNREFUSED'), failed({ code: 'ECONNRESET', syscall: 'read' })])
    const { sceyt } = recordingClient(rejecting(Object.assign(cause, { code: 'ECONNREFUSED' })))
    expect(await failure(sceyt.users.create({ username: 'zoe' }))).toMatchObject({ unsent: false, attempts: 1 })
  })
})

it.each<[string, Fetch]>([
  ['the server is gone', rejecting(connect('ECONNREFUSED'))],
  ['its setup fails', () => Promise.reject(new InputError('pooledFetch', 'is closed.'))],
])('a retry that is unsent, since %s, leaves open whether the first attempt took effect', async (_why, fetch) => {
  const { sceyt } = recordingClient(inSequence(rejecting(failed({ code: 'ECONNRESET' })), fetch), { maxRetries: 1 })
  expect(await failure(sceyt.users.delete('zoe'))).toMatchObject({
    name: 'ConnectionError',
    unsent: false,
    attempts: 2,
    message: expect.stringMatching(/The call is safe to retry\.$/),
  })
})

describe('a request that cannot succeed', () => {
  it('to a port that fetch blocks is not retried', async () => {
    const sceyt = createSceyt({ baseUrl: 'http://127.0.0.1:6000', apiKey })
    const error = await failure(sceyt.users.get('zoe'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      unsent: true,
      permanent: true,
      attempts: 1,
      message: 'users.get: no response: bad port. Nothing was sent, and a retry would fail too.',
    })
  })

  it.each([
    ['mode', { mode: 'navigate' }],
    ['mode', { mode: 'websocket' }],
    ['cache', { cache: 'only-if-cached' }],
    ['window', { window: {} }],
    ['credentials', { credentials: 'always' }],
    ['referrer', { referrer: 'http://' }],
    ['dispatcher', { dispatcher: {} }],
    ['dispatcher', { dispatcher: 5 }],
  ])('since fetch would not accept its option %s is an InputError: %o', async (_name, options) => {
    const received = vi.fn()
    const { origin } = await serve(received)
    const sceyt = createSceyt({ baseUrl: origin, apiKey })
    const error = await failure(sceyt.raw.GET('/users', options as Record<string, unknown>))
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ operationId: 'listUsers', attempts: undefined })
    expect(received).not.toHaveBeenCalled()
  })

  it.each([
    { mode: 'same-origin', cache: 'only-if-cached' },
    { dispatcher: null, keepalive: true, priority: 'low' },
    { next: { revalidate: 5 }, agent: {}, duplex: 'half', tls: {} },
  ])('is not one with options that fetch accepts: %o', async (options) => {
    const { sceyt, sent } = recordingClient(async () => Response.json({ users: [] }))
    await sceyt.raw.GET('/users', options as Record<string, unknown>)
    expect(sent).toHaveLength(1)
    expect(Object.keys(sent[0]?.init ?? {})).toEqual(expect.arrayContaining(Object.keys(options)))
  })

  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'certificate-'))
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', ...files], {
      stdio: 'ignore',
    })
  }, 30_000)
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each<[string, () => SceytOptions]>([
    ['the global fetch', () => ({})],
    ['pooledFetch', () => ({ fetch: pooledFetch() })],
  ])('to a server whose certificate is not valid is not retried, over %s', async (_name, options) => {
    const received = vi.fn()
    const { origin, sockets } = await serve(
      createHttpsServer(
        { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'certificate.pem')) },
        received,
      ),
    )
    const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ unsent: true, permanent: true, attempts: 1 })
    expect(sockets).toHaveLength(1)
    expect(received).not.toHaveBeenCalled()
  })
})

const gone = new Error('the disk is gone')
const sourceOf = (pull: (controller: ReadableStreamDefaultController<Uint8Array>) => unknown): UploadSource => ({
  name: 'a.txt',
  repeatable: true,
  stream: () => new ReadableStream({ pull: (controller) => void pull(controller) }, { highWaterMark: 0 }),
})
const used = new Blob(['content']).stream()
used.getReader()

describe.each<[string, () => SceytOptions]>([
  ['the global fetch', () => ({})],
  ['pooledFetch', () => ({ fetch: pooledFetch() })],
])('an upload over %s', (_transport, options) => {
  it.each<[string, () => UploadSource, RegExp]>([
    ['fails when it is read', () => sourceOf((controller) => controller.error(gone)), /the disk is gone/],
    [
      'fails without a message',
      () => sourceOf((controller) => controller.error(new Error(''))),
      /the body cannot be read/,
    ],
    ['is in use', () => ({ name: 'a', stream: () => used }), /locked/],
    [
      'cannot be opened',
      () => ({
        name: 'a',
        repeatable: true,
        stream() {
          throw gone
        },
      }),
      /the disk is gone/,
    ],
    ['has an object as its first chunk', () => sourceOf((stream) => stream.enqueue({} as never)), /got an object/],
    ['has a number as its first chunk', () => sourceOf((stream) => stream.enqueue(5 as never)), /got the number 5/],
  ])('is unsent and not retried if its source %s', async (_what, source, message) => {
    const received = vi.fn()
    const { origin } = await serve(received)
    const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
    const error = await failure(sceyt.files.upload(source()))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      unsent: true,
      permanent: true,
      attempts: 1,
      message: expect.stringMatching(/the body cannot be read: .*Nothing was sent/),
    })
    expect((error as Error).message).toMatch(message)
    expect(received).not.toHaveBeenCalled()
  })

  it('is not unsent if its source fails later', async () => {
    const { origin } = await serve((request) => request.resume())
    const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
    let chunks = 0
    const source = sourceOf((controller) => {
      if (++chunks > 3) controller.error(gone)
      else controller.enqueue(new Uint8Array(1000))
    })
    const error = await failure(sceyt.files.upload(source))
    expect(error).toMatchObject({ unsent: false, permanent: true, attempts: 1 })
    expect((error as Error).message).toMatch(
      /the body cannot be read: the disk is gone\. The request may have taken effect/,
    )
  })

  it('is not unsent if a later chunk is not a Uint8Array, and cancels its source', async () => {
    const { origin } = await serve((request) => request.resume())
    const sceyt = createSceyt({ baseUrl: origin, apiKey, timeout: 5000, ...options() })
    const cancel = vi.fn()
    let chunks = 0
    const stream = () =>
      new ReadableStream<Uint8Array>(
        { pull: (controller) => controller.enqueue(++chunks > 3 ? (5 as never) : new Uint8Array(1000)), cancel },
        { highWaterMark: 0 },
      )
    const error = await failure(sceyt.files.upload({ name: 'a', stream }))
    expect(error).toMatchObject({ unsent: false, permanent: true, attempts: 1 })
    expect((error as Error).message).toMatch(/the body cannot be read: expected Uint8Array chunks, got the number 5/)
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  it('that waits for its source ends in time, and cancels it', async () => {
    const received = vi.fn()
    const { origin } = await serve(received)
    const sceyt = createSceyt({ baseUrl: origin, apiKey, timeout: 50, ...options() })
    const cancel = vi.fn()
    const stream = () =>
      new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}), cancel }, { highWaterMark: 0 })
    expect(await failure(sceyt.files.upload({ name: 'a', stream }))).toMatchObject({
      limit: 'timeout',
      phase: 'source',
      message: expect.stringContaining('waiting for the source of the upload. Nothing was sent.'),
    })
    await sleep(0)
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(received).not.toHaveBeenCalled()
  })

  it('is whole', async () => {
    let body = ''
    const { origin } = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => response.setHeader('content-type', 'application/json').end('{"url":"a"}'))
    })
    const sceyt = createSceyt({ baseUrl: origin, apiKey, ...options() })
    let chunks = 0
    const source = sourceOf((controller) => {
      if (++chunks > 5) controller.close()
      else controller.enqueue(new TextEncoder().encode(`chunk ${chunks};`))
    })
    await sceyt.files.upload(source)
    expect(body).toContain('\r\n\r\nchunk 1;chunk 2;chunk 3;chunk 4;chunk 5;\r\n--sceyt-')
  })
})
