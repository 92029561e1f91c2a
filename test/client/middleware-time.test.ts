import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TimeoutError } from '../../src/index.js'
import { failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const never = () => new Promise<never>(() => {})
const good = () => json({ username: 'zoe' })
const pause = (time: number) => () => new Promise<undefined>((resolve) => setTimeout(resolve, time))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a middleware that never resolves', () => {
  it.each([
    ['before the request', { onRequest: never }, 0],
    ['after the response', { onResponse: never }, 1],
  ])('%s ends the call within timeout', async (_when, middleware, attempts) => {
    const { sceyt, sent } = recordingClient(good, { timeout: 5_000, totalTimeout: Infinity })
    sceyt.raw.use(middleware)
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await error).toBeInstanceOf(TimeoutError)
    expect(await error).toMatchObject({
      limit: 'timeout',
      timeout: 5_000,
      phase: 'middleware',
      attempts,
      message: expect.stringContaining('timeout of 5000 ms reached while waiting for a middleware.'),
    })
    expect(sent).toHaveLength(attempts)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('on an error ends the call within timeout', async () => {
    const { sceyt } = recordingClient(() => Promise.reject(new Error('broken')), { timeout: 5_000, maxRetries: 0 })
    sceyt.raw.use({ onError: never })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await error).toMatchObject({ limit: 'timeout', phase: 'middleware', attempts: 1 })
  })

  it('ends the call too if it is a function of the option inspect', async () => {
    const { sceyt } = recordingClient(good, { timeout: 5_000, inspect: never })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await error).toMatchObject({ limit: 'timeout', phase: 'inspect', attempts: 1 })
  })

  it('of one raw call ends that call', async () => {
    const { sceyt } = recordingClient(good, { timeout: 5_000 })
    const options = { params: { path: { username: 'zoe' } }, middleware: [{ onRequest: never }] }
    const error = failure(sceyt.raw.GET('/users/{username}', options))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await error).toMatchObject({ phase: 'middleware' })
  })

  it.each([
    ['text', () => new Response(new ReadableStream())],
    ['an error', () => new Response(new ReadableStream(), { status: 400 })],
  ])('ends the call too if it returns a body of %s that never ends', async (_what, respond) => {
    const { sceyt } = recordingClient(good, { timeout: 5_000 })
    sceyt.raw.use({ onResponse: respond })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await error).toMatchObject({ limit: 'timeout', phase: 'middleware' })
  })

  it('is limited by what is left of totalTimeout', async () => {
    const { sceyt } = recordingClient(good, { timeout: 5_000, totalTimeout: 3_000 })
    sceyt.raw.use({ onRequest: pause(2_000), onResponse: never })
    const error = failure(sceyt.users.get('zoe'))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await error).toMatchObject({ limit: 'totalTimeout', timeout: 3_000, phase: 'middleware', attempts: 1 })
  })
})

it('a middleware that resolves after the call has ended sends nothing', async () => {
  const { sceyt, sent } = recordingClient(good, { timeout: 1_000 })
  sceyt.raw.use({ onRequest: pause(2_000) })
  const error = failure(sceyt.users.create({ username: 'zoe' }))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await error).toMatchObject({
    phase: 'middleware',
    attempts: 0,
    message: expect.stringMatching(/Nothing was sent/),
  })
  expect(sent).toHaveLength(0)
})

it('the time of the attempts does not count against middlewares, nor theirs against attempts', async () => {
  const slow = (time: number) => () => pause(time)().then(good)
  const { sceyt } = recordingClient(inSequence(respondingWith(429, { 'retry-after': '20' }), slow(900)), {
    timeout: 1_000,
  })
  sceyt.raw.use({ onRequest: pause(900), onResponse: pause(900) })
  const user = sceyt.users.get('zoe').withResponse()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await user).toMatchObject({ attempts: 2, duration: 900 + 20_000 + 900 + 900 })
  expect(vi.getTimerCount()).toBe(0)
})

it('a download through a middleware has no timer once it has begun', async () => {
  const { sceyt } = recordingClient(async () => new Response('content'), { timeout: 1_000 })
  sceyt.raw.use({ onResponse() {} })
  const body = (await sceyt.files.download('a.txt', { as: 'stream' })) as ReadableStream
  expect(vi.getTimerCount()).toBe(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await new Response(body).text()).toBe('content')
})
