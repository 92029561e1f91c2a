import { describe, expect, it } from 'vitest'
import { sendRaw, serveSandbox } from './served.js'

const key = { 'Platform-Api-Key': 'sandbox-key' }
const names = ['allow-origin', 'allow-credentials', 'expose-headers'].map((name) => `access-control-${name}`)
const corsOf = ({ headers }: Response) => names.map((name) => headers.get(name))

describe.each([
  'http://localhost:5173',
  'http://localhost',
  'https://localhost:8443',
  'http://127.0.0.1:3000',
  'http://[::1]:5173',
  'http://app.localhost:5173',
])('a page of %s', (Origin) => {
  it('may send credentials, and read every response with all of its headers', async () => {
    const { get, sandbox } = await serveSandbox({ maxBodyBytes: 10, rateLimit: { requests: 3, window: 60_000 } })
    sandbox.faults.add({ operation: 'listRoles', status: 503, headers: { 'X-Request-Id': '1', 'Retry-After': '9' } })
    sandbox.faults.add({ operation: 'listUsers', headers: { 'X-Request-Id': '2' } })
    const limits = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset'
    const post = {
      method: 'POST',
      headers: { ...key, Origin, 'Content-Type': 'application/json' },
      body: '{"username":"zoe"}',
    }
    for (const [path, init, status, exposed] of [
      ['/v1/sandbox/users', { headers: { ...key, Origin } }, 200, `Content-Type, ${limits}, X-Request-Id`],
      ['/v1/sandbox/users/omar', { headers: { ...key, Origin } }, 404, `Content-Type, ${limits}`],
      ['/v1/sandbox/users', post, 413, `Content-Type, ${limits}`],
      ['/v1/sandbox/users/omar', { headers: { ...key, Origin } }, 429, `Content-Type, ${limits}, Retry-After`],
      ['/v1/sandbox/roles', { headers: { ...key, Origin } }, 503, 'Content-Type, X-Request-Id, Retry-After'],
      ['/v1/sandbox/users', { headers: { Origin } }, 401, 'Content-Type, X-Request-Id'],
      ['/v1/sandbox/nothing', { headers: { Origin } }, 404, 'Content-Type'],
      ['/v1/sandbox/users', { method: 'PATCH', headers: { Origin } }, 405, 'Content-Type, Allow'],
      ['/nothing', { headers: { Origin } }, 404, 'Content-Type'],
    ] as const) {
      const response = await get(path, init)
      expect([response.status, ...corsOf(response)], `${path} ${status}`).toEqual([
        status,
        Origin,
        'true',
        `${exposed}, Date`,
      ])
      expect(response.headers.get('vary')).toBe('Origin')
    }
  })

  it('gets a preflight response for every path of the API and the document', async () => {
    const { get } = await serveSandbox()
    for (const path of ['/v1/sandbox/users', '/v1/sandbox/nothing', '/nothing', '/openapi.json']) {
      const response = await get(path, {
        method: 'OPTIONS',
        headers: {
          Origin,
          'Access-Control-Request-Headers': 'platform-api-key',
          'Access-Control-Request-Method': 'PUT',
        },
      })
      expect([response.status, ...corsOf(response).slice(0, 2)]).toEqual([204, Origin, 'true'])
      expect(response.headers.get('access-control-allow-headers')).toBe('platform-api-key')
      expect(response.headers.get('access-control-allow-methods')).toContain('PUT')
    }
  })
})

it.each([
  undefined,
  'null',
  'https://docs.example.com',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example:80',
  'http://evil.example/localhost',
  'http://evil.example:1.localhost',
  'ftp://localhost',
  'localhost',
  '<script>.localhost',
])('a page of %s may read responses, without credentials', async (Origin) => {
  const { get } = await serveSandbox()
  const headers: Record<string, string> = Origin === undefined ? {} : { Origin }
  for (const path of ['/v1/sandbox/users', '/nothing', '/openapi.json'])
    expect(corsOf(await get(path, { headers })), path).toEqual(['*', null, '*'])
})

it('a page of another origin may read the document, which has no key, and no other page', async () => {
  const { get } = await serveSandbox()
  const headers = { Origin: 'https://docs.example.com' }
  const document = await get('/openapi.json', { headers })
  expect([
    document.headers.get('access-control-allow-origin'),
    document.headers.get('cross-origin-resource-policy'),
  ]).toEqual(['*', null])
  expect(await document.text()).not.toContain('sandbox-key')
  for (const path of ['/', '/docs', '/_sandbox', '/_sandbox/requests'])
    expect(corsOf(await get(path, { headers })), path).toEqual([null, null, null])
})

it('a fault may set the CORS headers', async () => {
  const { get, sandbox } = await serveSandbox()
  sandbox.faults.add({ headers: { 'access-control-allow-origin': 'https://other.example', Vary: 'Accept' } })
  const { headers } = await get('/v1/sandbox/users', { headers: { Origin: 'http://localhost:5173' } })
  expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual(['https://other.example', 'Accept'])
})

it('OPTIONS * is a preflight', async () => {
  const { server } = await serveSandbox()
  const response = await sendRaw(server, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  expect(response).toMatch(/^HTTP\/1\.1 204 .*Access-Control-Allow-Methods/s)
})
