import { inspect } from 'node:util'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type ErrorEvent, type Fetch, subscribeToCalls, type TraceContext } from '../../src/index.js'
import { apiKey, failing, failure, hanging, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

type Context = TraceContext
const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const
const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)

/** Subscribes to events until the test ends, and records a copy of each context. */
function listen(...names: readonly (typeof events)[number][]): [name: string, published: Context, context: Context][] {
  const published: [string, Context, Context][] = []
  const record = (name: string) => (context: Context) => void published.push([name, { ...context }, context])
  onTestFinished(subscribeToCalls(Object.fromEntries(names.map((name) => [name, record(name)]))))
  return published
}

const call = { operationId: 'getUser', name: 'users.get', method: 'GET', path: '/users/{username}' }

it('publishes the start of a call and its end, with its result', async () => {
  const published = listen(...events)
  const { sceyt } = recordingClient(good)
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(published.map(([name]) => name)).toEqual(['start', 'end', 'asyncStart', 'asyncEnd'])
  expect(published[0]?.[1]).toEqual({
    ...call,
    callId: expect.any(String),
    attempts: 0,
    attempt: 0,
    attemptDuration: 0,
    duration: expect.any(Number),
  })
  expect(published[3]?.[1]).toMatchObject({ ...call, attempts: 1, result: { data: zoe } })
  // One context for all events of a call, so that a tracer can keep its span in it.
  expect(new Set(published.map(([, , context]) => context)).size).toBe(1)
})

it.each<[string, Fetch, object]>([
  ['no response', failing('ECONNREFUSED', 'connect'), { name: 'ConnectionError' }],
  ['a success that is none', async () => new Response('<p>'), { name: 'ResponseError' }],
  ['an error of the server', respondingWith(404), { name: 'NotFoundError' }],
])('publishes a call that fails once, with its error: %s', async (_what, respond, expected) => {
  const published = listen(...events)
  const error = await failure(recordingClient(respond, { maxRetries: 0 }).sceyt.users.get('zoe'))
  expect(error).toMatchObject(expected)
  const failed = published.filter(([name]) => name === 'error')
  expect(failed).toHaveLength(1)
  expect(failed[0]?.[1]).toMatchObject({ ...call, attempts: 1 })
  expect(failed[0]?.[1].error).toBe(error)
  expect(published.at(-1)?.[0]).toBe('asyncEnd')
  expect(published.at(-1)?.[1]).toMatchObject({ ...call, attempts: 1 })
})

it('counts the attempts', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const published = listen('start', 'asyncEnd')
  const { sceyt } = recordingClient(
    inSequence(respondingWith(503, { 'retry-after': '0' }), respondingWith(503, { 'retry-after': '0' }), good),
  )
  const user = sceyt.users.get('zoe')
  await vi.advanceTimersByTimeAsync(10)
  expect(await user).toEqual(zoe)
  expect(published.map(([name, { attempts }]) => [name, attempts])).toEqual([
    ['start', 0],
    ['asyncEnd', 3],
  ])
})

it.each(['start', 'asyncEnd', 'error'] as const)('needs no listener but one: %s', async (name) => {
  const published = listen(name)
  await failure(recordingClient(failing('ECONNRESET'), { maxRetries: 0 }).sceyt.users.get('zoe'))
  expect(published.map(([event]) => event)).toEqual([name])
})

it('publishes raw calls, each page of a list, and calls with a middleware', async () => {
  const published = listen('start')
  const page = (next: string | null) => () => json({ users: [zoe], count: 1, total_count: 2, links: { next } })
  const { sceyt } = recordingClient(inSequence(good, page('?offset=1'), page(null), good))
  await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
  for await (const _user of sceyt.users.list());
  sceyt.raw.use({ onRequest: () => undefined })
  await sceyt.users.create(zoe)
  expect(published.map(([, { operationId, path }]) => [operationId, path])).toEqual([
    ['getUser', '/users/{username}'],
    ['listUsers', '/users'],
    ['listUsers', '/users'],
    ['createUser', '/users'],
  ])
})

it('holds neither the key nor what was sent, whatever becomes of the call', async () => {
  const published = listen(...events)
  const secret = 'a private matter'
  for (const respond of [
    () => json({ id: '1' }),
    respondingWith(500),
    failing('ECONNRESET'),
    async () => new Response(`<p>${apiKey}`),
  ]) {
    const { sceyt } = recordingClient(respond, { maxRetries: 0 })
    await sceyt.messages.send('1', { from: 'zoe', body: secret }, { headers: { 'X-Secret': 'hush' } }).catch(() => {})
  }
  expect(published.length).toBeGreaterThan(15)
  expect(inspect(published, { depth: Infinity, showHidden: true })).not.toMatch(new RegExp(`${apiKey}|${secret}|hush`))
})

it('changes no result', async () => {
  const outcomes = async () => {
    const { sceyt } = recordingClient(
      inSequence(good, respondingWith(404), failing('ECONNRESET'), good, respondingWith(404)),
      { maxRetries: 0 },
    )
    const raw = () => sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
    return [
      await sceyt.users.get('zoe'),
      await failure(sceyt.users.get('zoe')),
      await failure(sceyt.users.get('zoe')),
      await raw(),
      await raw(),
    ].map((value) => inspect(value, { depth: 1 }).replace(/duration: [\d.]+|callId: '.*'|\n *at .*/g, ''))
  }
  const alone = await outcomes()
  const published = listen(...events)
  expect(await outcomes()).toEqual(alone)
  expect(published.filter(([name]) => name === 'asyncEnd')).toHaveLength(5)
})

it('is silent about what cannot be sent', async () => {
  const published = listen(...events)
  await failure(recordingClient(good).sceyt.users.get('..'))
  expect(published).toEqual([])
})

it('publishes no error for a conflict that upsert expects', async () => {
  const published = listen(...events)
  const { sceyt } = recordingClient(inSequence(respondingWith(409), good))
  await sceyt.users.upsert(zoe)
  expect(published.filter(([name]) => name === 'asyncEnd')).toHaveLength(2)
  expect(published.filter(([name, { error }]) => name === 'error' || error)).toEqual([])
})

it.each<[string, boolean, string[]]>([
  ['a timeout', true, []],
  ['a timeout', false, ['users.create TimeoutError']],
  ['a 503', true, []],
  ['a 503', false, ['users.create ServerError']],
])('publishes the failures that hooks receive, and callers: %s, found: %s', async (what, isFound, failures) => {
  const published = listen('error', 'asyncEnd')
  const reported: string[] = []
  const hooks = { onError: ({ name, error }: ErrorEvent) => void reported.push(`${name} ${(error as Error).name}`) }
  const failing = what === 'a 503' ? respondingWith(503, { 'retry-after': '0' }) : hanging
  const open = (others: Fetch) =>
    recordingClient((url, init) => (init.method === 'POST' ? failing : others)(url, init), {
      hooks,
      timeout: 20,
      maxRetries: 1,
    }).sceyt
  const seen = () => {
    const errors = published.filter(([name]) => name === 'error').map(([, { error }]) => error)
    const ended = published.filter(([name]) => name === 'asyncEnd').map(([, call]) => call)
    expect(ended.filter(({ error }) => error).map(({ error }) => error)).toEqual(errors)
    published.length = 0
    return [errors, reported.splice(0)]
  }
  const missing = () => json({ code: 40015 }, { status: 404 })
  const upserted = await open(isFound ? good : missing)
    .users.upsert(zoe)
    .then(
      () => [],
      (error: unknown) => [error],
    )
  expect(seen()).toEqual([upserted, failures])

  const users = [{ username: 'zoe' }, { username: isFound ? 'omar' : 'lena' }]
  const found = await open((url) =>
    json(url.includes('/users') ? { users, links: {} } : { items: [{ id: '1' }], links: {} }),
  )
    .channels.getOrCreateDirect(['zoe', 'omar'])
    .then(
      () => [],
      (error: unknown) => [error],
    )
  expect(seen()).toEqual([found, failures.map((failure) => failure.replace('users.create', 'channels.createDirect'))])
})

it('calls the methods of a class', async () => {
  class Counter {
    count = 0
    asyncEnd() {
      this.count++
    }
  }
  const counter = new Counter()
  onTestFinished(subscribeToCalls(counter))
  await recordingClient(good).sceyt.users.get('zoe')
  expect(counter.count).toBe(1)
})

it.each([undefined, null, 5, () => {}, { asyncend() {} }, { asyncEnd: 5 }])('rejects the subscribers %o', (given) => {
  expect(() => subscribeToCalls(given as never)).toThrow(expect.objectContaining({ name: 'InputError' }))
})

it.each([
  () => {
    throw new Error('bad subscriber')
  },
  () => Promise.reject(new Error('bad subscriber')),
])('logs a subscriber that fails, and the call continues', async (start) => {
  const uncaught = vi.fn()
  process.on('uncaughtException', uncaught)
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => {
    process.off('uncaughtException', uncaught)
    error.mockRestore()
  })
  onTestFinished(subscribeToCalls({ start }))
  expect(await recordingClient(good).sceyt.users.get('zoe')).toEqual(zoe)
  await new Promise(setImmediate)
  expect(uncaught).not.toHaveBeenCalled()
  expect(error).toHaveBeenCalledWith(expect.stringContaining('the subscriber start failed'), expect.anything())
})
