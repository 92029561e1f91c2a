import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sleep, withLimits } from '../../src/http/deadline.js'

const late = new Error('too late')
const limits = { signal: undefined, timeout: 1000, onTimeout: () => late }
const forever = () => new Promise<never>(() => {})
const reasons: [string, unknown][] = [
  ['an error', new Error('mine')],
  ['an object', { why: 'mine' }],
  ['a string', 'mine'],
  ['null', null],
]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What is left behind: timers, and listeners of the caller's signal. */
function leftovers(signal: AbortSignal) {
  return { timers: vi.getTimerCount(), listeners: getEventListeners(signal, 'abort').length }
}

describe('withLimits', () => {
  it('gives the result of the work', async () => {
    await expect(withLimits(limits, async () => 5)).resolves.toBe(5)
  })

  it('gives the failure of the work as it is', async () => {
    const failure = new Error('failed')
    await expect(withLimits(limits, () => Promise.reject(failure))).rejects.toBe(failure)
  })

  it.each(reasons)("fails with the caller's own reason: %s", async (_what, reason) => {
    const caller = new AbortController()
    const result = withLimits({ ...limits, signal: caller.signal }, forever)
    caller.abort(reason)
    await expect(result).rejects.toBe(reason)
  })

  it('does not start the work if the signal was aborted before', async () => {
    const reason = new Error('before')
    const work = vi.fn(forever)
    const signal = AbortSignal.abort(reason)
    await expect(withLimits({ ...limits, signal }, work)).rejects.toBe(reason)
    expect(work).not.toHaveBeenCalled()
    expect(leftovers(signal)).toEqual({ timers: 0, listeners: 0 })
  })

  it('notices a signal that is aborted while the work starts', async () => {
    const caller = new AbortController()
    const work = () => {
      caller.abort('now')
      return forever()
    }
    await expect(withLimits({ ...limits, signal: caller.signal }, work)).rejects.toBe('now')
  })

  it('fails when the limit is reached and not before', async () => {
    const settled = vi.fn()
    withLimits(limits, forever).catch(settled)
    await vi.advanceTimersByTimeAsync(999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledExactlyOnceWith(late)
  })

  it('asks for the error of the limit only when the limit is reached', async () => {
    const onTimeout = vi.fn(() => late)
    await withLimits({ ...limits, onTimeout }, async () => 5)
    expect(onTimeout).not.toHaveBeenCalled()
  })

  it('makes no timer for Infinity', async () => {
    const caller = new AbortController()
    const result = withLimits({ ...limits, signal: caller.signal, timeout: Infinity }, forever)
    expect(leftovers(caller.signal)).toEqual({ timers: 0, listeners: 1 })
    caller.abort('enough')
    await expect(result).rejects.toBe('enough')
  })

  it.each<[string, () => Promise<unknown>, (caller: AbortController) => unknown]>([
    ['a success', async () => 5, () => {}],
    ['a failure', () => Promise.reject(new Error('failed')), () => {}],
    ['an abort', forever, (caller) => caller.abort()],
    ['a timeout', forever, () => vi.advanceTimersByTimeAsync(1000)],
  ])('leaves no timer and no listener behind after %s', async (_what, work, meanwhile) => {
    const caller = new AbortController()
    let during: object | undefined
    const result = withLimits({ ...limits, signal: caller.signal }, () => {
      during = leftovers(caller.signal)
      return work()
    })
    const settled = Promise.allSettled([result])
    await meanwhile(caller)
    await settled
    expect(during).toEqual({ timers: 1, listeners: 1 })
    expect(leftovers(caller.signal)).toEqual({ timers: 0, listeners: 0 })
  })

  it('ends after its time and not before, and leaves nothing behind', async () => {
    const { signal } = new AbortController()
    const woken = vi.fn()
    sleep(1000, signal).then(woken)
    await vi.advanceTimersByTimeAsync(999)
    expect(woken).not.toHaveBeenCalled()
    expect(leftovers(signal)).toEqual({ timers: 1, listeners: 1 })
    await vi.advanceTimersByTimeAsync(1)
    expect(woken).toHaveBeenCalledTimes(1)
    expect(leftovers(signal)).toEqual({ timers: 0, listeners: 0 })
  })

  it('needs no signal', async () => {
    const slept = sleep(1000, undefined)
    await vi.advanceTimersByTimeAsync(1000)
    await expect(slept).resolves.toBeUndefined()
  })

  it.each(reasons)(
    'ends at once with the reason of its signal, and leaves nothing behind: %s',
    async (_what, reason) => {
      const caller = new AbortController()
      const slept = sleep(1000, caller.signal)
      caller.abort(reason)
      await expect(slept).rejects.toBe(reason)
      expect(leftovers(caller.signal)).toEqual({ timers: 0, listeners: 0 })
    },
  )

  it('does not begin if its signal has been aborted before', async () => {
    const reason = new Error('before')
    const signal = AbortSignal.abort(reason)
    const slept = sleep(1000, signal)
    slept.catch(() => {})
    await vi.advanceTimersByTimeAsync(1000)
    await expect(slept).rejects.toBe(reason)
    expect(leftovers(signal)).toEqual({ timers: 0, listeners: 0 })
  })
})
