import { tracingChannel } from 'node:diagnostics_channel'
import { createSceyt } from 'sceyt-platform'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { serve } from './program.js'

const club = '101437428530810880'
const { sandbox, server, env } = await serve({
  seed: { users: [{ username: 'zoe' }, { username: 'omar' }], channels: [{ id: club, type: 'public', owner: 'zoe' }] },
})
const reader = createSceyt(sandbox.connection())
const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
afterAll(() => server.close())

let POST: (request: Request) => Promise<Response>
beforeEach(async () => {
  sandbox.reset()
  logged.mockClear()
  // Each test starts without a client, as a server does.
  vi.resetModules()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  ;({ POST } = await import('../route-handler.js'))
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function post(body: unknown, headers: Record<string, string> = { 'X-Auth-Request-User': 'zoe' }): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return POST(new Request('https://app.example/api/messages', { method: 'POST', headers, body: text }))
}
const bodies = async () => (await reader.messages.list(club)).messages.map(({ from, body }) => `${from}: ${body}`)

test('A message is sent from the signed-in user, whatever the body claims.', async () => {
  const response = await post({ channel: club, text: '  Բարեւ 🎉 ', from: 'omar' })
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({ id: (await reader.messages.list(club)).messages[0]?.id })
  expect(await bodies()).toEqual(['zoe: Բարեւ 🎉'])
})

test('A request without a signed-in user is rejected.', async () => {
  expect((await post({ channel: club, text: 'Hello' }, {})).status).toBe(401)
  expect(sandbox.journal.count).toBe(0)
})

test.each([
  '',
  'null',
  '{',
  [],
  { channel: club },
  { text: 'Hello' },
  { channel: 1, text: 'Hello' },
  { channel: '..', text: 'Hello' },
  { channel: club, text: ' ' },
  { channel: club, text: 'x'.repeat(2001) },
])('%j is rejected before any call.', async (body) => {
  const response = await post(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ error: expect.stringContaining('channel') })
  expect(sandbox.journal.count).toBe(0)
})

describe('An error becomes a response', () => {
  test('with the same status, if it is about the request.', async () => {
    expect((await post({ channel: '1', text: 'Hello' })).status).toBe(404)
    expect((await post({ channel: club, text: 'Hello' }, { 'X-Auth-Request-User': 'omar' })).status).toBe(403)
    expect((await post({ channel: club, text: 'Hello' }, { 'X-Auth-Request-User': 'nobody' })).status).toBe(422)
    expect(logged).not.toHaveBeenCalled()
    expect(await bodies()).toEqual([])
  })

  test('that reveals no details if it is about the setup; the details are logged.', async () => {
    vi.stubEnv('SCEYT_API_KEY', 'no-such-key')
    const response = await post({ channel: club, text: 'Hello' })
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ error: 'This service is misconfigured.', retry: 'never' })
    expect(logged).toHaveBeenCalledOnce()
    expect(JSON.stringify(logged.mock.calls)).not.toContain('no-such-key')
  })

  test('that advises to check first if the message may have been sent.', async () => {
    sandbox.faults.add({ operation: 'sendMessage', reset: 'after' })
    const response = await post({ channel: club, text: 'Hello' })
    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ retry: 'check first' })
    expect(await bodies()).toEqual(['zoe: Hello'])
  })

  test('with Retry-After, if the server asks for a wait.', async () => {
    sandbox.faults.add({ operation: 'sendMessage', status: 429, retryAfter: 3600 })
    const response = await post({ channel: club, text: 'Hello' })
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('3600')
  })

  test('from the framework, if an environment variable is missing.', async () => {
    vi.stubEnv('SCEYT_API_KEY', undefined)
    await expect(post({ channel: club, text: 'Hello' })).rejects.toThrow('apiKey is missing')
  })
})

test('When the visitor disconnects, the call is aborted.', async () => {
  const { serveRouteHandler } = await import('../serve/route-handler.js')
  const host = await serveRouteHandler()
  sandbox.faults.add({ operation: 'sendMessage', latency: 60_000, times: 1 })
  const failed = new Promise<unknown>((resolve) =>
    tracingChannel('sceyt-platform:call').subscribe({
      error: ({ error }: { error: unknown }) => resolve(error),
    } as never),
  )
  const visitor = new AbortController()
  const visit = fetch(host.origin, {
    method: 'POST',
    headers: { 'X-Auth-Request-User': 'zoe' },
    body: JSON.stringify({ channel: club, text: 'Hello' }),
    signal: visitor.signal,
  })
  visit.catch(() => {})
  // The request has arrived once its fault is used up.
  await expect.poll(() => sandbox.faults.list).toEqual([])
  visitor.abort()
  // The reason of the server's own signal.
  await expect(failed).resolves.toMatch('prematurely closed')
  host.close()
  expect(await bodies()).toEqual([])
})
