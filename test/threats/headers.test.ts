import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { apiKey, newMessage, transports } from '../faults/calls.js'
import { good, serveFault } from '../faults/servers.js'
import { failure, json, recordingClient } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

/** Text that would end a header and start another, or that a header cannot contain. */
const invalid = [
  'a\r\nX-Evil: 1',
  'a\nX-Evil: 1',
  'a\rX-Evil: 1',
  'a\r\n\r\nGET /evil HTTP/1.1',
  'a\0b',
  'a\u007fb',
  'a\u2028b',
  'Երևան',
  '\ud83c',
]

describe('a header with a line break or an invalid character', () => {
  it.each(invalid)('is rejected as a value: %j', async (value) => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    const calls = [
      () => sceyt.users.get('zoe', { headers: { 'X-Trace': value } }),
      () => sceyt.users.list({}, { headers: { 'X-Trace': value } }),
      () => sceyt.raw.GET('/users', { headers: { 'X-Trace': value } }),
      () => sceyt.raw.GET('/users', { headers: [['X-Trace', value]] as never }),
      () => sceyt.raw.GET('/users', { params: { header: { 'X-Trace': value } } as never }),
    ]
    for (const call of calls) {
      const error = await failure(call())
      expect(error).toBeInstanceOf(InputError)
      expect(String(error)).not.toContain(value)
    }
    expect(sent).toEqual([])
  })

  it.each([...invalid, '', 'X Evil', 'X-Evil:', ' X-Evil', 'X-Evil\t'])('is rejected as a name: %j', async (name) => {
    const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
    expect(await failure(sceyt.users.get('zoe', { headers: { [name]: '1' } }))).toMatchObject({
      name: 'InputError',
      parameter: 'headers',
    })
    expect(sent).toEqual([])
    expect(() => createSceyt({ baseUrl: 'https://api.example.com', apiKey, apiKeyHeader: name })).toThrow(InputError)
  })

  it.each(invalid)('is rejected as the key: %j', (key) => {
    expect(() => createSceyt({ baseUrl: 'https://api.example.com', apiKey: key })).toThrow(InputError)
  })
})

/** Headers that belong to the connection: where a message ends, and what only the next hop reads. */
const framing: [name: string, value: string][] = [
  ['Content-Length', '0'],
  ['Content-Length', '5'],
  ['content-length', '1, 1'],
  ['Content-Length', 'abc'],
  ['Transfer-Encoding', 'chunked'],
  ['Connection', 'close, Platform-Api-Key'],
  ['CONNECTION', 'upgrade'],
  ['Upgrade', 'h2c'],
  ['Expect', '100-continue'],
  ['Keep-Alive', 'timeout=0'],
  ['Host', 'evil.example'],
  ['TE', 'trailers'],
  ['Trailer', 'X-A'],
  ['Proxy-Connection', 'close'],
]

it.each(framing)('the header %s: %s is refused before anything is sent', async (name, value) => {
  const { sceyt, sent } = recordingClient(() => json({ id: '1' }))
  const headers = { [name]: value }
  for (const call of [
    () => sceyt.messages.send('5', newMessage, { headers }),
    () => sceyt.users.list({}, { headers }),
    () => sceyt.raw.GET('/users', { headers }),
    () => sceyt.raw.GET('/users', { params: { header: headers } as never }),
    () => sceyt.raw.GET('/users', { headers: [[name, value]] as never }),
  ]) {
    const error = await failure(call())
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).parameter.toLowerCase()).toBe(`headers["${name.toLowerCase()}"]`)
    expect((error as InputError).message).toMatch(/\] must not be set: `fetch` sets it itself\.$/)
  }
  sceyt.raw.use({ onRequest: ({ request }) => request.headers.set(name, value) })
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({
    name: 'InputError',
    parameter: `headers["${name.toLowerCase()}"]`,
    operationId: 'getUser',
  })
  expect(sent).toEqual([])
  expect(() => createSceyt({ baseUrl: 'https://api.example.com', apiKey, apiKeyHeader: name })).toThrow(
    'apiKeyHeader must be the name of an HTTP header that `fetch` does not set itself.',
  )
  // `null` sets nothing.
  await recordingClient(() => json({ username: 'zoe' })).sceyt.raw.GET('/users', { headers: { [name]: null } })
})

describe.each(transports)('over %s', (_name, open) => {
  it.each(['Platform-Api-Key', 'platform-api-key'])('the header %s of a caller adds no other key', async (name) => {
    for (const observed of [false, true]) {
      const server = await serveFault(good)
      const { fetch = globalThis.fetch, close } = open()
      onTestFinished(async () => {
        server.close()
        await close?.()
      })
      const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch, maxRetries: 0 })
      if (observed) sceyt.raw.use({ onRequest: () => undefined })
      await sceyt.messages.send('5', newMessage, { headers: { [name]: 'another' } })
      const received = server.received.map(({ body, headers }) => [body, headers['platform-api-key']])
      expect(received).toEqual([[JSON.stringify(newMessage), apiKey]])
    }
  })

  const names = [
    'a"b.txt',
    'a\r\nX-Evil: 1',
    'a\nb',
    '"; name="other',
    '\r\n--x--\r\n',
    'Երևան 😀.txt',
    'a\\"b',
    'a\0b',
    '%22%0D%0A',
    '../../etc/passwd',
  ]
  it.each(names)('the file name %j stays in its quotes', async (fileName) => {
    const bodies: { text: string; type: string }[] = []
    const { origin } = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        bodies.push({ text: Buffer.concat(chunks).toString('latin1'), type: String(request.headers['content-type']) })
        response.end('{"url":"https://files.example.com/1"}')
      })
    })
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => close?.())
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch })
    await sceyt.files.upload(new File(['content'], fileName, { type: 'text/plain' }))
    await sceyt.files.upload(
      fromStream(new Blob(['content']).stream(), { name: fileName, type: 'text/plain\r\nX-Evil: 1', size: 7 }),
    )
    expect(bodies).toHaveLength(2)
    for (const { text, type } of bodies) {
      const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? ''
      const [before, part = '', after, ...more] = text.split(`--${boundary}`)
      expect([before, after?.trim(), more]).toEqual(['', '--', []])
      const [head = '', ...content] = part.slice('\r\n'.length).split('\r\n\r\n')
      expect(content).toEqual(['content\r\n'])
      expect(head.split(/\r\n|\r|\n/)).toEqual([
        expect.stringMatching(/^content-disposition: form-data; name="files"; filename="[^"]*"$/i),
        expect.stringMatching(/^content-type: text\/plain/i),
      ])
    }
  })
})

it('a stream longer than its size is cut off, and cannot become a second request', async () => {
  const smuggled = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n'
  const urls: string[] = []
  const { origin } = await serve((request, response) => {
    urls.push(String(request.url))
    request.resume()
    request.on('end', () => response.end('{"url":"https://files.example.com/1"}'))
  })
  for (const [_name, open] of transports) {
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(() => close?.())
    const sceyt = createSceyt({ baseUrl: origin, apiKey, fetch, maxRetries: 0 })
    const file = fromStream(new Blob([`x${smuggled}`]).stream(), { name: 'a', size: 1 })
    expect(await failure(sceyt.files.upload(file))).toMatchObject({ name: 'ConnectionError' })
  }
  // The server responds to any earlier request before it responds to this one.
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write('GET /last HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => {
    socket.once('data', resolve)
  })
  expect(urls.filter((url) => url !== '/files')).toEqual(['/last'])
})
