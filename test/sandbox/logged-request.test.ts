import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { control } from './control.js'
import { named, open, post } from './open.js'
import { sendRaw, serveSandbox } from './served.js'

const longest = 16 * 1024

it('logs headers and bodies of both the request and the response', async () => {
  const { sandbox, ask } = open({ seed: { users: named('zoe') } })
  await ask('/users', { ...post({ username: 'omar' }), headers: { 'X-Request-Id': 'Abc' } })
  await ask('/users/nobody')
  const [created, missing] = sandbox.journal.entries
  expect(created).toMatchObject({
    body: '{"username":"omar"}',
    headers: { 'platform-api-key': '…', 'content-type': 'application/json', 'x-request-id': 'Abc' },
    responseHeaders: { 'Content-Type': 'application/json' },
    faults: [],
  })
  expect(JSON.parse(created?.responseBody ?? '')).toMatchObject({ username: 'omar' })
  expect(JSON.parse(missing?.responseBody ?? '')).toMatchObject({ type: 'NotFound' })
})

it('logs what a fault has made of the response', async () => {
  const { sandbox, ask } = open({ seed: { users: named('zoe') } })
  sandbox.faults.add({ status: 429, headers: { 'X-Request-Id': 'r1' }, times: 1 })
  await ask('/users/zoe')
  sandbox.faults.add({ reset: 'after', times: 1 })
  await ask('/users/zoe').catch(() => {})
  expect(sandbox.journal.entries).toMatchObject([
    { faults: [1], responseHeaders: { 'Retry-After': '1', 'X-Request-Id': 'r1' } },
    { faults: [2], status: null, responseHeaders: undefined, responseBody: undefined },
  ])
})

it('logs no bodies of files', async () => {
  const { sandbox, sceyt } = open()
  await sceyt.files.upload(new File(['secret'], 'a.txt'))
  await sceyt.files.download('a.txt')
  const [uploaded, downloaded] = sandbox.journal.entries
  expect([uploaded?.body, downloaded?.responseBody]).toEqual([
    expect.stringMatching(/^\[form of \d+ bytes\]$/),
    undefined,
  ])
  expect(downloaded?.responseHeaders).toMatchObject({ 'Content-Type': 'application/octet-stream' })
})

it.each<[string, (url: string, headers: Record<string, string>) => [string | Request, RequestInit?]]>([
  ['an object', (url, headers) => [url, { headers }]],
  ['pairs', (url, headers) => [url, { headers: Object.entries(headers) }]],
  ['Headers', (url, headers) => [url, { headers: new Headers(headers) }]],
  ['a Request', (url, headers) => [new Request(url, { headers })]],
])('logs headers that are given as %s', async (_what, init) => {
  const { sandbox } = open()
  await sandbox.fetch(...init('https://x.example/v1/sandbox/users', { 'Platform-Api-Key': 'sandbox-key', 'X-A': '1' }))
  expect(sandbox.journal.entries[0]).toMatchObject({ status: 200, headers: { 'platform-api-key': '…', 'x-a': '1' } })
})

it('logs the content type that fetch adds to a text', async () => {
  const { sandbox, ask } = open()
  await ask('/users', { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/html' } })
  const url = 'https://x.example/v1/sandbox/users'
  await sandbox.fetch(url, { method: 'POST', body: '{}', headers: { 'Platform-Api-Key': 'sandbox-key' } })
  expect(sandbox.journal.entries.map(({ headers }) => headers?.['content-type'])).toEqual([
    'text/html',
    'text/plain;charset=UTF-8',
  ])
})

it('hides every key, also of an application that was removed since', async () => {
  const served = await serveSandbox({ seed: { users: named('zoe') } })
  const { sandbox, server } = served
  const { apiKey } = sandbox.addApp()
  sandbox.faults.add({ latency: 0, headers: { 'X-Echo': apiKey, 'X-Other': 'ok' } })
  const lines = [
    'GET /v1/sandbox/users/zoe HTTP/1.1',
    'Host: 127.0.0.1',
    'PLATFORM-API-KEY: sandbox-key',
    'authorization: Bearer abc',
    'Proxy-Authorization: Basic abc',
    'Cookie: session=abc',
    `X-Key: ${apiKey}`,
    'X-Key: sandbox-key',
    'X-Twice: a',
    'X-Twice: b',
    'Connection: close',
  ]
  await sendRaw(server, `${lines.join('\r\n')}\r\n\r\n`)
  sandbox.removeApp(sandbox.apps[1]?.appId ?? '')
  const { body } = await control(served, 'GET', '/requests?number=1')
  expect(body).toMatchObject([{ number: 1, status: 200, operation: 'getUser', faults: [1] }])
  const [{ headers, responseHeaders }] = body
  expect(headers).toEqual({
    host: '127.0.0.1',
    'platform-api-key': '…',
    authorization: '…',
    'proxy-authorization': '…',
    cookie: '…',
    'x-key': '…, …',
    'x-twice': 'a, b',
    connection: 'close',
  })
  expect(responseHeaders).toEqual({ 'Content-Type': 'application/json', 'X-Echo': '…', 'X-Other': 'ok' })
  const { body: all } = await control(served, 'GET', '/requests')
  for (const text of [JSON.stringify(all), JSON.stringify(sandbox.journal.entries)]) {
    expect(text).not.toContain('sandbox-key')
    expect(text).not.toContain(apiKey)
    expect(text).not.toContain('abc')
  }
})

it('hides a wrong key', async () => {
  const { sandbox, ask } = open()
  await ask('/users', { headers: { 'Platform-Api-Key': 'the-key-of-production' } })
  expect(JSON.stringify(sandbox.journal.entries)).not.toContain('the-key-of-production')
})

it('finds one request by its number, as long as it is there', async () => {
  const served = await serveSandbox({ seed: { users: named('zoe') } })
  const { sandbox } = served
  const { apiUrl, apiKey, fetch: ask } = sandbox.connection()
  const headers = { 'Platform-Api-Key': apiKey }
  for (let request = 1; request <= 2_100; request++) await ask(`${apiUrl}/v1/sandbox/users/u${request}`, { headers })
  const find = async (number: unknown) => (await control(served, 'GET', `/requests?number=${number}`)).body
  expect(await find(2_000)).toMatchObject([{ number: 2_000, url: '/v1/sandbox/users/u2000' }])
  expect([await find(3), await find(2_101), await find(0)]).toEqual([[], [], []])
  expect(await find('x')).toEqual({ message: 'number must be a whole number, got "x".' })
  sandbox.journal.clear()
  expect(await find(2_000)).toEqual([])
})

it('cuts a long response, and long headers, and states their full lengths', async () => {
  const users = Array.from({ length: 50 }, (_user, index) => ({ username: `u${index}`, first_name: 'x'.repeat(300) }))
  const { sandbox, ask } = open({ seed: { users } })
  sandbox.faults.add({ latency: 0, headers: { 'X-Long': 'y'.repeat(30_000) } })
  const headers = { 'X-Long': 'a'.repeat(10_000), 'X-Longer': 'b'.repeat(10_000), 'X-Rest': 'c' }
  const { body } = await ask('/users?limit=50', { headers })
  const text = JSON.stringify(body)
  const [entry] = sandbox.journal.entries
  expect(text.length).toBeGreaterThan(longest)
  expect(entry?.responseBody).toBe(text.slice(0, longest))
  expect(entry?.fullLengths).toEqual({
    responseBody: text.length,
    headers: 'platform-api-key…'.length + 'x-longx-longerx-rest'.length + 20_001,
    responseHeaders: 'Content-Type'.length + 'application/json'.length + 'X-Long'.length + 30_000,
  })
  const lengthOf = (fields = {}) => Object.entries(fields).flat().join('').length
  expect(lengthOf(entry?.headers)).toBeLessThanOrEqual(longest)
  expect(entry?.headers?.['x-long']).toBe(headers['X-Long'])
  expect(entry?.headers?.['x-longer']).toMatch(/^b{6000,6400}$/)
  expect(entry?.headers).not.toHaveProperty('x-rest')
  expect(lengthOf(entry?.responseHeaders)).toBe(longest)
})

it('drops the oldest response bodies if they are long, and states their lengths', async () => {
  const users = Array.from({ length: 50 }, (_user, index) => ({ username: `u${index}`, first_name: 'x'.repeat(300) }))
  const { sandbox, ask } = open({ seed: { users } })
  const { body } = await ask('/users?limit=50')
  const { length } = JSON.stringify(body)
  for (let request = 2; request <= 300; request++) await ask('/users?limit=50')
  const { entries } = sandbox.journal
  const kept = entries.filter(({ responseBody }) => responseBody !== undefined)
  expect(entries).toHaveLength(300)
  expect(kept).toEqual(entries.slice(-Math.floor((2 * 1024 * 1024) / length)))
  expect(entries[0]).toMatchObject({ status: 200, responseBody: undefined, fullLengths: { responseBody: length } })
  sandbox.journal.clear()
  await ask('/users/u1')
  expect(sandbox.journal.entries[0]?.responseBody).toContain('u1')
})

it('keeps the bodies of the latest responses while entries are dropped', async () => {
  const { sandbox, ask } = open({ seed: { users: named('zoe') } })
  for (let request = 0; request < 5_000; request++) await ask('/users/zoe')
  const { entries } = sandbox.journal
  expect(entries).toHaveLength(1000)
  expect(entries.every(({ responseBody }) => responseBody?.includes('zoe'))).toBe(true)
})

it('does not keep long responses in memory', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const { ask, sandbox } = open()
  const before = used()
  const name = 'é'.repeat(1000)
  for (let user = 0; user < 300; user++) await ask('/users', post({ username: `u${user}`, first_name: name }))
  for (let request = 0; request < 500; request++) expect((await ask('/users?limit=50')).status).toBe(200)
  expect(sandbox.journal.entries).toHaveLength(800)
  expect((used() - before) / 1e6).toBeLessThan(12)
})
