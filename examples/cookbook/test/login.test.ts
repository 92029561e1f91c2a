import { generateKeyPairSync } from 'node:crypto'
import { createSceyt } from 'sceyt-platform'
import { verifyUserToken } from 'sceyt-platform/token'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { serve } from './program.js'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = String(privateKey.export({ type: 'pkcs1', format: 'pem' }))
const seed = { users: [{ username: 'zoe' }] }
// The sandbox has the same key pair as the back end, and returns its public key.
const { sandbox, server, env } = await serve({ apps: [{ appId: 'shop', apiKey: 'key-1', seed, privateKey }] })
const reader = createSceyt(sandbox.connection())
const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
afterAll(() => server.close())

let POST: (request: Request) => Promise<Response>
beforeEach(async () => {
  sandbox.reset()
  logged.mockClear()
  // Each test starts without a client, as a server does.
  vi.resetModules()
  for (const [name, value] of Object.entries({ ...env, SCEYT_PRIVATE_KEY: pem.replaceAll('\n', '\\n') }))
    vi.stubEnv(name, value)
  ;({ POST } = await import('../login.js'))
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const login = (headers: Record<string, string> = { 'X-Auth-Request-User': 'zoe' }, body = '') =>
  POST(new Request('https://app.example/login', { method: 'POST', headers, body }))

test('A signed-in user gets a token, valid for one hour, that the public key of the application verifies.', async () => {
  const response = await login()
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  const { token, expiresAt, ...rest } = (await response.json()) as { token: string; expiresAt: string }
  const { public_key: publicKey = '' } = await reader.application.get()
  const claims = await verifyUserToken(token, { publicKey })
  expect([claims.username, claims.expiresAt.toISOString(), rest]).toEqual(['zoe', expiresAt, {}])
  expect(claims.expiresAt.getTime() - claims.issuedAt.getTime()).toBe(3_600_000)
})

test('A new user is created first, also when signing in twice at the same time.', async () => {
  const responses = await Promise.all([
    login({ 'X-Auth-Request-User': 'omar' }),
    login({ 'X-Auth-Request-User': 'omar' }),
  ])
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  expect((await reader.users.get('omar')).username).toBe('omar')
})

test('A user cannot get the token of another user.', async () => {
  expect((await login({}, '{"username":"zoe"}')).status).toBe(401)
  const { token } = (await (await login({ 'X-Auth-Request-User': 'omar' }, '{"username":"zoe"}')).json()) as {
    token: string
  }
  const { public_key: publicKey = '' } = await reader.application.get()
  expect((await verifyUserToken(token, { publicKey })).username).toBe('omar')
})

test('The private key and the API key stay on the server.', async () => {
  const response = await login()
  const text = JSON.stringify([...response.headers]) + (await response.text())
  for (const secret of [env.SCEYT_API_KEY, ...pem.split('\n').slice(1, -2)]) expect(text).not.toContain(secret)
})

describe('There is no token', () => {
  test('while the chat server fails, and the error is logged.', async () => {
    sandbox.faults.add({ operation: 'getUser', status: 429, retryAfter: 3600 })
    const response = await login()
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '3600'])
    expect(logged).toHaveBeenCalledOnce()
  })

  test('for an invalid username.', async () => {
    expect((await login({ 'X-Auth-Request-User': '..' })).status).toBe(400)
    expect(sandbox.journal.count).toBe(0)
  })

  test('without a valid private key; the error goes to the framework, and does not contain the key.', async () => {
    vi.stubEnv('SCEYT_PRIVATE_KEY', pem.slice(0, 500))
    const error = await login().catch((reason: Error) => reason)
    expect(String(error)).toContain('privateKey is damaged')
    expect(String(error)).not.toContain(pem.split('\n')[2])
  })
})

test('It is served in plain Node too.', async () => {
  const { serveLogin } = await import('../serve/login.js')
  const { origin, close } = await serveLogin()
  expect((await fetch(origin, { method: 'POST', headers: { 'X-Auth-Request-User': 'zoe' } })).status).toBe(200)
  close()
})
