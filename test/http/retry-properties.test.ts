import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { getUser, operations, sendMessage } from '../../generated/operations.js'
import { parseRetryAfter } from '../../src/http/headers/retry-after.js'
import { longestRetryAfter, mayRetry, retryDelay } from '../../src/http/retry.js'
import type { Fetch } from '../../src/index.js'
import { failing, inSequence, recordingClient, respondingWith } from '../lib/fetches.js'
import { randomCases } from '../lib/random.js'

const now = Date.UTC(2026, 0, 5, 12)

const retryAfter: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
  fc
    .date({ min: new Date(now - 100_000), max: new Date(now + 100_000), noInvalidDate: true })
    .map((date) => date.toUTCString()),
  fc.date().map(String),
  fc.double().map(String),
  fc.constantFrom('-1', '+1', '1e3', ' 1', '1.5', 'Infinity', '0x10', '1;2', '', 'Invalid Date'),
  fc.string({ unit: 'binary' }),
)

/** The longest delay before the next attempt that the guides document. */
const longestBackoff = (attempt: number) => Math.min(8000, 500 * 2 ** (attempt - 1))

it('a delay is never negative, and never longer than documented', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.option(retryAfter),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, header, random) => {
        const asked = parseRetryAfter(header, now)
        const delay = retryDelay(attempt, { retryAfter: asked }, random)
        if (asked === undefined) {
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThanOrEqual(longestBackoff(attempt))
          return
        }
        expect(Number.isFinite(asked) && asked >= 0).toBe(true)
        expect(delay).toBe(asked > 60_000 ? undefined : asked)
      },
    ),
    randomCases(1000),
  )
})

it('a call that is not idempotent is retried only after a 429, or if unsent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...operations),
      fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
      fc.boolean(),
      (operation, status, unsent) => {
        const retried = mayRetry(operation, { status, unsent })
        if (status === 429 || unsent) expect(retried).toBe(true)
        else if (!operation.idempotent) expect(retried).toBe(false)
        else expect(retried).toBe(status === undefined || [408, 500, 502, 503, 504].includes(status))
      },
    ),
    randomCases(1000),
  )
})

/** An outcome of an attempt: the `fetch`, and whether the server rejected the call or received nothing. */
interface Outcome {
  fetch: Fetch
  harmless: boolean
  /** The longest delay that the header allows, or undefined without a valid header. */
  asked: number | undefined
}

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc
    .record({
      status: fc.oneof(fc.constantFrom(408, 429, 429, 500, 502, 503, 504), fc.integer({ min: 400, max: 599 })),
      header: fc.option(retryAfter),
    })
    .map(({ status, header }) => {
      const text = header !== null && /^[\x20-\x7e]+$/.test(header.trim()) ? header.trim() : null
      return {
        fetch: respondingWith(status, text === null ? {} : { 'retry-after': text }),
        harmless: status === 429,
        asked: parseRetryAfter(text, now),
      }
    }),
  fc
    .constantFrom('ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE')
    .map((code) => ({ fetch: failing(code), harmless: false, asked: undefined })),
  fc.constant({ fetch: failing('ECONNREFUSED', 'connect'), harmless: true, asked: undefined }),
)

beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([getUser, sendMessage])(
  '$name is sent no more often, and waits no longer, than documented',
  async (operation) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        async (outcomes, maxRetries) => {
          // Dates in headers are relative to this time.
          vi.setSystemTime(now)
          const times: number[] = []
          const script = inSequence(...outcomes.map(({ fetch }) => fetch))
          const { sceyt } = recordingClient(
            (url, init) => {
              times.push(performance.now())
              return script(url, init)
            },
            { maxRetries },
          )
          let ended = false
          const call =
            operation === getUser ? sceyt.users.get('zoe') : sceyt.messages.send('1', { from: 'zoe', body: '' })
          const settled = Promise.allSettled([call]).then(() => {
            ended = true
          })
          await vi.advanceTimersByTimeAsync((maxRetries + 1) * longestRetryAfter)
          expect(ended).toBe(true)
          await settled
          expect(times.length).toBeGreaterThanOrEqual(1)
          expect(times.length).toBeLessThanOrEqual(maxRetries + 1)
          for (let attempt = 1; attempt < times.length; attempt++) {
            const { harmless, asked } = outcomes[Math.min(attempt, outcomes.length) - 1] as Outcome
            if (operation === sendMessage) expect(harmless).toBe(true)
            expect(asked ?? 0).toBeLessThanOrEqual(60_000)
            // Timers count whole milliseconds.
            expect((times[attempt] ?? 0) - (times[attempt - 1] ?? 0)).toBeLessThanOrEqual(
              1 + (asked ?? longestBackoff(attempt)),
            )
          }
          vi.clearAllTimers()
        },
      ),
      randomCases(100),
    )
  },
)
