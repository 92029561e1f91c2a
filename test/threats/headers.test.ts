import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, InputError } from '../../src/index.js'
import { fromStream } from '../../src/node/index.js'
import { apiKey, newMessage, transports } from '../faults/calls.js'
import { good, serve as serveBytes } from '../faults/servers.js'
import { failure, json, observe, serve } from '../lib/fetches.js'

/** What would end a header and begin another one, or cannot be written in one. */
const breaking = [
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

describe('a header that would be two', () => {
  it.each(breaking)('is refused as the value %j', async (value) => {
    const { sceyt, sent } = observe(() => json({ username: 'zoe' }))
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

  it.each([...breaking, '', 'X Evil', 'X-Evil:', ' X-Evil', 'X-Evil\t'])('is refused as the name %j', async (name) => {
    const { sceyt, sent } = observe(() => json({ username: 'zoe' }))
    expect(await failure(sceyt.users.get('zoe', { headers: { [name]: '1' } }))).toMatchObject({
      name: 'InputError',
      parameter: 'headers',
    })
    expect(sent).toEqual([])
    expect(() => createSceyt({ baseUrl: 'https://api.example.com', apiKey, apiKeyHeader: name })).toThrow(InputError)
  })

  it.each(breaking)('is refused as the key %j', (key) => {
    expect(() => createSceyt({ baseUrl: 'https://api.example.com', apiKey: key })).toThrow(InputError)
  })
})

/** Headers that say where a request goes, where it ends, and whose it is. */
const framing: [name: string, value: string][] = [
  ['Content-Length', '0'],
  ['Content-Length', '5'],
  ['Content-Length', '9999'],
  ['content-length', '1, 1'],
  ['Transfer-Encoding', 'chunked'],
  ['Transfer-Encoding', 'identity'],
  ['Connection', 'close, Platform-Api-Key'],
  ['Connection', 'upgrade'],
  ['Upgrade', 'h2c'],
  ['Expect', '100-continue'],
  ['Keep-Alive', 'timeout=0'],
  ['Host', 'evil.example'],
  ['Platform-Api-Key', 'another'],
  ['platform-api-key', 'another'],
]

describe.each(transports)('over %s', (_name, open) => {
  // Either the whole request arrives as one with the right key, or nothing does.
  it.each(framing)(
    'the header %s: %s makes no second request of one, and takes nobody else’s key',
    async (name, value) => {
      for (const observed of [false, true]) {
        const server = await serveBytes(good)
        const { fetch = globalThis.fetch, close } = open()
        onTestFinished(async () => {
          server.close()
          await close?.()
        })
        const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch, maxRetries: 0, timeout: 200 })
        if (observed) sceyt.raw.use({ onRequest: () => undefined })
        const outcome = await sceyt.messages.send('5', newMessage, { headers: { [name]: value } }).then(
          () => 'sent',
          (error) => error.name,
        )
        const whole = [[JSON.stringify(newMessage), apiKey]]
        const received = server.received.map(({ body, headers }) => [body, headers['platform-api-key']])
        expect([[], whole]).toContainEqual(received)
        if (outcome === 'sent') expect(received).toEqual(whole)
        // Node's own fetch waits for ever once it has noticed a wrong length.
        else expect(['ConnectionError', 'InputError', 'TimeoutError']).toContain(outcome)
      }
    },
  )

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
    const origin = await serve((request, response) => {
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

it('a stream that is longer than it says is cut there, and is no second request', async () => {
  const smuggled = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n'
  const urls: string[] = []
  const origin = await serve((request, response) => {
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
  // The server answers whatever else it got before it answers this.
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write('GET /last HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => {
    socket.once('data', resolve)
  })
  expect(urls.filter((url) => url !== '/files')).toEqual(['/last'])
})
