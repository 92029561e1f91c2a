import { type TracingChannelSubscribers, tracingChannel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Fetch } from '../../src/index.js'
import { apiKey, failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

type Context = Record<string, unknown>
const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const
const zoe = { username: 'zoe' }
const good: Fetch = () => json(zoe)

/** Listens to some events until the test ends, and keeps what they tell at that moment. */
function listen(...names: readonly (typeof events)[number][]): [name: string, told: Context, context: Context][] {
  const told: [string, Context, Context][] = []
  const subscribers = Object.fromEntries(
    names.map((name) => [name, (context: Context) => void told.push([name, { ...context }, context])]),
  )
  const channel = tracingChannel<Context>('sceyt-platform:call')
  // `subscribe` wants all five of them, in its types only.
  channel.subscribe(subscribers as unknown as TracingChannelSubscribers<Context>)
  onTestFinished(() => void channel.unsubscribe(subscribers as unknown as TracingChannelSubscribers<Context>))
  return told
}

const call = { operationId: 'getUser', name: 'users.get', method: 'GET', path: '/users/{username}' }

it('tells of a call when it begins and when it has ended, with its result', async () => {
  const told = listen(...events)
  const { sceyt } = recordingClient(good)
  expect(await sceyt.users.get('zoe')).toEqual(zoe)
  expect(told.map(([name]) => name)).toEqual(['start', 'end', 'asyncStart', 'asyncEnd'])
  expect(told[0]?.[1]).toEqual({ ...call, attempts: 0 })
  expect(told[3]?.[1]).toMatchObject({ ...call, attempts: 1, result: { data: zoe } })
  // One context for all events of a call, so that a tracer can keep its span in it.
  expect(new Set(told.map(([, , context]) => context)).size).toBe(1)
})

it.each<[string, Fetch, object]>([
  ['no answer', failing('ECONNREFUSED', 'connect'), { name: 'ConnectionError' }],
  ['a success that is none', async () => new Response('<p>'), { name: 'ResponseError' }],
  ['an error of the server', respondingWith(404), { name: 'NotFoundError' }],
])('tells of a call that fails, once, with its error: %s', async (_what, answer, expected) => {
  const told = listen(...events)
  const error = await failure(recordingClient(answer, { maxRetries: 0 }).sceyt.users.get('zoe'))
  expect(error).toMatchObject(expected)
  const failed = told.filter(([name]) => name === 'error')
  expect(failed).toHaveLength(1)
  expect(failed[0]?.[1]).toMatchObject({ ...call, attempts: 1 })
  expect(failed[0]?.[1]['error']).toBe(error)
  expect(told.at(-1)?.[0]).toBe('asyncEnd')
  expect(told.at(-1)?.[1]).toMatchObject({ ...call, attempts: 1 })
})

it('counts the attempts', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const told = listen('start', 'asyncEnd')
  const { sceyt } = recordingClient(
    inSequence(respondingWith(503, { 'retry-after': '0' }), respondingWith(503, { 'retry-after': '0' }), good),
  )
  const user = sceyt.users.get('zoe')
  await vi.advanceTimersByTimeAsync(10)
  expect(await user).toEqual(zoe)
  expect(told.map(([name, { attempts }]) => [name, attempts])).toEqual([
    ['start', 0],
    ['asyncEnd', 3],
  ])
})

it.each(['start', 'asyncEnd', 'error'] as const)('needs no listener but one: %s', async (name) => {
  const told = listen(name)
  await failure(recordingClient(failing('ECONNRESET'), { maxRetries: 0 }).sceyt.users.get('zoe'))
  expect(told.map(([event]) => event)).toEqual([name])
})

it('tells of raw calls, of each page of a list, and of calls that a middleware sees', async () => {
  const told = listen('start')
  const page = (next: string | null) => () => json({ users: [zoe], count: 1, total_count: 2, links: { next } })
  const { sceyt } = recordingClient(inSequence(good, page('?offset=1'), page(null), good))
  await sceyt.raw.GET('/users/{username}', { params: { path: zoe } })
  for await (const _user of sceyt.users.list());
  sceyt.raw.use({ onRequest: () => undefined })
  await sceyt.users.create(zoe)
  expect(told.map(([, { operationId, path }]) => [operationId, path])).toEqual([
    ['getUser', '/users/{username}'],
    ['listUsers', '/users'],
    ['listUsers', '/users'],
    ['createUser', '/users'],
  ])
})

it('holds neither the key nor what was sent, whatever becomes of the call', async () => {
  const told = listen(...events)
  const secret = 'a private matter'
  for (const answer of [
    () => json({ id: '1' }),
    respondingWith(500),
    failing('ECONNRESET'),
    async () => new Response(`<p>${apiKey}`),
  ]) {
    const { sceyt } = recordingClient(answer, { maxRetries: 0 })
    await sceyt.messages.send('1', { from: 'zoe', body: secret }, { headers: { 'X-Secret': 'hush' } }).catch(() => {})
  }
  expect(told.length).toBeGreaterThan(15)
  expect(inspect(told, { depth: Infinity, showHidden: true })).not.toMatch(new RegExp(`${apiKey}|${secret}|hush`))
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
    ].map((value) => inspect(value, { depth: 1 }).replace(/duration: [\d.]+|\n *at .*/g, ''))
  }
  const alone = await outcomes()
  const told = listen(...events)
  expect(await outcomes()).toEqual(alone)
  expect(told.filter(([name]) => name === 'asyncEnd')).toHaveLength(5)
})

it('is silent about what cannot be sent', async () => {
  const told = listen(...events)
  await failure(recordingClient(good).sceyt.users.get('..'))
  expect(told).toEqual([])
})
