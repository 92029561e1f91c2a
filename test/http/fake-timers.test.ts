import { mock } from 'node:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { failure, hanging, inSequence, json, recordingClient, respondingWith } from '../lib/fetches.js'

const limited = respondingWith(429, { 'retry-after': '50' })
const good = () => json({ username: 'zoe' })
const once = { maxRetries: 0 }

afterEach(() => {
  vi.useRealTimers()
  mock.timers.reset()
})

const fakes: [string, () => void, () => void][] = [
  ['vitest', () => vi.useFakeTimers(), () => vi.useRealTimers()],
  [
    'vitest, the timers alone',
    () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }),
    () => vi.useRealTimers(),
  ],
  [
    'vitest, in another year',
    () => vi.useFakeTimers({ now: 0 }).advanceTimersByTime(10 ** 9),
    () => vi.useRealTimers(),
  ],
  ['node:test', () => mock.timers.enable({ apis: ['setTimeout'] }), () => mock.timers.reset()],
]

describe.each(fakes)('a call after a 429, with fake timers of %s', (_name, fake, restore) => {
  it('does not wait if the 429 came before the fake timers', async () => {
    const { sceyt } = recordingClient(inSequence(limited, good), once)
    await failure(sceyt.users.get('zoe'))
    fake()
    await sceyt.users.get('zoe')
    await Promise.all([sceyt.users.get('a'), sceyt.users.get('b')])
  })

  it('does not wait if the 429 came under fake timers, which have been restored', async () => {
    fake()
    const { sceyt } = recordingClient(inSequence(limited, good), once)
    await failure(sceyt.users.get('zoe'))
    restore()
    await Promise.all([sceyt.users.get('a'), sceyt.users.get('b')])
  })

  it('enters together with the calls that waited for a timer that is gone', async () => {
    fake()
    const { sceyt } = recordingClient(inSequence(limited, good), once)
    await failure(sceyt.users.get('zoe'))
    const waiting = sceyt.users.get('a')
    restore()
    await Promise.all([waiting, sceyt.users.get('b')])
  })
})

it('a call after a 429 does not wait if other fake timers were installed meanwhile', async () => {
  vi.useFakeTimers()
  const { sceyt } = recordingClient(inSequence(limited, good), once)
  await failure(sceyt.users.get('zoe'))
  vi.useRealTimers()
  vi.useFakeTimers()
  await sceyt.users.get('zoe')
})

it('a call waits for the end of the pause if a test replaces the timers and not the clock', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { sceyt, sent } = recordingClient(inSequence(limited, good))
  const user = sceyt.users.get('zoe')
  await new Promise(setImmediate)
  mock.timers.tick(49_999)
  await new Promise(setImmediate)
  expect(sent).toHaveLength(1)
  mock.timers.tick(1)
  expect(await user).toEqual({ username: 'zoe' })
})

describe('a call that has begun before fake timers', () => {
  it('ends with a duration that is not negative, and is not late at once', async () => {
    for (const time of [0, 10 ** 9]) {
      let respond = () => {}
      const { sceyt } = recordingClient(
        inSequence(
          () =>
            new Promise<Response>((_resolve, reject) => {
              respond = () => reject(new Error('broken'))
            }),
          good,
        ),
        { totalTimeout: 60_000 },
      )
      const user = sceyt.users.get('zoe').withResponse()
      vi.useFakeTimers().advanceTimersByTime(time)
      respond()
      await vi.advanceTimersByTimeAsync(2_000)
      const { attempts, duration } = await user
      expect(attempts).toBe(2)
      expect(duration).toBeGreaterThanOrEqual(0)
      expect(duration).toBeLessThan(10_000)
      vi.useRealTimers()
    }
  })

  it('ends a composed method within its time, whose steps share one start', async () => {
    const { sceyt } = recordingClient(inSequence(respondingWith(409), hanging), { totalTimeout: 5_000 })
    const upsert = failure(sceyt.users.upsert({ username: 'zoe' }))
    vi.useFakeTimers().advanceTimersByTime(10 ** 9)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await upsert).toMatchObject({ limit: 'totalTimeout', timeout: 5_000 })
  })
})

it('a timer that was set before fake timers does not abort a download that has begun', async () => {
  const { sceyt, sent } = recordingClient(async () => new Response('content'), { timeout: 20 })
  const reading = sceyt.files.download('a.txt', { as: 'stream' })
  vi.useFakeTimers({ toFake: ['clearTimeout'] })
  await reading
  vi.useRealTimers()
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(sent[0]?.init.signal?.aborted).toBe(false)
})
