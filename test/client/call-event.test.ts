import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { toCallEvent } from '../../src/client/call-event.js'
import { type CallEvent, type Fetch, type Hooks, subscribeToCalls } from '../../src/index.js'
import { failing, failure, hanging, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

type Seen = [event: string, call: CallEvent]

const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)
const conflict = respondingWith(409)

/** Responds after a time. */
function delayed(delay: number, respond: Fetch): Fetch {
  return async (url, init) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    return respond(url, init)
  }
}

/** Everything that observes calls: the hooks, the log at the level `debug`, and the tracing channel. */
function watchAll(): { seen: Seen[]; options: { hooks: Hooks; logger: Console; logLevel: 'debug' } } {
  const seen: Seen[] = []
  const record = (name: string) => (call: CallEvent) => void seen.push([name, { ...call }])
  const log = (level: string) => (_message: string, call: CallEvent) => void seen.push([level, { ...call }])
  const logger = { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') }
  const hooks = {
    onRequest: record('onRequest'),
    onResponse: record('onResponse'),
    onRetry: record('onRetry'),
    onError: record('onError'),
  }
  onTestFinished(subscribeToCalls({ start: record('start'), asyncEnd: record('asyncEnd') }))
  return { seen, options: { hooks, logger: { ...console, ...logger }, logLevel: 'debug' } }
}

const idsOf = (seen: readonly Seen[]) => [...new Set(seen.map(([, { callId }]) => callId))]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('every event', () => {
  it('carries the call, its id, the attempt, and the times of both', async () => {
    const { seen, options } = watchAll()
    const respond = inSequence(
      delayed(40, respondingWith(503, { 'retry-after': '2' })),
      delayed(7, respondingWith(404)),
    )
    const { sceyt } = recordingClient(respond, options)
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(2047)
    expect(await error).toMatchObject({ status: 404 })
    const times = seen.map(([name, { attempt, attemptDuration, duration }]) => [
      name,
      attempt,
      attemptDuration,
      duration,
    ])
    expect(times).toEqual([
      ['start', 0, 0, 0],
      ['debug', 1, 0, 0],
      ['onRequest', 1, 0, 0],
      ['debug', 1, 40, 40],
      ['onResponse', 1, 40, 40],
      ['info', 1, 40, 40],
      ['onRetry', 1, 40, 40],
      ['debug', 2, 0, 2040],
      ['onRequest', 2, 0, 2040],
      ['debug', 2, 7, 2047],
      ['onResponse', 2, 7, 2047],
      ['debug', 2, 7, 2047],
      ['onError', 2, 7, 2047],
      ['asyncEnd', 2, 7, 2047],
    ])
    expect(idsOf(seen)).toEqual([expect.stringMatching(/^[a-z0-9]+-\d+$/)])
    const call = { operationId: 'getUser', name: 'users.get', method: 'GET', path: '/users/{username}' }
    for (const [, event] of seen) expect(event).toMatchObject(call)
  })

  it('has the time of the last attempt, without the wait for a retry that is aborted', async () => {
    const { seen, options } = watchAll()
    const { sceyt } = recordingClient(delayed(40, respondingWith(503, { 'retry-after': '9' })), options)
    const caller = new AbortController()
    const error = failure(sceyt.users.get('zoe', { signal: caller.signal }))
    await vi.advanceTimersByTimeAsync(1000)
    caller.abort('enough')
    expect(await error).toBe('enough')
    const ends = seen.filter(([name]) => name === 'onError' || name === 'asyncEnd')
    expect(ends).toHaveLength(2)
    for (const [, event] of ends) expect(event).toMatchObject({ attempt: 1, attemptDuration: 40, duration: 1000 })
  })

  it('has no attempt and no time of one before the first request', async () => {
    const { seen, options } = watchAll()
    const { sceyt } = recordingClient(hanging, { ...options, maxConcurrent: 1, totalTimeout: 100 })
    const both = [failure(sceyt.users.get('zoe')), failure(sceyt.users.get('omar', { totalTimeout: 50 }))]
    await vi.advanceTimersByTimeAsync(101)
    await Promise.all(both)
    const failed = seen.flatMap(([name, event]) => (name === 'onError' ? [event] : []))
    expect(failed.map(({ attempt, attemptDuration }) => [attempt, Math.round(attemptDuration / 10)])).toEqual([
      [0, 0],
      [1, 10],
    ])
  })
})

describe('the id of a call', () => {
  it('is unique among calls and clients', async () => {
    const { seen, options } = watchAll()
    const clients = [recordingClient(good, options), recordingClient(good, options)]
    await Promise.all(clients.flatMap(({ sceyt }) => [sceyt.users.get('zoe'), sceyt.users.get('zoe')]))
    expect(idsOf(seen)).toHaveLength(4)
    expect(seen).toHaveLength(4 * 6)
  })

  it('differs for each page of a list, and for each step of a composed method', async () => {
    const { seen, options } = watchAll()
    const page = (next: string | null) => () => json({ users: [zoe], links: { next } })
    const { sceyt } = recordingClient(inSequence(page('?offset=1'), page(null), conflict, good), options)
    for await (const _user of sceyt.users.list());
    await sceyt.users.upsert(zoe)
    const requests = seen.filter(([name]) => name === 'onRequest')
    expect(requests.map(([, { name, operationId }]) => [name, operationId])).toEqual([
      ['users.list', 'listUsers'],
      ['users.list', 'listUsers'],
      ['users.create', 'createUser'],
      ['users.update', 'updateUser'],
    ])
    expect(idsOf(requests)).toHaveLength(4)
  })

  it('is the same with a middleware, and for raw calls', async () => {
    const { seen, options } = watchAll()
    const { sceyt } = recordingClient(inSequence(failing('ECONNRESET'), good), options)
    sceyt.raw.use({ onRequest: () => undefined })
    const call = sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
    await vi.advanceTimersByTimeAsync(1000)
    await call
    expect(seen.map(([name]) => name)).toContain('onRetry')
    expect(idsOf(seen)).toHaveLength(1)
  })

  it('is created only if the call is observed or fails', async () => {
    const next = () => Number(/\d+$/.exec(toCallEvent(idle()).callId))
    const before = next()
    await recordingClient(good).sceyt.users.get('zoe')
    expect(next()).toBe(before + 1)
    await failure(recordingClient(respondingWith(404)).sceyt.users.get('zoe'))
    expect(next()).toBe(before + 3)
  })

  it('is on its error, in JSON too, and the same in events; an invalid argument has none', async () => {
    const seen: string[] = []
    const hooks: Hooks = { onError: ({ callId }) => void seen.push(callId) }
    for (const fetch of [respondingWith(404), failing('ECONNRESET'), async () => new Response('<')]) {
      const { sceyt } = recordingClient(fetch, { hooks, maxRetries: 0 })
      const error = await failure(sceyt.users.get('zoe'))
      expect(error).toMatchObject({ callId: expect.stringMatching(/^\w+-\d+$/) })
      expect(JSON.parse(JSON.stringify(error)).callId).toBe(seen.at(-1))
    }
    expect(new Set(seen).size).toBe(3)
    expect(await failure(recordingClient(good).sceyt.users.get(''))).toMatchObject({ callId: undefined })
  })
})

/** The state of a call that is not made. */
function idle(): Parameters<typeof toCallEvent>[0] {
  const operation = { id: '', name: '', method: 'GET', path: '', idempotent: true, pathParameters: {}, result: 'none' }
  return { operation, started: 0, attempts: 0, id: undefined } as unknown as Parameters<typeof toCallEvent>[0]
}

describe('a wait of more than 5 s', () => {
  const limited = (seconds: number) => respondingWith(429, { 'retry-after': `${seconds}` })
  const linesOf = (seen: readonly (readonly [string, ...unknown[]])[]) => seen.filter(([level]) => level === 'info')

  /** A client that logs at the level `info`, and its lines. */
  function logging(respond: Fetch, options: object = {}) {
    const lines: [level: string, message: string, details: { delay?: number; callId?: string }][] = []
    const log = (level: string) => (message: string, details: object) => void lines.push([level, message, details])
    const logger = { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') }
    return { lines, ...recordingClient(respond, { logger, logLevel: 'info', ...options }) }
  }

  it('is logged once, for the call that got a 429', async () => {
    const { sceyt, lines } = logging(inSequence(limited(30), good))
    const user = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await user).toEqual(zoe)
    expect(lines.map(([level, message]) => [level, message])).toEqual([
      ['info', 'sceyt-platform: users.get: attempt 1 failed (429); retry in 30000 ms'],
    ])
  })

  it('is logged once for each other call that waits in the queue, with how long and why', async () => {
    const { sceyt, lines } = logging(inSequence(limited(30), good))
    const first = sceyt.users.get('zoe')
    await vi.advanceTimersByTimeAsync(10_000)
    const second = sceyt.users.get('omar')
    await vi.advanceTimersByTimeAsync(60_000)
    await Promise.all([first, second])
    expect(linesOf(lines)).toHaveLength(2)
    expect(lines[1]).toEqual([
      'info',
      'sceyt-platform: users.get: queued for 20000 ms, since the client is paused after a 429',
      expect.objectContaining({ operationId: 'getUser', attempt: 0, delay: 20_000, callId: expect.any(String) }),
    ])
  })

  it('is logged for a call that was in the queue before the pause', async () => {
    const { sceyt, lines } = logging(inSequence(delayed(1000, limited(30)), good), { maxConcurrent: 1, maxRetries: 0 })
    const first = failure(sceyt.users.get('zoe'))
    const second = sceyt.users.get('omar')
    await vi.advanceTimersByTimeAsync(60_000)
    await Promise.all([first, second])
    expect(lines.map(([, message]) => message)).toEqual([
      'sceyt-platform: users.get: queued for 30000 ms, since the client is paused after a 429',
    ])
  })

  it('is logged for a call whose own wait was short', async () => {
    const { sceyt, lines } = logging(
      inSequence(respondingWith(503, { 'retry-after': '1' }), delayed(500, limited(30)), good),
    )
    const calls = [sceyt.users.get('zoe'), sceyt.users.get('omar')]
    await vi.advanceTimersByTimeAsync(90_000)
    await Promise.all(calls)
    expect(lines.map(([, message]) => message.replace(/^.*?: users\.get: /, ''))).toEqual([
      'attempt 1 failed (503); retry in 1000 ms',
      'attempt 1 failed (429); retry in 30000 ms',
      'queued for 29500 ms, since the client is paused after a 429',
    ])
  })

  it('is logged again only if it becomes more than 5 s longer', async () => {
    const respond = inSequence(limited(10), delayed(2000, limited(12)), delayed(4000, limited(30)), good)
    const { sceyt, lines } = logging(respond, { maxRetries: 0 })
    const others = ['zoe', 'omar', 'ada'].map((name) => failure(sceyt.users.get(name)))
    await vi.advanceTimersByTimeAsync(100)
    const waiting = sceyt.users.get('kim')
    await vi.advanceTimersByTimeAsync(90_000)
    await Promise.all([...others, waiting])
    expect(lines.map(([, , { delay }]) => delay)).toEqual([9900, 30_000])
  })

  it.each([1, 5])('is not one of %i s', async (seconds) => {
    const { sceyt, lines } = logging(inSequence(limited(seconds), good), { maxRetries: 0 })
    await vi.advanceTimersByTimeAsync(60_000)
    const first = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(0)
    const second = sceyt.users.get('omar')
    await vi.advanceTimersByTimeAsync(10_000)
    await Promise.all([first, second])
    expect(lines).toEqual([])
  })
})
