import { describe, expect, it } from 'vitest'
import { ConnectionError, type Fetch, type RateLimit, type RateLimiter, TimeoutError } from '../../src/index.js'
import { failing, failure, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const user = { username: 'zoe' }
const free = async () => {}

describe('the limiter of a client', () => {
  it('is asked before every attempt, before anything is sent', async () => {
    const events: string[] = []
    const limiter: RateLimiter = { acquire: async () => void events.push('acquire') }
    const respond = inSequence(
      async () => json({ message: 'busy' }, { status: 503 }),
      async () => json(user),
    )
    const { sceyt, sent } = recordingClient(respond, { limiter, hooks: { onRequest: () => void events.push('send') } })
    await sceyt.users.get('zoe')
    expect(sent).toHaveLength(2)
    expect(events).toEqual(['acquire', 'send', 'acquire', 'send'])
  })

  it('may take longer than the timeout of an attempt, and not longer than that of the call', async () => {
    let finish = () => {}
    const acquire = () => new Promise<void>((resolve) => (finish = resolve))
    const { sceyt, sent } = recordingClient(async () => json(user), { limiter: { acquire }, timeout: 1 })
    const call = sceyt.users.get('zoe')
    setTimeout(() => finish(), 20)
    expect(await call).toEqual(user)
    const error = await failure(sceyt.users.create(user, { totalTimeout: 5 }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ limit: 'totalTimeout', attempts: 0 })
    expect(sent).toHaveLength(1)
  })

  it('receives a signal that is aborted with the call, which then sends nothing', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let signal: AbortSignal | undefined
    const limiter: RateLimiter = {
      acquire(given) {
        signal = given
        controller.abort(reason)
        return new Promise(() => {})
      },
    }
    const { sceyt, sent } = recordingClient(async () => json(user), { limiter })
    await expect(sceyt.users.get('zoe', { signal: controller.signal })).rejects.toBe(reason)
    expect(signal?.reason).toBe(reason)
    expect(sent).toEqual([])
  })

  it('fails the call as unsent if it rejects, and lets the next call pass', async () => {
    let isBroken = true
    const limiter: RateLimiter = {
      async acquire() {
        if (isBroken) throw new Error('Redis is away')
      },
    }
    const { sceyt, sent } = recordingClient(async () => json(user), { limiter, maxConcurrent: 1 })
    const error = await failure(sceyt.users.create(user))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ unsent: true, attempts: 0 })
    expect(String(error)).toContain('the limiter failed: Redis is away')
    isBroken = false
    expect(await sceyt.users.create(user)).toEqual(user)
    expect(sent).toHaveLength(1)
  })

  it('hears of a 429, and of the rate limit that a response states', async () => {
    const pauses: number[] = []
    const limits: RateLimit[] = []
    const limiter: RateLimiter = {
      acquire: free,
      pause: (delay) => pauses.push(delay),
      observe: (limit) => limits.push(limit),
    }
    const headers = { 'RateLimit-Limit': '10', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '1' }
    const { sceyt } = recordingClient(
      inSequence(
        async () => json({ message: 'slow down' }, { status: 429, headers: { ...headers, 'Retry-After': '0' } }),
        async () => json(user, { headers }),
      ),
      { limiter },
    )
    await sceyt.users.get('zoe')
    expect(pauses).toEqual([0])
    expect(limits).toEqual([
      { limit: 10, remaining: 0, reset: 1 },
      { limit: 10, remaining: 0, reset: 1 },
    ])
  })

  it('does not change the outcome of a request that was sent', async () => {
    const broken = () => {
      throw new Error('broken')
    }
    const { sceyt } = recordingClient(async () => json(user, { headers: { 'RateLimit-Limit': '1' } }), {
      limiter: { acquire: free, observe: broken, pause: broken, waitSignal: broken },
    })
    expect(await sceyt.users.create(user)).toEqual(user)
  })

  it.each([{}, 5, null, Promise.resolve(AbortSignal.abort())])('may return %o, which ends no wait', async (value) => {
    const limiter: RateLimiter = { acquire: free, waitSignal: () => value as never }
    const retried = inSequence(respondingWith(503, { 'retry-after': '0' }), async () => json(user))
    const { sceyt } = recordingClient(retried, { limiter })
    expect(await sceyt.users.get('zoe')).toEqual(user)
  })

  it('fails a retry as unclear if the attempt before may have taken effect', async () => {
    let count = 0
    const acquire = async () => {
      if (++count > 1) throw new Error('Redis is away')
    }
    const { sceyt } = recordingClient(failing('ECONNRESET'), { limiter: { acquire } })
    expect(await failure(sceyt.users.delete('zoe'))).toMatchObject({
      unsent: false,
      attempts: 1,
      message: expect.stringContaining('Redis is away. The call is safe to retry.'),
    })
  })

  it.each<[string, Fetch, object]>([
    ['a 429', respondingWith(429, { 'retry-after': '30' }), { name: 'RateLimitError', attempts: 1 }],
    ['a 503', respondingWith(503, { 'retry-after': '30' }), { name: 'ServerError', attempts: 1 }],
    ['no connection', failing('ECONNREFUSED', 'connect'), { name: 'ConnectionError', unsent: true, attempts: 1 }],
  ])(
    'ends the wait for a retry after %s, and the call ends as its last attempt did',
    async (_name, fetch, expected) => {
      const stop = new AbortController()
      const limiter: RateLimiter = { acquire: free, waitSignal: () => stop.signal }
      const hooks = { onRetry: () => void setImmediate(() => stop.abort()) }
      const { sceyt, sent } = recordingClient(fetch, { limiter, hooks })
      expect(await failure(sceyt.users.get('zoe', { signal: new AbortController().signal }))).toMatchObject(expected)
      expect(sent).toHaveLength(1)
    },
  )

  it('ends the waits of calls without an attempt, which are unsent, and lets a request in flight finish', async () => {
    const stop = new AbortController()
    const given: number[] = []
    const limiter: RateLimiter = {
      acquire: free,
      waitSignal(attempts) {
        given.push(attempts)
        return stop.signal
      },
    }
    const respond = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      stop.abort()
      await new Promise((resolve) => setTimeout(resolve, 20))
      return json(user)
    }
    const { sceyt, sent } = recordingClient(respond, { limiter, maxConcurrent: 1 })
    const [first, second] = [sceyt.users.get('zoe'), failure(sceyt.users.create(user))]
    expect(await first).toEqual(user)
    expect(await second).toMatchObject({ name: 'ConnectionError', unsent: true, permanent: false, attempts: 0 })
    expect(await failure(sceyt.users.get('zoe'))).toMatchObject({ unsent: true, attempts: 0 })
    expect(sent).toHaveLength(1)
    expect(new Set(given)).toEqual(new Set([0]))
  })

  it('is replaced by that of a call, and is refused without acquire', async () => {
    const asked: string[] = []
    const named = (name: string): RateLimiter => ({ acquire: async () => void asked.push(name) })
    const { sceyt } = recordingClient(async () => json(user), { limiter: named('client') })
    await sceyt.users.get('zoe', { limiter: named('call') })
    await sceyt.raw.GET('/users/{username}', {
      params: { path: { username: 'zoe' } },
      ...{ limiter: named('raw call') },
    })
    await sceyt.users.get('zoe')
    expect(asked).toEqual(['call', 'raw call', 'client'])
    const wrong = {} as RateLimiter
    expect(() => recordingClient(async () => json(user), { limiter: wrong })).toThrow(/limiter.*acquire/)
    await expect(sceyt.users.get('zoe', { limiter: wrong })).rejects.toThrow(/limiter.*acquire/)
  })
})
