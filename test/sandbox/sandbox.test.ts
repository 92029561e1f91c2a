import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConnectionError, createSceyt, RateLimitError, ResponseError, ServerError } from '../../src/index.js'
import { createSandbox, type Fault } from '../../src/sandbox/index.js'
import { named, open, post } from './open.js'

const url = 'https://api.example.com/v1/sandbox/users'
const key = { 'Platform-Api-Key': 'sandbox-key' }
const seed = { users: named('zoe') }

afterEach(() => {
  vi.useRealTimers()
})

describe('fetch', () => {
  it('is the whole API as a function that may be called unbound', async () => {
    const { fetch } = createSandbox({ seed })
    const response = await fetch(url, { headers: key })
    expect(response).toBeInstanceOf(Response)
    expect(await response.json()).toMatchObject({ total_count: 1 })
  })

  it.each<[string, () => [string | URL | Request, RequestInit?]]>([
    ['a URL', () => [new URL(url), { headers: key }]],
    ['a Request', () => [new Request(url, { headers: key })]],
    ['a Request and more', () => [new Request(url), { headers: key }]],
    ['Headers', () => [url, { headers: new Headers(key) }]],
    ['pairs', () => [url, { headers: [['platform-api-key', 'sandbox-key']] }]],
  ])('accepts %s', async (_what, parameters) => {
    const { fetch } = createSandbox({ seed })
    expect((await fetch(...parameters())).status).toBe(200)
  })

  const text = JSON.stringify({ username: 'omar', first_name: 'عمر 🎉' })
  const type = { ...key, 'Content-Type': 'application/json' }
  it.each<[string, () => [string | Request, RequestInit]]>([
    ['text', () => [url, { body: text, headers: type }]],
    ['bytes', () => [url, { body: new TextEncoder().encode(text), headers: type }]],
    ['a Blob with a type', () => [url, { body: new Blob([text], { type: 'application/json' }), headers: key }]],
    ['a stream', () => [url, { body: new Blob([text]).stream(), headers: type, duplex: 'half' } as RequestInit]],
    ['a Request with one', () => [new Request(url, { method: 'POST', body: text, headers: type }), {}]],
  ])('accepts %s as a body', async (_what, parameters) => {
    const sandbox = createSandbox()
    const [input, init] = parameters()
    expect((await sandbox.fetch(input, { method: 'post', ...init })).status).toBe(200)
    expect(sandbox.snapshot().apps['sandbox']?.users).toMatchObject([{ username: 'omar', first_name: 'عمر 🎉' }])
  })

  it('rejects text without a JSON content type, as servers do', async () => {
    expect((await createSandbox().fetch(url, { method: 'POST', body: text, headers: key })).status).toBe(415)
  })

  it('rejects with the reason of its signal, before and during a delay, and logs nothing', async () => {
    const { fetch, faults, journal } = createSandbox()
    const reason = new Error('enough')
    await expect(fetch(url, { headers: key, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    faults.add({ latency: 60_000 })
    const controller = new AbortController()
    const pending = fetch(url, { headers: key, signal: controller.signal })
    controller.abort(reason)
    await expect(pending).rejects.toBe(reason)
    expect(journal.count).toBe(0)
  })
})

describe('without options', () => {
  it('there is one application, empty, with a known key', async () => {
    const sandbox = createSandbox()
    expect(sandbox.apps).toEqual([{ appId: 'sandbox', apiKey: 'sandbox-key' }])
    const sceyt = createSceyt(sandbox.connection())
    expect((await sceyt.users.list()).total_count).toBe(0)
    expect((await sceyt.channels.list()).total_count).toBe(0)
  })
})

describe('faults', () => {
  const attempt = async (fault: Fault) => {
    const opened = open({ seed })
    opened.sandbox.faults.add(fault)
    const error = await opened.sceyt.users.create({ username: 'omar' }).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    opened.sandbox.faults.clear()
    // Not by the client, which may wait for Retry-After.
    return {
      error,
      users: ((await opened.ask('/users')).body['users'] as { username: string }[]).map(({ username }) => username),
    }
  }

  it('respond with a status, and do not carry out the request', async () => {
    const { error, users } = await attempt({ status: 503 })
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ status: 503, message: expect.stringContaining('A fault of the sandbox: status 503') })
    expect(users).toEqual(['zoe'])
  })

  it('respond with 429 and a Retry-After header', async () => {
    expect((await attempt({ status: 429 })).error).toMatchObject({ retryAfter: 1000 })
    expect((await attempt({ status: 429, retryAfter: 30 })).error).toMatchObject({ retryAfter: 30_000 })
    expect((await attempt({ status: 429 })).error).toBeInstanceOf(RateLimitError)
  })

  it('break the connection before or after the request is carried out', async () => {
    const before = await attempt({ reset: 'before' })
    expect(before.error).toBeInstanceOf(ConnectionError)
    expect(before.error).toMatchObject({ unsent: false, message: expect.not.stringContaining('..') })
    expect(before.users).toEqual(['zoe'])
    const after = await attempt({ reset: 'after' })
    expect(after.error).toBeInstanceOf(ConnectionError)
    expect(after.users).toEqual(['zoe', 'omar'])
  })

  it('cut the response body after the request is carried out', async () => {
    const { error, users } = await attempt({ cut: true })
    expect(error).toBeInstanceOf(ResponseError)
    expect(error).toMatchObject({ accepted: true, incomplete: true })
    expect(users).toEqual(['zoe', 'omar'])
  })

  it('delay a request by the sum of their latencies', async () => {
    vi.useFakeTimers()
    const { sandbox, ask } = open({ seed })
    sandbox.faults.add({ latency: 1000 })
    sandbox.faults.add({ latency: 500, status: 500 })
    let status: number | undefined
    void ask('/users').then((response) => {
      status = response.status
    })
    await vi.advanceTimersByTimeAsync(1499)
    expect(status).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(status).toBe(500)
  })

  it('apply to one operation, a number of times', async () => {
    const { sandbox, ask } = open({ seed })
    sandbox.faults.add({ operation: 'listUsers', status: 500, times: 2 })
    sandbox.faults.add({ operation: 'listUsers', status: 502 })
    const statuses = []
    for (const path of ['/users/zoe', '/users', '/users', '/users', '/users/zoe'])
      statuses.push((await ask(path)).status)
    expect(statuses).toEqual([200, 500, 500, 502, 200])
    expect(sandbox.faults.list).toEqual([{ operation: 'listUsers', status: 502 }])
  })

  it('apply to a share of the requests, the same ones each time', async () => {
    const { sandbox, ask } = open({ seed, faults: [{ status: 500, rate: 0.3 }] })
    const round = async () => {
      const statuses = []
      for (let request = 0; request < 400; request++) statuses.push((await ask('/users/zoe')).status)
      return statuses
    }
    const first = await round()
    const failed = first.filter((status) => status === 500).length
    expect(failed).toBeGreaterThan(80)
    expect(failed).toBeLessThan(160)
    sandbox.reset()
    expect(await round()).toEqual(first)
  })

  it('are retried by the client where that is safe', async () => {
    vi.useFakeTimers()
    const sandbox = createSandbox({ seed })
    const sceyt = createSceyt(sandbox.connection())
    sandbox.faults.add({ status: 503, times: 2 })
    const zoe = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(20_000)
    expect((await zoe).username).toBe('zoe')
    expect(sandbox.journal.entries.map(({ status }) => status)).toEqual([503, 503, 200])
  })

  it.each<[unknown, string]>([
    [null, 'fault must be an object, got null.'],
    [{}, 'set a status, a reset, a cut, a latency or headers.'],
    [{ operation: 'listUsers' }, 'set a status, a reset, a cut, a latency or headers.'],
    [{ status: 200 }, 'status must be a whole number, 400 to 599'],
    [{ status: 500, cut: true }, 'set only one of status, reset and cut.'],
    [{ status: 500, times: 0 }, 'times must be'],
    [{ status: 500, rate: 0 }, 'rate must be above 0'],
    [{ status: 500, rate: Number.NaN }, 'rate must be above 0'],
    [{ latency: -1 }, 'latency must be'],
    [{ reset: 'now' }, "reset must be 'before' or 'after'"],
    [
      { status: 500, operation: 'listPeople' },
      'operation must be the name or the id of an operation, such as users.get or getUser, got "listPeople".',
    ],
    [{ status: 500, operation: 5 }, 'such as users.get or getUser, got the number 5.'],
    [{ latency: 1, retryAfter: 1 }, 'retryAfter needs a status.'],
    [{ reset: 'before', retryAfter: 0 }, 'retryAfter needs a status.'],
    [{ status: 500, operation: 'users.gets' }, 'got "users.gets"; did you mean "users.get"?'],
    [{ status: 500, operation: 'getUsers' }, 'got "getUsers"; did you mean "getUser"?'],
    [{ status: 500, operation: 'constructor' }, 'got "constructor".'],
    [{ statuscode: 500 }, 'there is no field "statuscode"; use operation, headers, reset'],
  ])('cannot be %j', (fault, message) => {
    const { faults } = createSandbox()
    expect(() => faults.add(fault as Fault)).toThrow(RangeError)
    expect(() => faults.add(fault as Fault)).toThrow(message)
    expect(faults.list).toEqual([])
  })
})

describe('the clock', () => {
  it('runs like the real time, ahead of it, or is stopped', () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
    const { clock } = createSandbox()
    expect(clock.timestamp()).toBe('2026-01-01T00:00:00.000Z')
    clock.advance(60_000)
    vi.setSystemTime(new Date('2026-01-01T00:00:01Z'))
    expect(clock.timestamp()).toBe('2026-01-01T00:01:01.000Z')
    clock.set(new Date('2030-01-01T00:00:00Z'))
    vi.setSystemTime(new Date('2026-01-02T00:00:00Z'))
    clock.advance(-1000)
    expect(clock.timestamp()).toBe('2029-12-31T23:59:59.000Z')
    clock.run()
    expect(clock.now()).toBe(Date.now())
  })

  it.each<[unknown, string]>([
    ['never', 'The time must be in the years 1970 to 9999, got never.'],
    [Number.NaN, 'got NaN.'],
    [-1, 'The time must be in the years 1970 to 9999, got -1.'],
    [1e15, 'in the years 1970 to 9999'],
  ])('cannot be set to %s', (time, message) => {
    const { clock } = createSandbox()
    expect(() => clock.set(time as string)).toThrow(message)
  })

  it.each<[unknown, string]>([
    ['1h', 'advance needs a number of milliseconds, got "1h".'],
    [Number.NaN, 'got NaN.'],
    [1e15, 'The time must be in the years 1970 to 9999'],
  ])('cannot be moved by %s', (duration, message) => {
    const { clock } = createSandbox()
    expect(() => clock.advance(duration as number)).toThrow(message)
  })
})

describe('the journal', () => {
  it('has each request and its outcome, and never the key', async () => {
    const { sandbox, ask } = open({ seed })
    sandbox.clock.set('2030-01-01T00:00:00Z')
    const body = '{"username":"omar"}'
    await ask('/users', { method: 'POST', body })
    await ask('/users?limit=99')
    await ask('/nothing')
    sandbox.faults.add({ reset: 'after' })
    await expect(ask('/users/zoe')).rejects.toThrow('fetch failed')
    const time = '2030-01-01T00:00:00.000Z'
    const duration = expect.any(Number)
    const headers = { 'platform-api-key': '…' }
    const responseHeaders = { 'Content-Type': 'application/json' }
    const logged = { headers, responseHeaders, responseBody: expect.stringMatching(/^{/), faults: [] }
    expect(sandbox.journal.entries).toEqual([
      {
        number: 1,
        time,
        method: 'POST',
        url: '/v1/sandbox/users',
        operation: 'createUser',
        status: 200,
        duration,
        body,
        ...logged,
        headers: { ...headers, 'content-type': 'application/json' },
      },
      {
        number: 2,
        time,
        method: 'GET',
        url: '/v1/sandbox/users?limit=99',
        operation: 'listUsers',
        status: 422,
        duration,
        problem: 'limit must be <= 50, got 99.',
        ...logged,
      },
      {
        number: 3,
        time,
        method: 'GET',
        url: '/v1/sandbox/nothing',
        status: 404,
        duration,
        problem: expect.stringContaining('is not in the OpenAPI document.'),
        ...logged,
      },
      {
        number: 4,
        time,
        method: 'GET',
        url: '/v1/sandbox/users/zoe',
        operation: 'getUser',
        status: null,
        duration,
        headers,
        faults: [1],
      },
    ])
    expect(JSON.stringify(sandbox.journal.entries)).not.toContain('sandbox-key')
  })

  it('keeps the latest 1,000 entries, and counts all', async () => {
    const { sandbox, ask } = open({ seed })
    for (let request = 0; request < 2500; request++) await ask('/users/zoe')
    expect(sandbox.journal.count).toBe(2500)
    expect(sandbox.journal.entries.map(({ number }) => number)).toEqual(
      Array.from({ length: 1000 }, (_item, index) => 1501 + index),
    )
    sandbox.journal.clear()
    expect([sandbox.journal.count, sandbox.journal.entries]).toEqual([0, []])
  })

  it('notifies listeners until they unsubscribe', async () => {
    const { sandbox, ask } = open({ seed })
    const received: number[] = []
    const stop = sandbox.journal.listen(({ number }) => received.push(number))
    await ask('/users')
    stop()
    await ask('/users')
    expect(received).toEqual([1])
  })
})

it('a reset goes back to the initial state', async () => {
  const { sandbox, sceyt, ask } = open({
    seed,
    faults: [{ operation: 'getUser', status: 500, times: 1 }],
    rateLimit: { requests: 5, window: 60_000 },
  })
  const before = sandbox.snapshot()
  sandbox.clock.set('2030-01-01T00:00:00Z')
  await ask('/users', post({ username: 'omar' }))
  await ask('/users/zoe')
  for (let request = 0; request < 4; request++) await ask('/users')
  expect((await ask('/users')).status).toBe(429)
  sandbox.faults.add({ status: 502 })
  sandbox.reset()
  expect(sandbox.snapshot()).toEqual(before)
  expect(sandbox.journal.entries).toEqual([])
  expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(60_000)
  expect(sandbox.faults.list).toEqual([{ operation: 'getUser', status: 500, times: 1 }])
  expect((await sceyt.users.list()).total_count).toBe(1)
})

it('a listener is notified of each change, and of nothing else', async () => {
  const { sandbox, ask } = open({ seed })
  let changes = 0
  const stop = sandbox.onChange(() => changes++)
  await ask('/users')
  await ask('/users', post({ username: 'zoe' }))
  await ask('/users', post({}))
  expect(changes).toBe(0)
  await ask('/users', post({ username: 'omar' }))
  await ask('/users/omar', { method: 'DELETE' })
  sandbox.seed({})
  sandbox.restore(sandbox.snapshot())
  sandbox.reset()
  expect(changes).toBe(5)
  stop()
  sandbox.reset()
  expect(changes).toBe(5)
})

it('a listener that throws is logged, and does not affect the request', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { sandbox, ask } = open({ seed })
  const received: string[] = []
  const fail = () => {
    throw new Error('full')
  }
  sandbox.onChange(fail)
  sandbox.journal.listen(fail)
  sandbox.onChange(() => received.push('change'))
  sandbox.journal.listen(({ url }) => received.push(url))
  expect((await ask('/users', post({ username: 'omar' }))).status).toBe(200)
  expect(received).toEqual(['change', '/v1/sandbox/users'])
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
})
