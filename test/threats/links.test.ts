import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt } from '../../src/index.js'
import { transports } from '../faults/calls.js'
import { json as asJson, rawResponse, serveFault } from '../faults/servers.js'
import { apiKey, collect, failure, json, recordingClient } from '../lib/fetches.js'

const page = (next: unknown, username = 'a') => ({ users: [{ username }], count: 1, total_count: 9, links: { next } })

const hostile = [
  'https://evil.example/steal?limit=1&offset=1',
  '//evil.example/?limit=1&offset=1',
  '\\\\evil.example/?limit=1&offset=1',
  'javascript:alert(1)?limit=1&offset=1',
  'data:text/html,<script>?limit=1&offset=1',
  'file:///etc/passwd?limit=1&offset=1',
  'https://user:pass@evil.example/?limit=1&offset=1',
  'https://api.example.com@evil.example/?limit=1&offset=1',
  'https://api.example.com.evil.example/v1/app/users?limit=1&offset=1',
  'http://api.example.com/v1/app/users?limit=1&offset=1',
  '../../admin?limit=1&offset=1',
  '/v1/other-app/users?limit=1&offset=1',
  '?limit=1&offset=1#@evil.example',
]

it.each(hostile)('the next page at %j is requested from this API, with the same path', async (next) => {
  const { sceyt, sent } = recordingClient(() => json(page(sent.length === 1 ? next : null)))
  expect(await collect(sceyt.users.list())).toHaveLength(2)
  expect(sent.map(({ url }) => url)).toEqual([
    'https://api.example.com/v1/app/users',
    'https://api.example.com/v1/app/users?limit=1&offset=1',
  ])
  expect(sent.map(({ init }) => init.method)).toEqual(['GET', 'GET'])
})

it.each(hostile)('the page of the link %j is requested from this API, with the same path', async (next) => {
  const { sceyt, sent } = recordingClient(() => json(page(null)))
  await sceyt.users.list({ limit: 50 }).page(next)
  expect(sent.map(({ url }) => url)).toEqual(['https://api.example.com/v1/app/users?limit=1&offset=1'])
})

const malformed = [
  '?after=1 HTTP/1.1\r\nX-Evil: 1\r\n\r\nGET /evil',
  '?after=1\r\nHost: evil.example',
  '?after=1\n',
  '?x=\0',
  '?x=é😀 "<>',
  '?@evil.example/',
  '?/../../x',
]
describe.each(transports)('over %s', (_name, open) => {
  it.each(malformed)('the query %j becomes one request with one request line', async (next) => {
    const server = await serveFault((socket, { count }) =>
      socket.write(rawResponse(200, asJson, JSON.stringify(page(count === 1 ? next : null)))),
    )
    const { fetch = globalThis.fetch, close } = open()
    onTestFinished(async () => {
      server.close()
      await close?.()
    })
    const sceyt = createSceyt({ baseUrl: server.origin, apiKey, fetch })
    expect(await collect(sceyt.users.list())).toHaveLength(2)
    expect(
      server.received.map(({ path, headers }) => [
        path.split('?')[0],
        headers['host'],
        headers['x-evil'],
        headers['platform-api-key'],
      ]),
    ).toEqual(Array(2).fill(['/users', server.origin.slice('http://'.length), undefined, apiKey]))
    expect(server.received[1]?.path).toMatch(/^\/users\?[!-~]+$/)
  })
})

it('a link of ten megabytes is requested from this API too', async () => {
  const { sceyt, sent } = recordingClient(() =>
    json(page(sent.length === 1 ? `https://evil.example/?x=${'a'.repeat(10_000_000)}` : null)),
  )
  expect(await collect(sceyt.users.list())).toHaveLength(2)
  expect(sent[1]?.url).toMatch(/^https:\/\/api\.example\.com\/v1\/app\/users\?x=a/)
  expect(sent).toHaveLength(2)
})

it.each([5, true, {}, [], ['?offset=1'], { href: '?offset=1' }])(
  'the link %j is not a URL, and ends the list with an error',
  async (next) => {
    const { sceyt, sent } = recordingClient(() => json(page(next)))
    expect(await failure(collect(sceyt.users.list()))).toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('next page is not a string'),
    })
    expect(sent).toHaveLength(1)
  },
)

it('a list that never ends, with another link each time, is fetched only as far as it is read', async () => {
  const { sceyt, sent } = recordingClient(() => json(page(`?offset=${sent.length}`)))
  let read = 0
  for await (const _user of sceyt.users.list()) if (++read === 100) break
  expect(sent).toHaveLength(100)
})

it('a list that never ends can be ended by a signal', async () => {
  const controller = new AbortController()
  const { sceyt, sent } = recordingClient(() => {
    if (sent.length === 50) controller.abort(new Error('enough'))
    return json(page(`?offset=${sent.length}`))
  })
  expect(await failure(collect(sceyt.users.list({}, { signal: controller.signal })))).toMatchObject({
    message: 'enough',
  })
  expect(sent).toHaveLength(50)
})
