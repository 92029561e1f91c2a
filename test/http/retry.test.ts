import { describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.js'
import { longestRetryAfter, mayRetry, retryDelay } from '../../src/http/retry.js'

/** The writes whose repeat would do something twice. */
const once = [
  'channelTypes.create',
  'channels.createDirect',
  'channels.createPrivate',
  'channels.createPublic',
  'channels.members.add',
  'files.upload',
  'messages.send',
  'roles.create',
  'users.create',
]
const passing = [408, 500, 502, 503, 504]
const lasting = [400, 401, 403, 404, 409, 413, 422, 501]

it('there are writes that must not be repeated, and they are known', () => {
  expect(
    operations
      .filter(({ idempotent }) => !idempotent)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(once)
})

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s may be sent again',
  (name, operation) => {
    const safe = !once.includes(name)

    it(`after a 429, and if nothing of it was sent`, () => {
      expect(mayRetry(operation, { status: 429 })).toBe(true)
      expect(mayRetry(operation, { status: 429, retryAfter: 2000, unsent: false })).toBe(true)
      expect(mayRetry(operation, { unsent: true })).toBe(true)
    })

    it.each(passing)(`after a %i: ${safe}`, (status) => {
      expect(mayRetry(operation, { status })).toBe(safe)
      expect(mayRetry(operation, { status, retryAfter: 0, unsent: false })).toBe(safe)
    })

    it(`after no answer, or half of one: ${safe}`, () => {
      expect(mayRetry(operation, { unsent: false })).toBe(safe)
      expect(mayRetry(operation, {})).toBe(safe)
    })

    it.each(lasting)('after a %i: false', (status) => {
      expect(mayRetry(operation, { status })).toBe(false)
      expect(mayRetry(operation, { status, retryAfter: 0, unsent: false })).toBe(false)
    })
  },
)

describe('retryDelay', () => {
  it.each([500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000].map((most, index) => [index + 1, most]))(
    'is at most, after attempt %i, %i ms',
    (attempt, most) => {
      expect(retryDelay(attempt, {}, 0)).toBe(0)
      expect(retryDelay(attempt, {}, 0.5)).toBe(most / 2)
      expect(retryDelay(attempt, { status: 503 }, 1)).toBe(most)
    },
  )

  it('differs from call to call', () => {
    const delays = Array.from({ length: 100 }, () => retryDelay(1, {}) ?? Number.NaN)
    expect(new Set(delays).size).toBeGreaterThan(50)
    expect(delays.filter((delay) => !(delay >= 0 && delay <= 500))).toEqual([])
  })

  it.each([0, 1, 500, 60_000])('is what the server asks for: %i ms', (retryAfter) => {
    for (const attempt of [1, 10])
      for (const random of [0, 1]) expect(retryDelay(attempt, { status: 429, retryAfter }, random)).toBe(retryAfter)
  })

  it('is none if the server asks for more than a minute', () => {
    expect(longestRetryAfter).toBe(60_000)
    for (const retryAfter of [60_001, 3_600_000, Infinity])
      expect(retryDelay(1, { status: 503, retryAfter }, 0)).toBeUndefined()
  })
})
