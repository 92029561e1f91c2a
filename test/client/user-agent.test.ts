import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createSceyt, type Sceyt, type SceytOptions } from '../../src/index.js'
import { pooledFetch } from '../../src/node/index.js'
import { failing, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'
import { serve } from '../lib/serve.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const zoe = { username: 'zoe' }
const nothing = { onRequest() {} }
const own = 'my-app/1'

/** Each kind of request: without a body, with JSON, with a form, and with a stream. */
const calls: [string, (sceyt: Sceyt) => PromiseLike<unknown>][] = [
  ['a GET', (sceyt) => sceyt.users.get('zoe')],
  ['a POST', (sceyt) => sceyt.users.create(zoe)],
  ['a call with other headers', (sceyt) => sceyt.users.get('zoe', { headers: { 'X-Trace': '1' } })],
  ['a raw call', (sceyt) => sceyt.raw.GET('/users/{username}', { params: { path: zoe } })],
  ['an upload', (sceyt) => sceyt.files.upload(new Blob(['content']))],
  [
    'an upload of a stream',
    (sceyt) => sceyt.files.upload({ name: 'a.txt', stream: () => new Blob(['content']).stream(), repeatable: true }),
  ],
]

const userAgents = (sent: { headers: Headers }[]) => sent.map(({ headers }) => headers.get('user-agent'))

it.each(calls)('%s states the version of the package, with and without a middleware', async (_name, call) => {
  for (const middlewares of [[], [nothing]]) {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    sceyt.raw.use(...middlewares)
    await call(sceyt)
    expect(userAgents(sent)).toEqual([expect.stringMatching(`^sceyt-platform/${version.replaceAll('.', '\\.')}( |$)`)])
  }
})

it.each(calls)('%s states what the option says, with and without a middleware', async (_name, call) => {
  for (const [userAgent, expected] of [[own, own] as const, [false, null] as const]) {
    for (const middlewares of [[], [nothing]]) {
      const { sceyt, sent } = recordingClient(() => json(zoe), { userAgent })
      sceyt.raw.use(...middlewares)
      await call(sceyt)
      expect(userAgents(sent)).toEqual([expected])
    }
  }
})

it('every attempt states it', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const responses = inSequence(respondingWith(503, { 'retry-after': '0' }), failing('ECONNRESET'), () => json(zoe))
  const { sceyt, sent } = recordingClient(responses, { userAgent: own })
  const call = sceyt.users.get('zoe')
  await vi.advanceTimersByTimeAsync(5000)
  await call
  expect(userAgents(sent)).toEqual([own, own, own])
})

it('the headers of a call replace it', async () => {
  for (const middlewares of [[], [nothing]]) {
    const { sceyt, sent } = recordingClient(() => json(zoe))
    sceyt.raw.use(...middlewares)
    await sceyt.users.get('zoe', { headers: { 'User-Agent': own } })
    await sceyt.raw.GET('/users/{username}', { params: { path: zoe }, headers: { 'user-agent': own } })
    expect(userAgents(sent)).toEqual([own, own])
  }
})

it('a middleware may replace it', async () => {
  const { sceyt, sent } = recordingClient(() => json(zoe))
  sceyt.raw.use({ onRequest: ({ request }) => request.headers.set('User-Agent', own) })
  await sceyt.users.create(zoe)
  expect(userAgents(sent)).toEqual([own])
})

it('a browser sends its own', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' })
  onTestFinished(() => void vi.unstubAllGlobals())
  for (const userAgent of [undefined, own]) {
    const { sceyt, sent } = recordingClient(() => json(zoe), { allowBrowser: true, userAgent })
    await sceyt.users.get('zoe')
    await sceyt.users.create(zoe, { headers: { 'X-Trace': '1' } })
    expect(userAgents(sent)).toEqual([null, null])
  }
})

it('a server receives it once, from the fetch of Node and from pooledFetch', async () => {
  const received: string[][] = []
  const { origin } = await serve((request, response) => {
    received.push(request.rawHeaders.filter((_value, index, all) => /^user-agent$/i.test(all[index - 1] ?? '')))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(zoe))
  })
  const pool = pooledFetch()
  onTestFinished(() => pool.close())
  const get = (options: SceytOptions) => createSceyt({ baseUrl: origin, apiKey: 'key', ...options }).users.get('zoe')
  for (const fetch of [undefined, pool]) for (const userAgent of [own, false] as const) await get({ fetch, userAgent })
  expect(received).toEqual([[own], ['node'], [own], []])
})
