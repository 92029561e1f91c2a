import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createSceyt, InputError, RedirectError } from '../../src/index.js'
import { apiKey, failure, json, recordingClient } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

it('travels in the documented header, or in another one', async () => {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  await sceyt.users.get('zoe')
  expect(sent[0]?.headers.get('platform-api-key')).toBe(apiKey)
  const renamed = recordingClient(() => json({ username: 'zoe' }), { apiKeyHeader: 'Authorization' })
  await renamed.sceyt.users.get('zoe')
  expect(renamed.sent[0]?.headers.get('authorization')).toBe(apiKey)
  expect(renamed.sent[0]?.headers.has('platform-api-key')).toBe(false)
})

it('may be a Bearer key, which is not shown without its prefix either', async () => {
  const { sceyt, sent } = recordingClient(async () => json({ message: `unknown key ${apiKey}` }, { status: 401 }), {
    apiKeyHeader: 'Authorization',
    apiKey: `Bearer ${apiKey}`,
  })
  const error = await failure(sceyt.users.get('zoe'))
  expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${apiKey}`)
  expect(String(error)).toContain('unknown key [redacted]')
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(apiKey)
})

it('cannot be replaced by the headers of a call', async () => {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  await sceyt.users.get('zoe', { headers: { 'platform-api-key': 'another', 'X-Trace': '1' } })
  expect(sent[0]?.headers.get('platform-api-key')).toBe(apiKey)
  expect(sent[0]?.headers.get('x-trace')).toBe('1')
})

it('is not in the base URL, which identifies the server and the application', () => {
  const given = { apiUrl: 'us-ohio-api.sceyt.com/', appId: 'app-1', apiKey }
  expect(createSceyt(given).baseUrl).toBe('https://us-ohio-api.sceyt.com/v1/app-1')
  expect(createSceyt({ baseUrl: 'https://api.example/v1/app-1/', apiKey }).baseUrl).toBe('https://api.example/v1/app-1')
})

it('is not shown by the client', () => {
  const { sceyt } = recordingClient(() => json({}))
  expect(inspect(sceyt, { depth: 10, showHidden: true })).not.toContain(apiKey)
  expect(JSON.stringify(sceyt)).not.toContain(apiKey)
})

it('is not seen by a middleware', async () => {
  const { sceyt, sent } = recordingClient(() => json({ username: 'zoe' }))
  const seen: string[] = []
  sceyt.raw.use({
    onRequest({ request }) {
      seen.push(JSON.stringify([...request.headers]))
      request.headers.set('X-Trace', '1')
    },
  })
  await sceyt.users.get('zoe')
  expect(seen).toHaveLength(1)
  expect(seen[0]).not.toContain(apiKey)
  expect(sent[0]?.headers.get('platform-api-key')).toBe(apiKey)
  expect(sent[0]?.headers.get('x-trace')).toBe('1')
})

it.each([
  ['as JSON', JSON.stringify({ code: 401, type: 'Authentication', message: `Unknown key ${apiKey}` })],
  ['as HTML', `<h1>Bad key</h1><pre>${apiKey}</pre>`],
])('is struck out where the server echoes it %s', async (_kind, body) => {
  const { sceyt } = recordingClient(async () => new Response(body, { status: 401, headers: { 'x-echo': apiKey } }))
  const error = await failure(sceyt.users.get('zoe'))
  expect(error).toMatchObject({ status: 401 })
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(apiKey)
  expect(JSON.stringify(error)).not.toContain(apiKey)
  expect(String(error)).toContain('[redacted]')
})

it.each([
  ['PHP', (key: string) => JSON.stringify({ message: `Bad key ${key}` }).replaceAll('/', '\\/')],
  ['.NET', (key: string) => JSON.stringify({ message: `Bad key ${key}` }).replaceAll('+', '\\u002B')],
])(
  'is struck out also where the server escapes it as %s does, which reading the JSON would undo',
  async (_server, write) => {
    const key = 'qL3/x+9A=='
    const { sceyt } = recordingClient(async () => new Response(write(key), { status: 401 }), { apiKey: key })
    const error = await failure(sceyt.users.get('zoe'))
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(key)
    expect(error).toMatchObject({
      body: { message: 'Bad key [redacted]' },
      message: expect.stringContaining('Bad key [redacted]'),
    })
  },
)

it('is struck out of a success that cannot be read', async () => {
  const { sceyt } = recordingClient(async () => new Response(`<p>${apiKey}</p>`, { headers: { 'x-echo': apiKey } }))
  expect(inspect(await failure(sceyt.users.get('zoe')), { depth: 10 })).not.toContain(apiKey)
})

it('is struck out of what fetch fails with', async () => {
  const error = Object.assign(new TypeError('fetch failed'), {
    cause: new Error(`bad header ${apiKey}`),
    config: { apiKey },
  })
  const { sceyt } = recordingClient(() => Promise.reject(error), { maxRetries: 0 })
  const shown = await failure(sceyt.users.get('zoe'))
  expect(shown).toMatchObject({ name: 'ConnectionError', message: expect.stringContaining('bad header [redacted]') })
  expect(inspect(shown, { depth: 10, showHidden: true })).not.toContain(apiKey)
})

it.each([300, 301, 302, 303, 307, 308, 399])('does not follow a %i, to another origin or the same', async (status) => {
  const visits: string[] = []
  const { origin: elsewhere } = await serve((request, response) => {
    visits.push(request.url ?? '')
    response.end('{}')
  })
  for (const location of [`${elsewhere}/steal?token=1`, '/v1/app/users/other']) {
    const { origin } = await serve((_request, response) => response.writeHead(status, { location }).end())
    const sceyt = createSceyt({ apiUrl: origin, appId: 'app', apiKey })
    for (const call of [
      () => sceyt.users.get('zoe'),
      () => sceyt.users.create({ username: 'zoe' }),
      () => sceyt.raw.GET('/users'),
    ]) {
      const error = await failure(call())
      expect(error).toBeInstanceOf(RedirectError)
      expect(error).toMatchObject({ status, location: location.split('?')[0] })
    }
  }
  expect(visits).toEqual([])
})

it.each([
  ['https://user:pass@other.example/a?b=c', 'https://other.example/a'],
  ['https://user:p@ss@other.example/a', 'https://other.example/a'],
  ['//user:p@ss@other.example', '//other.example'],
  ['https://other.example/@zoe', 'https://other.example/@zoe'],
])('shows of the redirect %s neither query nor password', async (location, shown) => {
  const { sceyt } = recordingClient(async () => new Response(null, { status: 302, headers: { location } }))
  expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ name: 'RedirectError', location: shown })
})

it('does not follow a redirect either when a middleware is there', async () => {
  const visits: string[] = []
  const { origin: elsewhere } = await serve((request, response) => {
    visits.push(String(request.headers['platform-api-key']))
    response.end('{}')
  })
  const { origin } = await serve((_request, response) => response.writeHead(307, { location: elsewhere }).end())
  const sceyt = createSceyt({ baseUrl: origin, apiKey })
  sceyt.raw.use({ onRequest: () => undefined })
  expect(await failure(sceyt.users.create({ username: 'zoe' }))).toBeInstanceOf(RedirectError)
  expect(visits).toEqual([])
})

it.each([
  ['without', []],
  ['with', [{ onRequest() {} }]],
])('is not shown in an InputError that a fetch throws, %s a middleware', async (_name, middlewares) => {
  const { sceyt } = recordingClient(() => {
    const cause = Object.assign(new Error(`bad ${apiKey}`), { code: 'E_BAD', key: apiKey })
    return Promise.reject(new InputError(`header ${apiKey}`, `is not ${apiKey}`, { cause }))
  })
  sceyt.raw.use(...middlewares)
  const error = await failure(sceyt.users.get('zoe'))
  expect(error).toMatchObject({
    name: 'InputError',
    parameter: 'header [redacted]',
    message: 'users.get: header [redacted] is not [redacted]',
    cause: { message: 'bad [redacted]', code: 'E_BAD' },
  })
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(apiKey)
})

it.each([
  ['without', []],
  ['with', [{ onRequest() {} }]],
])('is in no part of the response of a raw error, %s a middleware', async (_name, middlewares) => {
  const { sceyt } = recordingClient(async () =>
    Object.defineProperty(
      new Response(`key ${apiKey}`, {
        status: 401,
        statusText: `No ${apiKey}`,
        headers: { 'x-echo': apiKey, [apiKey]: 'name' },
      }),
      'url',
      { value: `https://api.example.com/?key=${apiKey}` },
    ),
  )
  sceyt.raw.use(...middlewares)
  const { response, error } = await sceyt.raw.GET('/users')
  expect(response.statusText).toBe('No [redacted]')
  const shown = [JSON.stringify([...response.headers]), response.url, JSON.stringify(error)]
  expect(shown.join()).not.toContain(apiKey)
})
