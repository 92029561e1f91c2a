import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Limits } from '../../src/http/deadline.js'
import { Limiter } from '../../src/http/limiter.js'

const late = new Error('too late')
const free = { signal: undefined, timeout: Infinity, onTimeout: () => late }

beforeEach(() => {
  // At a time that is not 0, as clocks of real programs are.
  vi.useFakeTimers().advanceTimersByTime(1_234)
})
afterEach(() => {
  vi.useRealTimers()
})

/** Calls that enter a limiter, each under a name, and the order in which they did. */
function crowdOf(limiter: Limiter) {
  const entered: string[] = []
  const failed: [string, unknown][] = []
  const enter = (name: string, limits: Limits = free, ticket = limiter.ticket()) => {
    if (limiter.tryEnter()) entered.push(name)
    else {
      limiter.enter(ticket, limits).then(
        () => entered.push(name),
        (reason: unknown) => failed.push([name, reason]),
      )
    }
    return ticket
  }
  return { entered, failed, enter, enterAll: (...names: string[]) => names.map((name) => enter(name)) }
}

const names = (count: number) => Array.from({ length: count }, (_value, index) => String(index))

/** Lets promises settle. */
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('at most so many at once', () => {
  it('enter, in the order of their tickets', async () => {
    const limiter = new Limiter(3)
    const order: number[] = []
    let active = 0
    let most = 0
    const call = async (index: number) => {
      const ticket = limiter.ticket()
      if (!limiter.tryEnter()) await limiter.enter(ticket, free)
      order.push(index)
      most = Math.max(most, ++active)
      await new Promise((resolve) => setTimeout(resolve, 10 + ((index * 7) % 13)))
      active--
      limiter.leave()
    }
    const all = Promise.all(Array.from({ length: 50 }, (_value, index) => call(index)))
    await vi.runAllTimersAsync()
    await all
    expect(most).toBe(3)
    expect(order).toEqual(Array.from({ length: 50 }, (_value, index) => index))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('enter at once while there is room, and no longer', () => {
    const limiter = new Limiter(2)
    expect([limiter.tryEnter(), limiter.tryEnter(), limiter.tryEnter()]).toEqual([true, true, false])
    limiter.leave()
    expect([limiter.tryEnter(), limiter.tryEnter()]).toEqual([true, false])
  })

  it('may be any number if there is no limit', () => {
    const { entered, enterAll } = crowdOf(new Limiter(Infinity))
    enterAll(...names(1000))
    expect(entered).toHaveLength(1000)
  })

  it('do not pass those that wait', async () => {
    const limiter = new Limiter(1)
    const { entered, enter, enterAll } = crowdOf(limiter)
    enterAll('a', 'b')
    limiter.leave()
    enter('c')
    await settle()
    expect(entered).toEqual(['a', 'b'])
  })

  it('keep their place when they return', async () => {
    const limiter = new Limiter(1)
    const { entered, enter } = crowdOf(limiter)
    const first = enter('a')
    enter('b')
    enter('c')
    enter('d')
    limiter.leave()
    await settle()
    enter('a again', free, first)
    for (const _turn of ['b', 'a', 'c']) {
      limiter.leave()
      await settle()
    }
    expect(entered).toEqual(['a', 'b', 'a again', 'c', 'd'])
  })
})

describe('a call that gives up', () => {
  it('leaves the queue with its own reason, and the next one enters', async () => {
    const limiter = new Limiter(1)
    const { entered, failed, enter } = crowdOf(limiter)
    const caller = new AbortController()
    enter('a')
    enter('b', { ...free, signal: caller.signal })
    enter('c')
    caller.abort('changed my mind')
    await settle()
    expect(failed).toEqual([['b', 'changed my mind']])
    expect(entered).toEqual(['a'])
    limiter.leave()
    await settle()
    expect(entered).toEqual(['a', 'c'])
    expect(getEventListeners(caller.signal, 'abort')).toEqual([])
  })

  it('leaves the queue when its time is up', async () => {
    const limiter = new Limiter(1)
    const { entered, failed, enter } = crowdOf(limiter)
    enter('a')
    enter('b', { ...free, timeout: 100 })
    enter('c')
    await vi.advanceTimersByTimeAsync(99)
    expect(failed).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(failed).toEqual([['b', late]])
    limiter.leave()
    await settle()
    expect(entered).toEqual(['a', 'c'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('before it enters the queue is never in it', async () => {
    const limiter = new Limiter(1)
    const { entered, failed, enter } = crowdOf(limiter)
    enter('a')
    enter('b', { ...free, signal: AbortSignal.abort('before') })
    enter('c')
    await settle()
    expect(failed).toEqual([['b', 'before']])
    limiter.leave()
    await settle()
    expect(entered).toEqual(['a', 'c'])
  })

  it.each(['before', 'after'])('in the same moment as its turn, just %s it, takes no turn with it', async (when) => {
    const limiter = new Limiter(1)
    const { entered, failed, enter } = crowdOf(limiter)
    const caller = new AbortController()
    enter('a')
    enter('b', { ...free, signal: caller.signal })
    enter('c')
    if (when === 'before') caller.abort('now')
    limiter.leave()
    if (when === 'after') caller.abort('now')
    await settle()
    // Its turn may still be given to it; then it gives the turn back, as each call does.
    if (entered.includes('b')) limiter.leave()
    else expect(failed).toEqual([['b', 'now']])
    await settle()
    expect(entered.filter((name) => name !== 'b')).toEqual(['a', 'c'])
    enter('d')
    expect(entered).not.toContain('d')
    limiter.leave()
    await settle()
    expect(entered).toContain('d')
  })

  it('in the same moment as a pause ends takes no turn with it', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enter } = crowdOf(limiter)
    limiter.pause(1_000)
    enter('a', { ...free, timeout: 1_000 })
    enter('b')
    await vi.advanceTimersByTimeAsync(1_000)
    if (entered.includes('a')) limiter.leave()
    await settle()
    expect(entered).toContain('b')
  })
})

describe('a pause', () => {
  it('admits no call before its end, and one at first', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(2_000)
    enterAll('a', 'b', 'c')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(entered).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(entered).toEqual(['a'])
  })

  it('admits no call early because others leave', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    enterAll('a', 'b', 'c')
    limiter.pause(1_000)
    enterAll('d', 'e', 'f')
    for (const _turn of ['a', 'b', 'c']) limiter.leave()
    await vi.advanceTimersByTimeAsync(999)
    expect(entered).toEqual(['a', 'b', 'c'])
    // Those responses are from before the pause.
    await vi.advanceTimersByTimeAsync(1)
    expect(entered).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is as long as the longest', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enter } = crowdOf(limiter)
    limiter.pause(1_000)
    enter('a')
    limiter.pause(3_000)
    limiter.pause(10)
    await vi.advanceTimersByTimeAsync(2_999)
    expect(entered).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(entered).toEqual(['a'])
  })

  it('is followed by twice as many with each success', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(1_000)
    enterAll(...names(100))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(entered).toHaveLength(1)
    // One left, so that two may be on the wire, then four, then eight.
    for (const expected of [2 + 1, 4 + 2, 8 + 3]) {
      limiter.leave()
      await settle()
      expect(entered).toHaveLength(expected)
    }
    expect(entered).toEqual(names(11))
  })

  it('is followed by twice as many with each second, even without a response', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(500)
    for (const expected of [1, 2, 4, 8, 16, 20]) {
      expect(entered).toHaveLength(expected)
      await vi.advanceTimersByTimeAsync(999)
      expect(entered).toHaveLength(expected)
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(vi.getTimerCount()).toBe(0)
  })

  it('starts anew with each further one', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(2_500)
    expect(entered).toHaveLength(4)
    limiter.pause(500)
    for (const _turn of [1, 2, 3, 4]) limiter.leave()
    await vi.advanceTimersByTimeAsync(499)
    expect(entered).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(1)
    expect(entered).toHaveLength(5)
  })

  it('is not followed by more calls after another 429', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(500)
    limiter.leave(true)
    await settle()
    expect(entered).toHaveLength(2)
  })

  it('counts the seconds from its end, also if another call enters the queue meanwhile', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(900)
    enterAll('later')
    await vi.advanceTimersByTimeAsync(599)
    expect(entered).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(entered).toHaveLength(2)
  })

  it('forgets the successes before it', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(500)
    for (const _success of [1, 2]) {
      limiter.leave()
      await settle()
    }
    expect(entered).toHaveLength(6)
    limiter.pause(500)
    for (const _active of [1, 2, 3, 4]) limiter.leave()
    await vi.advanceTimersByTimeAsync(500)
    expect(entered).toHaveLength(7)
  })

  it('never admits more than maxConcurrent', async () => {
    const limiter = new Limiter(3)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    enterAll(...names(20))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(entered).toHaveLength(3)
  })

  it('is over after some seconds: any number may enter again', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enterAll } = crowdOf(limiter)
    limiter.pause(500)
    await vi.advanceTimersByTimeAsync(20_000)
    enterAll(...names(1000))
    expect(entered).toHaveLength(1000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps no timer when no call waits', async () => {
    const limiter = new Limiter(Infinity)
    const { failed, enter } = crowdOf(limiter)
    limiter.pause(60_000)
    expect(vi.getTimerCount()).toBe(0)
    const caller = new AbortController()
    enter('a', { ...free, signal: caller.signal })
    expect(vi.getTimerCount()).toBe(1)
    caller.abort('enough')
    await settle()
    expect(failed).toEqual([['a', 'enough']])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('lets no new call pass in the moment in which it ends', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enter } = crowdOf(limiter)
    limiter.pause(1_000)
    // Fires before the limiter's own timer.
    setTimeout(() => enter('newcomer'), 1_000)
    enter('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(entered).toEqual(['a'])
  })

  it('admits calls that return before newer ones', async () => {
    const limiter = new Limiter(Infinity)
    const { entered, enter } = crowdOf(limiter)
    const first = enter('a')
    limiter.pause(1_000)
    limiter.leave()
    enter('b')
    enter('a again', free, first)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(entered).toEqual(['a', 'a again'])
  })
})
