import { getEventListeners, setMaxListeners } from 'node:events'
import fc from 'fast-check'
import { limiter } from 'sceyt-platform/bulk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RateLimiter } from '../../src/index.js'
import { failure } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'

beforeEach(() => {
  // At a time that is not 0, as clocks of real programs are.
  vi.useFakeTimers().advanceTimersByTime(1_234)
})
afterEach(() => {
  vi.useRealTimers()
})

/** A signal of many callers that none of them aborts. */
const never = new AbortController().signal
setMaxListeners(0, never)

/** A limiter with its optional methods. */
const open = (rate?: number) => limiter({ rate }) as Required<RateLimiter>

/** Callers that wait for one place after another, and the times of their places. */
function callers(given: RateLimiter, count: number, onPlace: () => void | Promise<void> = () => {}): number[] {
  const times: number[] = []
  const call = async () => {
    for (;;) {
      await given.acquire(never)
      times.push(performance.now())
      await onPlace()
    }
  }
  for (let number = 0; number < count; number++) void call()
  return times
}

/** The most times in any window of so many milliseconds. */
function mostIn(times: number[], window: number): number {
  let most = 0
  for (let first = 0, last = 0; last < times.length; last++) {
    while ((times[last] as number) - (times[first] as number) >= window) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** A server that allows so many requests in each of its windows, and answers after 20 ms. */
function serverOf(given: Required<RateLimiter>, limit: number, window: number, statesLimit: boolean) {
  let start = 0
  let count = 0
  const counts = { done: 0, rejected: 0 }
  const send = async () => {
    if (performance.now() >= start + window) {
      start = performance.now()
      count = 0
    }
    const isRejected = ++count > limit
    const reset = Math.max(1, Math.ceil((start + window - performance.now()) / 1000))
    const remaining = Math.max(0, limit - count)
    await new Promise((resolve) => setTimeout(resolve, 20))
    counts[isRejected ? 'rejected' : 'done']++
    if (statesLimit) given.observe({ limit, remaining, reset })
    if (isRejected) given.pause(reset * 1000)
  }
  return { send, counts }
}

describe('a limiter with a rate', () => {
  it.each([1, 2, 5, 10, 49, 50, 51, 99, 200, 2000])(
    'of %i a second keeps it, and uses at least 0.97 of it',
    async (rate) => {
      const times = callers(open(rate), 50)
      await vi.advanceTimersByTimeAsync(20_000)
      expect(mostIn(times, 1_000)).toBeLessThanOrEqual(rate)
      expect(times.length / (20 * rate)).toBeGreaterThanOrEqual(0.97)
    },
  )

  it.each([
    [0.5, 10_000, 5],
    [2.5, 2_000, 5],
  ])('of %d a second has at most the third number in %i ms', async (rate, window, most) => {
    const times = callers(open(rate), 3)
    await vi.advanceTimersByTimeAsync(100_000)
    expect(mostIn(times, window)).toBeLessThanOrEqual(most)
    expect(times.length / (100 * rate)).toBeGreaterThanOrEqual(0.97)
  })

  it('keeps it whenever callers come, also after a time without any', async () => {
    const rate = 100
    const given = open(rate)
    const times: number[] = []
    const gap = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 0, 0, 500, 3_000))
    for (const wait of fc.sample(gap, randomCases(3_000))) {
      void given.acquire(never).then(() => times.push(performance.now()))
      await vi.advanceTimersByTimeAsync(wait)
    }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(times).toHaveLength(randomCases(3_000).numRuns)
    expect(mostIn(times, 1_000)).toBeLessThanOrEqual(rate)
  })

  it('admits callers in the order in which they came', async () => {
    const given = open(10)
    const order: number[] = []
    const all = Array.from({ length: 30 }, (_value, index) => given.acquire(never).then(() => order.push(index)))
    await vi.advanceTimersByTimeAsync(4_000)
    await Promise.all(all)
    expect(order).toEqual(Array.from({ length: 30 }, (_value, index) => index))
  })

  it('admits the first one at once, and leaves no timer when none waits', async () => {
    const given = open(1)
    await given.acquire(never)
    expect(vi.getTimerCount()).toBe(0)
    const second = given.acquire(never)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(2_000)
    await second
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not adapt to what a server states', async () => {
    const given = open(100)
    const times = callers(given, 10)
    given.observe({ limit: 1, remaining: 0, reset: 60 })
    given.pause(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(times.length).toBeGreaterThanOrEqual(970)
  })

  it('sets no timer with a negative delay, which Node warns about, however fast the clock is', async () => {
    let now = 1_000
    let calls = 0
    // A turn may come between the check and the timer, as on a busy machine.
    vi.spyOn(performance, 'now').mockImplementation(() => (now += calls++ % 11))
    const setTimer = vi.spyOn(globalThis, 'setTimeout')
    const given = open(100)
    const all = Array.from({ length: 100 }, () => given.acquire(never))
    await vi.advanceTimersByTimeAsync(5_000)
    await Promise.all(all)
    const delays = setTimer.mock.calls.map(([, delay]) => delay ?? 0)
    vi.restoreAllMocks()
    expect(delays.length).toBeGreaterThan(0)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
  })

  it('of one in a month sets one timer at a time', async () => {
    const given = open(1 / (30 * 86_400))
    await given.acquire(never)
    let isAdmitted = false
    void given.acquire(never).then(() => {
      isAdmitted = true
    })
    await vi.advanceTimersByTimeAsync(29 * 86_400_000)
    expect(isAdmitted).toBe(false)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 86_400_000)
    expect(isAdmitted).toBe(true)
  })
})

describe('a pause', () => {
  it.each([undefined, 100])('admits no call before its end, with the rate %s', async (rate) => {
    const given = open(rate)
    await given.acquire(never)
    given.pause(2_000)
    const start = performance.now()
    const times = callers(given, 3, () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(1_999)
    expect(times).toEqual([])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(times).toHaveLength(3)
    expect(times[0]).toBe(start + 2_000)
  })

  it('holds those back who wait already', async () => {
    const given = open(10)
    const times = callers(given, 1)
    given.pause(5_000)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(times).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(times).toHaveLength(2)
  })

  it('is as long as the longest', async () => {
    const given = open(10)
    given.pause(3_000)
    given.pause(1_000)
    const times = callers(given, 1)
    await vi.advanceTimersByTimeAsync(2_999)
    expect(times).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(times).toHaveLength(1)
  })

  it('of a year sets one timer at a time', async () => {
    const given = open()
    given.pause(365 * 86_400_000)
    const times = callers(given, 1, () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(364 * 86_400_000)
    expect(times).toEqual([])
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(times).toHaveLength(1)
  })
})

describe('a caller that gives up', () => {
  it('leaves the queue with its reason, takes no place, and leaves no timer', async () => {
    const given = open(1)
    const caller = new AbortController()
    await given.acquire(never)
    const waiting = failure(given.acquire(caller.signal))
    const next = given.acquire(never)
    caller.abort('changed my mind')
    expect(await waiting).toBe('changed my mind')
    expect(getEventListeners(caller.signal, 'abort')).toEqual([])
    await vi.advanceTimersByTimeAsync(1_060)
    await next
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer if it was the last one', async () => {
    const given = open()
    given.pause(3_600_000)
    const caller = new AbortController()
    const waiting = failure(given.acquire(caller.signal))
    expect(vi.getTimerCount()).toBe(1)
    caller.abort('enough')
    expect(await waiting).toBe('enough')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('before it asks takes no place', async () => {
    const given = open(1)
    expect(await failure(given.acquire(AbortSignal.abort('before')))).toBe('before')
    await given.acquire(never)
  })

  it('after its place has no listener left', async () => {
    const given = open(10)
    const caller = new AbortController()
    const all = [given.acquire(caller.signal), given.acquire(caller.signal)]
    await vi.advanceTimersByTimeAsync(200)
    await Promise.all(all)
    expect(getEventListeners(caller.signal, 'abort')).toEqual([])
  })
})

describe('a limiter without a rate', () => {
  it('admits everyone at once until it has learned one', async () => {
    const given = open()
    await Promise.all(Array.from({ length: 1_000 }, () => given.acquire(never)))
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    [50, 1_000],
    [200, 1_000],
    [100, 10_000],
    [300, 60_000],
  ])('learns from headers that %i requests are allowed in %i ms, so that none is rejected', async (limit, window) => {
    const given = open()
    const server = serverOf(given, limit, window, true)
    const times = callers(given, 16, server.send)
    await vi.advanceTimersByTimeAsync(10 * window)
    expect(server.counts.rejected).toBe(0)
    expect(mostIn(times, window)).toBeLessThanOrEqual(limit)
    expect(server.counts.done / (10 * limit)).toBeGreaterThanOrEqual(0.95)
  })

  it('learns a reset that is a time since 1970', async () => {
    const given = open()
    await given.acquire(never)
    const now = Math.floor(Date.now() / 1000)
    vi.setSystemTime(now * 1000)
    given.observe({ limit: 10, remaining: 9, reset: now + 1 })
    const times = callers(given, 5)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(mostIn(times, 1_000)).toBeLessThanOrEqual(10)
    expect(times.length).toBeGreaterThanOrEqual(97)
  })

  it.each([
    { limit: undefined, remaining: 1, reset: 1 },
    { limit: 10, remaining: 1, reset: undefined },
    { limit: 0, remaining: 0, reset: 1 },
    { limit: 10, remaining: 10, reset: 0 },
  ])('learns nothing from %j', async (stated) => {
    const given = open()
    given.observe(stated)
    await Promise.all(Array.from({ length: 100 }, () => given.acquire(never)))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits at most for a window when it learns of a lower limit late', async () => {
    const given = open()
    given.observe({ limit: 200, remaining: 199, reset: 1 })
    const times = callers(given, 16)
    await vi.advanceTimersByTimeAsync(30_000)
    const before = times.length
    given.observe({ limit: 20, remaining: 19, reset: 2 })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(times.length).toBeGreaterThan(before)
    const after = times.slice(before + 1)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(mostIn(after, 2_000)).toBeLessThanOrEqual(20)
  })

  it('learns from a 429 how many are allowed, and tries a little more now and then', async () => {
    const given = open()
    const server = serverOf(given, 100, 1_000, false)
    callers(given, 16, server.send)
    await vi.advanceTimersByTimeAsync(120_000)
    // A pause of a second each, and those in flight.
    expect(server.counts.rejected).toBeLessThan(0.01 * server.counts.done)
    expect(server.counts.done / (120 * 100)).toBeGreaterThanOrEqual(0.6)
  })

  it('counts the 429 of requests that were in flight together once', async () => {
    const given = open()
    const times = callers(given, 20, () => new Promise((resolve) => setTimeout(resolve, 100)))
    await vi.advanceTimersByTimeAsync(950)
    for (let response = 0; response < 20; response++) given.pause(1_000)
    const before = times.length
    await vi.advanceTimersByTimeAsync(11_000)
    // 200 requests in two seconds, the pause included.
    expect((times.length - before) / 10).toBeGreaterThan(90)
    expect((times.length - before) / 10).toBeLessThan(110)
  })
})

it.each([0, -1, NaN, Infinity, '200' as never, null as never])('the rate %s is refused', (rate) => {
  expect(() => limiter({ rate })).toThrow(RangeError)
  expect(() => limiter({ rate })).toThrow(/^rate must be a number of requests per second, above 0, got/)
})

it('an option that is not known is refused', () => {
  expect(() => limiter({ rates: 1 } as never)).toThrow(/rates.*did you mean.*rate/)
})
