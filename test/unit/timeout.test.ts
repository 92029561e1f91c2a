import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withLimits } from '../../src/timeout.js'

const late = new Error('too late')
const onTimeout = () => late
const forever = () => new Promise<never>(() => {})

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
  it('gives the result of the work, whose signal stays as it was', async () => {
    let inner: AbortSignal | undefined
    const work = async (signal: AbortSignal) => {
      inner = signal
      return 5
    }
    await expect(withLimits({ timeout: 1000, onTimeout }, work)).resolves.toBe(5)
    expect(inner?.aborted).toBe(false)
  })

  it('gives the failure of the work as it is', async () => {
    const failure = new Error('failed')
    await expect(withLimits({ timeout: 1000, onTimeout }, () => Promise.reject(failure))).rejects.toBe(failure)
  })

  it.each([
    ['an error', new Error('mine')],
    ['an object', { why: 'mine' }],
    ['a string', 'mine'],
    ['null', null],
  ])("fails with the caller's own reason: %s", async (_what, reason) => {
    const caller = new AbortController()
    let inner: AbortSignal | undefined
    const result = withLimits({ signal: caller.signal, timeout: 1000, onTimeout }, (signal) => {
      inner = signal
      return forever()
    })
    caller.abort(reason)
    await expect(result).rejects.toBe(reason)
    expect(inner?.aborted).toBe(true)
    expect(inner?.reason).toBe(reason)
  })

  it('does not start the work if the signal was aborted before', async () => {
    const reason = new Error('before')
    const work = vi.fn(forever)
    const signal = AbortSignal.abort(reason)
    await expect(withLimits({ signal, timeout: 1000, onTimeout }, work)).rejects.toBe(reason)
    expect(work).not.toHaveBeenCalled()
    expect(leftovers(signal)).toEqual({ timers: 0, listeners: 0 })
  })

  it('notices a signal that is aborted while the work starts', async () => {
    const caller = new AbortController()
    const work = () => {
      caller.abort('now')
      return forever()
    }
    await expect(withLimits({ signal: caller.signal, timeout: 1000, onTimeout }, work)).rejects.toBe('now')
  })

  it('fails when the limit is reached and not before, even if the work ignores its signal', async () => {
    let inner: AbortSignal | undefined
    const settled = vi.fn()
    const result = withLimits({ timeout: 1000, onTimeout }, (signal) => {
      inner = signal
      return forever()
    })
    result.catch(settled)
    await vi.advanceTimersByTimeAsync(999)
    expect(settled).not.toHaveBeenCalled()
    expect(inner?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledExactlyOnceWith(late)
    expect(inner?.reason).toBe(late)
  })

  it('fails with the error of the limit even if the work fails in its own way when it is aborted', async () => {
    const work = (signal: AbortSignal) => new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('work'))))
    const result = expect(withLimits({ timeout: 1000, onTimeout }, work)).rejects.toBe(late)
    await vi.advanceTimersByTimeAsync(1000)
    await result
  })

  it.each([null, undefined])('works with %s in place of a signal', async (signal) => {
    await expect(withLimits({ signal, timeout: 1000, onTimeout }, async () => 5)).resolves.toBe(5)
  })

  it('makes no timer for Infinity', async () => {
    const caller = new AbortController()
    const result = withLimits({ signal: caller.signal, timeout: Infinity, onTimeout }, forever)
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
    const result = withLimits({ signal: caller.signal, timeout: 1000, onTimeout }, () => {
      during = leftovers(caller.signal)
      return work()
    })
    const settled = Promise.allSettled([result])
    await meanwhile(caller)
    await settled
    expect(during).toEqual({ timers: 1, listeners: 1 })
    expect(leftovers(caller.signal)).toEqual({ timers: 0, listeners: 0 })
  })

  it('leaves nothing behind if the work throws before it has begun', async () => {
    const { signal } = new AbortController()
    const work = () => {
      throw new Error('at once')
    }
    await expect(withLimits({ signal, timeout: 1000, onTimeout }, work)).rejects.toThrow('at once')
    expect(leftovers(signal)).toEqual({ timers: 0, listeners: 0 })
  })
})
