import { setupServer } from 'msw/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSceyt, NotFoundError, RateLimitError, ResponseError, type Sceyt, ServerError } from '../../src/index.js'
import { createSandbox, type Fault, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'
import { handlers } from '../../src/sandbox/msw/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { named, open } from './open.js'

const seed = { users: named('zoe') }

/** The ways to reach a sandbox. */
const transports: Record<string, (sandbox: Sandbox) => Promise<Sceyt>> = {
  'in the same process': async (sandbox) => createSceyt({ ...sandbox.connection(), maxRetries: 0 }),
  'over HTTP': async (sandbox) => {
    const server = await listen(sandbox)
    onTestFinished(() => server.close())
    return createSceyt({ baseUrl: server.baseUrl(), apiKey: 'sandbox-key', maxRetries: 0 })
  },
  'through MSW': async (sandbox) => {
    const server = setupServer(...handlers(sandbox))
    server.listen()
    onTestFinished(() => server.close())
    return createSceyt({ apiUrl: 'api.example.com', appId: 'sandbox', apiKey: 'sandbox-key', maxRetries: 0 })
  },
}

describe.each(Object.entries(transports))('%s', (_name, connect) => {
  const start = async (options: SandboxOptions = { seed }) => {
    const sandbox = createSandbox(options)
    return { sandbox, sceyt: await connect(sandbox) }
  }

  it('every response to a counted request states the rate limit, as the client reads it', async () => {
    const { sandbox, sceyt } = await start({ seed, rateLimit: { requests: 3, window: 10_000 } })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    expect((await sceyt.users.get('zoe').withResponse()).rateLimit).toEqual({ limit: 3, remaining: 2, reset: 10 })
    sandbox.clock.advance(4_500)
    const missing = await sceyt.users.get('omar').catch((error: unknown) => error)
    expect(missing).toBeInstanceOf(NotFoundError)
    expect(missing).toMatchObject({ rateLimit: { limit: 3, remaining: 1, reset: 6 } })
    expect((await sceyt.users.delete('zoe').withResponse()).rateLimit).toEqual({ limit: 3, remaining: 0, reset: 6 })
    const limited = await sceyt.users.list().catch((error: unknown) => error)
    expect(limited).toBeInstanceOf(RateLimitError)
    expect(limited).toMatchObject({ rateLimit: { limit: 3, remaining: 0, reset: 6 }, retryAfter: 6000 })
  })

  it('a fault sets headers of its status', async () => {
    const { sandbox, sceyt } = await start()
    const headers = { 'X-Request-Id': 'req-1', 'ratelimit-remaining': '0', 'retry-after': '30', 'X-Utf': 'caf\u00e9' }
    sandbox.faults.add({ status: 429, headers })
    const error = await sceyt.users.get('zoe').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 429, requestId: 'req-1', rateLimit: { remaining: 0 }, retryAfter: 30_000 })
  })

  it('a fault with headers alone adds them to the ordinary response, and replaces those of the same name', async () => {
    const { sandbox, sceyt } = await start({ seed, rateLimit: { requests: 5, window: 60_000 } })
    const headers = { 'x-request-id': 'req-2', 'ratelimit-remaining': '1', 'Cache-Control': 'max-age=60' }
    sandbox.faults.add({ operation: 'getUser', headers, times: 2 })
    const { data, requestId, rateLimit, response } = await sceyt.users.get('zoe').withResponse()
    expect([data.username, requestId, rateLimit?.limit, rateLimit?.remaining]).toEqual(['zoe', 'req-2', 5, 1])
    expect(response.headers.get('cache-control')).toBe('max-age=60')
    const error = await sceyt.users.get('omar').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ status: 404, requestId: 'req-2' })
    expect((await sceyt.users.get('zoe').withResponse()).requestId).toBeUndefined()
  })

  it('every fault that applies sets its headers, and the first one wins', async () => {
    const { sandbox, sceyt } = await start()
    sandbox.faults.add({ headers: { 'X-Request-Id': 'first' } })
    sandbox.faults.add({ latency: 1, headers: { 'X-REQUEST-ID': 'second', 'RateLimit-Limit': '7' } })
    sandbox.faults.add({ status: 503, headers: { 'RateLimit-Limit': '8', 'RateLimit-Remaining': '9' }, times: 1 })
    const failed = await sceyt.users.get('zoe').catch((reason: unknown) => reason)
    expect(failed).toBeInstanceOf(ServerError)
    expect(failed).toMatchObject({ requestId: 'first', rateLimit: { limit: 7, remaining: 9 } })
    const { requestId, rateLimit } = await sceyt.users.get('zoe').withResponse()
    expect([requestId, rateLimit]).toEqual(['first', { limit: 7 }])
  })

  it('a fault cuts a response with other headers', async () => {
    const { sandbox, sceyt } = await start()
    sandbox.faults.add({ cut: true, headers: { 'X-Request-Id': 'req-3' } })
    const error = await sceyt.users.get('zoe').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ResponseError)
    expect(error).toMatchObject({ incomplete: true, requestId: 'req-3' })
  })
})

it('a request that is not counted states no rate limit', async () => {
  const { sandbox, ask } = open({ seed, rateLimit: { requests: 1, window: 60_000 } })
  const limitOf = async (path: string, init?: RequestInit) => {
    const { status, headers } = await ask(path, init)
    return [status, headers.get('ratelimit-remaining')]
  }
  expect(await limitOf('/users', { headers: { 'Platform-Api-Key': 'wrong' } })).toEqual([401, null])
  expect(await limitOf('/nothing')).toEqual([404, null])
  sandbox.faults.add({ status: 503, times: 1 })
  expect(await limitOf('/users')).toEqual([503, null])
  expect(await limitOf('/users?limit=x')).toEqual([422, '0'])
  for (let call = 0; call < 3; call++) expect(await limitOf('/users')).toEqual([429, '0'])
  sandbox.clock.advance(60_000)
  expect(await limitOf('/users')).toEqual([200, '0'])
  expect((await open({ seed }).ask('/users')).headers.get('ratelimit-limit')).toBeNull()
})

it.each<[unknown, string]>([
  [null, 'headers must be an object, got null.'],
  [['X-A', '1'], 'headers must be an object, got an array.'],
  [new Headers({ 'X-A': '1' }), 'headers must be a plain object, got an object (Headers).'],
  [{}, 'headers must contain at least one header.'],
  [{ 'a b': '1' }, 'headers: invalid header name "a b".'],
  [{ '': '1' }, 'headers: invalid header name "".'],
  [{ 'X-A\r\nX-B': '1' }, 'headers: invalid header name "X-A\\r\\nX-B".'],
  [{ 'X-A': '1\r\nX-B: 2' }, 'headers: X-A must be a string without line breaks'],
  [{ 'X-A': '1\nX-B: 2' }, 'headers: X-A must be a string without line breaks'],
  [{ 'X-A': 'a\u0000' }, 'headers: X-A must be a string without line breaks'],
  [{ 'X-A': 'Երևան' }, 'of characters that are allowed in a header, got "Երևան".'],
  [{ 'X-A': 1 }, 'got the number 1.'],
  [{ 'X-A': undefined }, 'got undefined.'],
  ...[
    'Content-Length',
    'transfer-encoding',
    'CONNECTION',
    'Keep-Alive',
    'Proxy-Connection',
    'TE',
    'Trailer',
    'Upgrade',
  ].map((name): [unknown, string] => [
    { 'X-A': '1', [name]: '1' },
    `headers must not contain ${name}, which would break the response.`,
  ]),
])('a fault cannot have the headers %j', (headers, message) => {
  const { faults } = createSandbox()
  expect(() => faults.add({ status: 500, headers } as Fault)).toThrow(RangeError)
  expect(() => faults.add({ status: 500, headers } as Fault)).toThrow(message)
  expect(faults.list).toEqual([])
})

it('a fault cannot have headers without a response', () => {
  const { faults } = createSandbox()
  const headers = { 'X-A': '1' }
  expect(() => faults.add({ reset: 'after', headers })).toThrow('headers need a response, which a reset does not have.')
  expect(() => createSandbox({ faults: [{ reset: 'before', headers }] })).toThrow(RangeError)
})

it('the headers of a fault are copied, and may have any valid name', async () => {
  const { sandbox, ask } = open({ seed })
  const headers = JSON.parse('{ "X-A": "2", "Content-Type": "text/html", "X-Empty": "", "constructor": "1" }')
  sandbox.faults.add({ status: 502, headers })
  headers['X-A'] = 'a\r\nb'
  const response = await sandbox.fetch('https://sandbox.invalid/v1/sandbox/users')
  expect([...response.headers]).toEqual([
    ['constructor', '1'],
    ['content-type', 'text/html'],
    ['x-a', '2'],
    ['x-empty', ''],
  ])
  expect((await ask('/users')).headers.get('x-a')).toBe('2')
  expect(sandbox.faults.list).toMatchObject([{ status: 502, headers: { 'X-A': '2' } }])
})
