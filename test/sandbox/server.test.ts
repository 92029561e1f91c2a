import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readDocument } from '../../scripts/document.js'
import { ConnectionError, createSceyt, PayloadTooLargeError, ResponseError, TimeoutError } from '../../src/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { control } from './control.js'
import { named } from './open.js'
import { sendRaw, serveSandbox } from './served.js'

describe('the server', () => {
  it('serves the API over HTTP, with links to itself', async () => {
    const { sceyt, server } = await serveSandbox()
    await sceyt.users.create({ username: 'username_new*user', first_name: 'Զոյա 佐伊 🎉' })
    expect(await sceyt.users.get('username_new*user')).toMatchObject({ first_name: 'Զոյա 佐伊 🎉' })
    const names = []
    for await (const { username } of sceyt.users.list({ limit: 1 })) names.push(username)
    expect(names).toEqual(['zoe', 'username_new*user'])
    expect((await sceyt.users.list()).links.first).toMatch(new RegExp(`^${server.baseUrl()}/users`))
  })

  it('writes links with the host of the request, if it is valid', async () => {
    const { server } = await serveSandbox()
    const ask = (host: string) =>
      sendRaw(
        server,
        `GET /v1/sandbox/users HTTP/1.1\r\nHost: ${host}\r\nPlatform-Api-Key: sandbox-key\r\nConnection: close\r\n\r\n`,
      )
    expect(await ask('chat.example:8080')).toContain('"first":"http://chat.example:8080/v1/sandbox/users')
    expect(await ask('evil"/><x')).toContain(`"first":"${server.origin}/v1/sandbox/users`)
  })

  it.each([
    ['http://chat.example:8080/v1/sandbox/users', 'chat.example:8080'],
    ['HTTP://Chat.Example/v1/sandbox/users?limit=5', 'Chat.Example'],
    ['http://[::1]:4010/v1/sandbox/users', '[::1]:4010'],
  ])('responds to the whole URL %s, whose host replaces the Host header', async (url, host) => {
    const { server } = await serveSandbox()
    const response = await sendRaw(
      server,
      `GET ${url} HTTP/1.1\r\nHost: other.example\r\nPlatform-Api-Key: sandbox-key\r\nConnection: close\r\n\r\n`,
    )
    expect(response).toMatch(/^HTTP\/1\.1 200 /)
    expect(response).toContain(`"first":"http://${host}/v1/sandbox/users?limit=`)
  })

  it.each(['http://localhost', 'http://localhost/', 'http://localhost?a=b', 'http://localhost:4010/?a'])(
    'responds to %s with the page',
    async (url) => {
      const { server } = await serveSandbox()
      const response = await sendRaw(server, `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      expect(response).toMatch(/^HTTP\/1\.1 200 .*<div id="studio">/s)
    },
  )

  it('stores files byte for byte', async () => {
    const { sceyt } = await serveSandbox()
    const bytes = Uint8Array.from({ length: 100_000 }, (_item, index) => (index * 7) % 256)
    await sceyt.files.upload(new File([bytes], 'username_new*user Բարեւ 你好 🎉.bin'))
    const content = await sceyt.files.download('username_new*user Բարեւ 你好 🎉.bin')
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(bytes)
  })

  it('accepts requests of front ends on other origins', async () => {
    const { get } = await serveSandbox()
    const preflight = await get('/v1/sandbox/users/zoe', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example.com',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'platform-api-key, content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'platform-api-key, content-type',
      'access-control-allow-methods': 'GET, PUT, POST, DELETE',
    })
    const rejected = await get('/v1/sandbox/users')
    expect([
      rejected.status,
      rejected.headers.get('access-control-allow-origin'),
      rejected.headers.get('access-control-expose-headers'),
    ]).toEqual([401, '*', '*'])
  })

  it('responds with 413 to a body that is too large, with and without a Content-Length', async () => {
    const { sceyt, server, get } = await serveSandbox({ maxBodyBytes: 1000 })
    await expect(sceyt.files.upload(new File([new Uint8Array(5000)], 'a.bin'))).rejects.toThrow(PayloadTooLargeError)
    const announced =
      'POST /v1/sandbox/users HTTP/1.1\r\nHost: x\r\nPlatform-Api-Key: sandbox-key\r\nContent-Type: application/json\r\nContent-Length: 999999\r\n\r\n{'
    expect(await sendRaw(server, announced)).toMatch(/^HTTP\/1\.1 413 .*Connection: close/s)
    const chunk = `${(2000).toString(16)}\r\n${'x'.repeat(2000)}\r\n`
    const head =
      'POST /v1/sandbox/users HTTP/1.1\r\nHost: x\r\nPlatform-Api-Key: sandbox-key\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await sendRaw(server, `${head}${chunk}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
    expect((await get('/v1/sandbox/users', { headers: { 'Platform-Api-Key': 'sandbox-key' } })).status).toBe(200)
  })

  it.each([
    ['text that is not HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['an invalid path', 'GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
    [
      'a path with two dots',
      'GET /v1/sandbox/users/../users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
    [
      'a whole URL',
      'GET http://x/v1/sandbox/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 401 /,
    ],
    [
      'a whole URL of another scheme',
      'GET https://x/v1/sandbox/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
    ['an asterisk', 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
    ['CONNECT', 'CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n', /^$/],
    ['a %', 'GET /v1/sandbox/users/% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'HEAD',
      'HEAD /v1/sandbox/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 405 .*Allow: GET, POST.*\r\n\r\n$/s,
    ],
    ['huge headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    [
      'a malformed chunk',
      'POST /v1/sandbox/users HTTP/1.1\r\nHost: x\r\nPlatform-Api-Key: sandbox-key\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      /^HTTP\/1\.1 400 /,
    ],
  ])('keeps running after %s', async (_what, text, response) => {
    const { server, sceyt } = await serveSandbox()
    expect(await sendRaw(server, text)).toMatch(response)
    expect((await sceyt.users.list()).total_count).toBe(1)
  })

  it('keeps running after a client disconnects', async () => {
    const { server, sceyt, sandbox } = await serveSandbox()
    const { hostname, port } = new URL(server.origin)
    for (const text of [
      'GET /v1',
      'POST /v1/sandbox/users HTTP/1.1\r\nHost: x\r\nPlatform-Api-Key: sandbox-key\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"user',
    ]) {
      const socket = connect(Number(port), hostname)
      await once(socket, 'connect')
      await new Promise<void>((resolve) => {
        socket.write(text, () => resolve())
      })
      socket.resetAndDestroy()
      await once(socket, 'close')
    }
    sandbox.faults.add({ operation: 'getUser', latency: 600_000 })
    await expect(sceyt.users.get('zoe', { timeout: 50 })).rejects.toThrow(TimeoutError)
    expect((await sceyt.users.list()).total_count).toBe(1)
  })

  it('is closed at the end of a scope, and may be closed before', async () => {
    let origin = ''
    {
      await using server = await listen(createSandbox())
      origin = server.origin
      expect((await fetch(`${origin}/openapi.json`)).status).toBe(200)
    }
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
    await using closed = await listen(createSandbox())
    await closed.close()
  })

  it('breaks connections by faults', async () => {
    const { sceyt, sandbox } = await serveSandbox()
    sandbox.faults.add({ reset: 'before', times: 1 })
    await expect(sceyt.users.create({ username: 'omar' })).rejects.toThrow(ConnectionError)
    sandbox.faults.add({ reset: 'after', times: 1 })
    await expect(sceyt.users.create({ username: 'ann' })).rejects.toThrow(ConnectionError)
    sandbox.faults.add({ cut: true, times: 1 })
    await expect(sceyt.users.create({ username: 'eva' })).rejects.toThrow(ResponseError)
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe', 'ann', 'eva'])
  })

  it('has a connection for each application', async () => {
    const apps = [
      { appId: 'shop', apiKey: 'key-of-shop' },
      { appId: 'cafe', apiKey: 'key-of-cafe' },
    ]
    const { server } = await serveSandbox({ apps, seed: { users: named('zoe') } })
    expect(server.connection()).toEqual({
      baseUrl: server.baseUrl('shop'),
      apiKey: 'key-of-shop',
      allowBrowser: true,
    })
    expect((await createSceyt(server.connection('cafe')).users.get('zoe')).username).toBe('zoe')
    expect(() => server.connection('bar')).toThrow('bar')
  })

  it('rejects a port that is in use', async () => {
    const { server, sandbox } = await serveSandbox()
    await expect(listen(sandbox, { port: Number(new URL(server.origin).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  it('closes the connections of requests in flight with their responses when it stops', async () => {
    const { server, sandbox, get } = await serveSandbox()
    sandbox.faults.add({ latency: 100, times: 1 })
    const response = get(`${sandbox.basePath()}/users`)
    await vi.waitUntil(() => sandbox.faults.list.length === 0)
    const closed = server.close()
    expect((await response).headers.get('connection')).toBe('close')
    await closed
  })

  it('completes requests in flight before it stops', async () => {
    const { server, sandbox, sceyt, get } = await serveSandbox()
    const events = await get('/_sandbox/events')
    sandbox.faults.add({ latency: 100, times: 1 })
    const listed = sceyt.users.list().then(({ total_count }) => total_count)
    // A fault ends as soon as it applies to a request.
    await vi.waitUntil(() => sandbox.faults.list.length === 0)
    await server.close()
    expect(await listed).toBe(1)
    await events.text()
    await expect(sceyt.users.list()).rejects.toThrow(ConnectionError)
  })
})

describe('the controls', () => {
  it('call the methods of the sandbox', async () => {
    const served = await serveSandbox()
    const { sandbox, sceyt } = served
    expect((await control(served, 'GET', '')).body).toMatchObject({
      apps: [{ appId: 'sandbox', basePath: '/v1/sandbox' }],
      controls: expect.arrayContaining(['POST /reset']),
    })
    expect(await control(served, 'POST', '/seed', { users: named('omar') })).toEqual({ status: 204, body: undefined })
    const { body: snapshot } = await control(served, 'GET', '/snapshot')
    expect(snapshot).toEqual(sandbox.snapshot())
    expect((await control(served, 'POST', '/reset')).status).toBe(204)
    expect((await sceyt.users.list()).total_count).toBe(1)
    expect((await control(served, 'PUT', '/snapshot', snapshot)).status).toBe(204)
    expect((await sceyt.users.list()).users.map(({ username }) => username)).toEqual(['zoe', 'omar'])

    expect((await control(served, 'PUT', '/clock', { time: '2030-01-01T00:00:00Z' })).body).toEqual({
      now: '2030-01-01T00:00:00.000Z',
      isStopped: true,
    })
    const advanced = { now: '2030-01-01T00:00:01.000Z', isStopped: true }
    expect((await control(served, 'PUT', '/clock', { advance: 1000 })).body).toEqual(advanced)
    expect((await control(served, 'GET', '/clock')).body).toEqual(advanced)
    expect((await control(served, 'PUT', '/clock', { run: true })).body).toMatchObject({ isStopped: false })
    expect(sandbox.clock.now()).toBeLessThan(Date.UTC(2030, 0))

    const fault = { operation: 'getUser', status: 503, headers: { 'X-Request-Id': 'req-1' } }
    const numbered = [{ number: 1, hits: 0, isActive: true, ...fault }]
    expect((await control(served, 'POST', '/faults', fault)).body).toEqual(numbered)
    expect((await control(served, 'GET', '/faults')).body).toEqual(numbered)
    await expect(sceyt.users.get('zoe')).rejects.toMatchObject({ status: 503, requestId: 'req-1' })
    expect((await control(served, 'DELETE', '/faults')).status).toBe(204)
    await expect(sceyt.users.get('zoe')).resolves.toBeDefined()

    const requests = (await control(served, 'GET', '/requests')).body as { number: number; url: string }[]
    expect(requests.at(-1)).toMatchObject({ url: '/v1/sandbox/users/zoe', status: 200 })
    expect((await control(served, 'GET', `/requests?after=${requests.length - 1}`)).body).toEqual(requests.slice(-1))
    expect((await control(served, 'DELETE', '/requests')).status).toBe(204)
    expect((await control(served, 'GET', '/requests')).body).toEqual([])
  })

  it('accept a body with a byte order mark', async () => {
    const served = await serveSandbox()
    expect((await control(served, 'POST', '/seed', `\uFEFF${JSON.stringify({ users: named('omar') })}`)).status).toBe(
      204,
    )
    const { body: snapshot } = await control(served, 'GET', '/snapshot')
    await control(served, 'POST', '/reset')
    expect((await control(served, 'PUT', '/snapshot', `\uFEFF${JSON.stringify(snapshot)}`)).status).toBe(204)
    expect(served.sandbox.snapshot()).toEqual(snapshot)
  })

  it('seed the given application', async () => {
    const apps = ['one', 'two'].map((appId) => ({ appId, apiKey: appId }))
    const served = await serveSandbox({ apps })
    await control(served, 'POST', '/seed?app=two', { users: named('omar') })
    expect(served.sandbox.snapshot().apps).toMatchObject({ one: { users: [] }, two: { users: [{ username: 'omar' }] } })
    expect((await control(served, 'POST', '/seed?app=three', {})).body.message).toContain('no application "three"')
  })

  it('respond with 413 to a seed that would exceed the limit of the state', async () => {
    const { server } = await serveSandbox({ maxStateBytes: 5_000 })
    const seed = async (length: number) => {
      const body = JSON.stringify({ channelTypes: [{ name: `type_${length}`, text: 'x'.repeat(length) }] })
      const { status } = await fetch(`${server.origin}/_sandbox/seed`, { method: 'POST', body })
      return status
    }
    expect([await seed(100), await seed(10_000), await seed(200)]).toEqual([204, 413, 204])
  })

  it('reset the given application alone', async () => {
    const apps = ['one', 'two'].map((appId) => ({ appId, apiKey: appId, seed: { users: named('zoe') } }))
    const served = await serveSandbox({ apps, rateLimit: { requests: 1, window: 60_000 } })
    const { sandbox } = served
    const clients = apps.map(({ appId }) => createSceyt({ ...sandbox.connection(appId), maxRetries: 0 }))
    sandbox.clock.set(0)
    for (const client of clients) await client.users.create({ username: 'omar' })
    sandbox.faults.add({ latency: 0 })
    expect((await control(served, 'POST', '/reset?app=two')).status).toBe(204)
    expect(sandbox.snapshot().apps).toMatchObject({
      one: { users: named('zoe', 'omar') },
      two: { users: named('zoe') },
    })
    expect([sandbox.clock.now(), sandbox.faults.list, sandbox.journal.count]).toEqual([0, [{ latency: 0 }], 2])
    await expect(clients[0]?.users.get('zoe')).rejects.toThrow('429')
    await expect(clients[1]?.users.get('zoe')).resolves.toBeDefined()
  })

  it.each([
    ['POST', '/reset?app=zzz', undefined, 422, 'There is no application "zzz"'],
    ['POST', '/reset?ap=sandbox', undefined, 422, 'there is no query parameter "ap"; did you mean "app"?'],
    ['GET', '/snapshot?app=sandbox', undefined, 422, 'there is no query parameter "app".'],
    ['POST', '/seed', { users: [{}] }, 422, 'users[0].username is required'],
    ['POST', '/seed', '{"users":', 422, 'JSON'],
    ['POST', '/seed', undefined, 422, 'must be an object'],
    ['PUT', '/snapshot', [], 422, 'Invalid snapshot'],
    ['PUT', '/clock', {}, 422, 'expected { "time"'],
    ['PUT', '/clock', { time: 'never' }, 422, '1970 to 9999'],
    ['POST', '/faults', { status: 200 }, 422, '400 to 599'],
    ['POST', '/faults', { headers: { 'X-A': '1\r\n' } }, 422, 'Invalid fault: headers: X-A must be a string'],
    ['GET', '/nothing', undefined, 404, 'GET /_sandbox/nothing is not a control'],
    ['GET', '/constructor', undefined, 404, 'is not a control'],
    ['DELETE', '/reset', undefined, 404, 'DELETE /_sandbox/reset is not a control'],
  ])('reject %s %s with %j', async (method, path, body, status, message) => {
    const served = await serveSandbox()
    const before = served.sandbox.snapshot()
    const response = await control(served, method, path, body)
    expect([response.status, response.body.message]).toEqual([status, expect.stringContaining(message)])
    expect(served.sandbox.snapshot()).toEqual(before)
  })

  it('reject pages of other origins', async () => {
    const served = await serveSandbox()
    const evil = { Origin: 'https://evil.example' }
    expect((await control(served, 'POST', '/reset', undefined, evil)).status).toBe(403)
    expect((await control(served, 'GET', '/requests', undefined, evil)).status).toBe(403)
    expect((await control(served, 'POST', '/reset', undefined, { Origin: served.server.origin })).status).toBe(204)
    expect((await served.get('/_sandbox/requests')).headers.has('access-control-allow-origin')).toBe(false)
    const rebound = 'POST /_sandbox/reset HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    expect(await sendRaw(served.server, rebound)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('show no key to a page of another host name that resolves to this machine', async () => {
    const { server } = await serveSandbox()
    const ask = (path: string, host: string) =>
      sendRaw(server, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    for (const path of ['/', '/docs']) {
      for (const host of [
        'evil.example',
        'evil.example:4010',
        'localhost.evil.example',
        '127.0.0.1.evil.example',
        'x',
      ]) {
        expect(await ask(path, host), `${path} of ${host}`).not.toContain('sandbox-key')
      }
      for (const host of ['localhost:4010', '127.0.0.1', '[::1]:4010'])
        expect(await ask(path, host), `${path} of ${host}`).toContain('sandbox-key')
    }
  })

  it('send headers that keep responses from pages of other origins', async () => {
    const { get } = await serveSandbox()
    for (const path of ['', '/requests', '/snapshot', '/nothing', '/events']) {
      const { headers, body } = await get(`/_sandbox${path}`)
      expect([headers.get('x-content-type-options'), headers.get('cross-origin-resource-policy')], path).toEqual([
        'nosniff',
        'same-origin',
      ])
      await body?.cancel()
    }
  })

  it('are off where other machines can reach the server, and the page then shows no key', async () => {
    // An address of this machine that is not recognised as loopback, just as a network address is not.
    const server = await listen(createSandbox(), { host: '::ffff:127.0.0.1' })
    onTestFinished(() => server.close())
    const local = `http://127.0.0.1:${new URL(server.origin).port}`
    expect((await fetch(`${local}/_sandbox/reset`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(`${local}/_sandbox/events`)).status).toBe(404)
    for (const path of ['/', '/docs']) expect(await (await fetch(local + path)).text()).not.toContain('sandbox-key')
    expect((await fetch(`${local}/v1/sandbox/users`, { headers: { 'Platform-Api-Key': 'sandbox-key' } })).status).toBe(
      200,
    )
  })

  it('stream requests as they arrive', async () => {
    const { get, sceyt } = await serveSandbox()
    await sceyt.users.list()
    const response = await get('/_sandbox/events')
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader()
    const seen: string[] = []
    let text = ''
    while (seen.length < 2) {
      text += (await reader.read()).value
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        seen.push(JSON.parse(text.slice(text.indexOf('data: ') + 6, end)).url)
        text = text.slice(end + 2)
        if (seen.length === 1) await sceyt.users.get('zoe')
      }
    }
    expect(seen).toEqual(['/v1/sandbox/users', '/v1/sandbox/users/zoe'])
    await reader.cancel()
  })
})

describe('the pages', () => {
  it('show the URL and the key of every application', async () => {
    const { get, server } = await serveSandbox({
      apps: [
        { appId: 'one', apiKey: '<key&1>' },
        { appId: 'two', apiKey: 'key-2' },
      ],
    })
    const response = await get('/')
    const page = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const text of [
      `${server.origin}/v1/one`,
      `${server.origin}/v1/two`,
      '&#60;key&#38;1&#62;',
      'key-2',
      'href="/docs"',
      'href="/openapi.json"',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain('<key')
  })

  it('load nothing from other hosts', async () => {
    const { get } = await serveSandbox()
    for (const path of ['/', '/docs']) {
      const response = await get(path)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect((await response.text()).match(/(src|href)="(https?:)?\/\//g)).toBeNull()
    }
  })

  it('serve the document with this server in it, and the console', async () => {
    const { get, server } = await serveSandbox()
    const document = (await (await get('/openapi.json')).json()) as { servers: { url: string }[]; paths: object }
    expect(document.servers.map(({ url }) => url)).toEqual([server.baseUrl()])
    expect(Object.keys(document.paths)).toEqual(Object.keys((await readDocument()).paths))
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) expect((await get(`/docs/${file}`)).status).toBe(200)
    for (const path of ['/docs/package.json', '/docs/..%2fpackage.json', '/docs/constructor'])
      expect((await get(path)).status).toBe(404)
  })
})
