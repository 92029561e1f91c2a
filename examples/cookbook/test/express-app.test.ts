import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createSceyt } from 'sceyt-platform'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp, stop } from '../express-app.js'
import { serve, start } from './program.js'

const club = '101437428530810880'
const { sandbox, server, env } = await serve({
  seed: {
    users: [{ username: 'zoe' }],
    channels: [{ id: club, type: 'public', owner: 'zoe', messages: [{ from: 'zoe', body: 'First' }] }],
  },
})
const reader = createSceyt(sandbox.connection())
const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
const failures: unknown[] = []
let app: Server
let origin: string
beforeEach(async () => {
  sandbox.reset()
  logged.mockClear()
  failures.length = 0
  app = createApp(
    createSceyt({ ...sandbox.connection(), hooks: { onError: ({ error }) => void failures.push(error) } }),
  ).listen(0, '127.0.0.1')
  await once(app, 'listening')
  origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
})
afterEach(() => stop(app, 0))
afterAll(() => server.close())

const messagesOf = async () => (await reader.messages.list(club)).messages.map(({ body }) => body)
function post(
  text: unknown,
  { to = origin, channel = club, signal }: { to?: string; channel?: string; signal?: AbortSignal } = {},
): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Request-User': 'zoe' }
  return fetch(`${to}/channels/${channel}/messages`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text }),
    ...(signal && { signal }),
  })
}

describe('The app', () => {
  test('reads and writes messages.', async () => {
    const response = await post(' Բարեւ 🎉')
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ from: 'zoe', body: 'Բարեւ 🎉' })
    const list = (await (await fetch(`${origin}/channels/${club}/messages`)).json()) as { body: string }[]
    expect(list.map(({ body }) => body)).toEqual(['First', 'Բարեւ 🎉'])
    expect(await messagesOf()).toEqual(['First', 'Բարեւ 🎉'])
  })

  test('rejects requests without a user, JSON or text before any call.', async () => {
    const url = `${origin}/channels/${club}/messages`
    const headers = { 'Content-Type': 'application/json' }
    expect((await fetch(url, { method: 'POST', headers, body: '{"text":"Hello"}' })).status).toBe(401)
    expect((await fetch(url, { method: 'POST', headers, body: '{' })).status).toBe(400)
    for (const text of [undefined, 1, ' ', ['Hello']]) expect((await post(text)).status).toBe(400)
    expect(sandbox.journal.count).toBe(0)
  })

  test('turns errors into responses, and logs those with a status of 500 or more.', async () => {
    const missing = await post('Hello', { channel: '1' })
    expect([missing.status, await missing.json()]).toEqual([404, { error: 'Not found.', retry: 'never' }])
    // `fetch` would resolve the two dots.
    const [response] = (await once(
      get(`${origin}/channels/../messages`, { path: '/channels/../messages' }),
      'response',
    )) as [IncomingMessage]
    expect([response.statusCode, await text(response)]).toEqual([
      400,
      '{"error":"The value of channelId is invalid.","retry":"never"}',
    ])
    expect(logged).not.toHaveBeenCalled()
    sandbox.faults.add({ operation: 'sendMessage', status: 429, retryAfter: 3600 })
    const limited = await post('Hello')
    expect([limited.status, limited.headers.get('Retry-After')]).toEqual([503, '3600'])
    expect(logged).toHaveBeenCalledOnce()
    expect(await messagesOf()).toEqual(['First'])
  })

  test('aborts the call when the visitor disconnects.', async () => {
    sandbox.faults.add({ operation: 'sendMessage', latency: 60_000, times: 1 })
    const visitor = new AbortController()
    const visit = post('Hello', { signal: visitor.signal })
    await expect.poll(() => sandbox.faults.list).toEqual([])
    visitor.abort()
    await expect(visit).rejects.toThrow('aborted')
    await expect.poll(() => failures).toMatchObject([{ name: 'AbortError' }])
    expect(logged).not.toHaveBeenCalled()
    expect(await messagesOf()).toEqual(['First'])
  })
})

describe('As a program', () => {
  async function listen(): Promise<{ child: ReturnType<typeof start>; to: string }> {
    const child = start(['express-app.ts'], { ...env, PORT: '0' })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const [, port] = /port: (\d+)/.exec(String(line)) ?? []
    return { child, to: `http://127.0.0.1:${port}` }
  }

  test('on SIGTERM it finishes the request in flight, accepts no new one, and exits.', async () => {
    const { child, to } = await listen()
    sandbox.faults.add({ operation: 'sendMessage', latency: 1000, times: 1 })
    const inFlight = post('The last one', { to })
    await expect.poll(() => sandbox.faults.list).toEqual([])
    const ended = once(child, 'close')
    child.kill('SIGTERM')
    await expect.poll(() => post('Too late', { to }).catch((error: Error) => error)).toBeInstanceOf(Error)
    expect((await inFlight).status).toBe(201)
    expect(await ended).toEqual([0, null])
    expect((await messagesOf()).filter((body) => body !== 'Too late')).toEqual(['First', 'The last one'])
  })

  test('it fails if the port is in use.', async () => {
    const child = start(['express-app.ts'], { ...env, PORT: String((app.address() as AddressInfo).port) })
    let err = ''
    child.stderr.on('data', (data: Buffer) => {
      err += data
    })
    expect(await once(child, 'close')).toEqual([1, null])
    expect(err).toContain('EADDRINUSE')
  })
})
