import { describe, expect, it } from 'vitest'
import { rateLimitOf, requestIdOf } from '../../src/http/headers/response-metadata.js'

describe('requestIdOf', () => {
  it('reads the id, if there is one', () => {
    expect(requestIdOf(new Headers({ 'X-Request-Id': 'r-1' }))).toBe('r-1')
    expect(requestIdOf(new Headers({ 'x-id': 'r-1' }))).toBeUndefined()
  })
})

describe('rateLimitOf', () => {
  it.each(['ratelimit', 'x-ratelimit', 'RateLimit', 'X-RateLimit'])(
    'reads the headers that begin with %s',
    (prefix) => {
      const headers = new Headers({
        [`${prefix}-limit`]: '100',
        [`${prefix}-remaining`]: '0',
        [`${prefix}-reset`]: '1767614400',
      })
      expect(rateLimitOf(headers)).toEqual({ limit: 100, remaining: 0, reset: 1_767_614_400 })
    },
  )

  it.each([
    ['limit', { limit: 0, remaining: undefined, reset: undefined }],
    ['remaining', { limit: undefined, remaining: 0, reset: undefined }],
    ['reset', { limit: undefined, remaining: undefined, reset: 0 }],
  ])('has the others undefined if there is only the %s', (name, limits) => {
    expect(rateLimitOf(new Headers({ [`x-ratelimit-${name}`]: '0' }))).toEqual(limits)
  })

  it('prefers the standard header', () => {
    expect(rateLimitOf(new Headers({ 'ratelimit-limit': '5', 'x-ratelimit-limit': '6' }))).toMatchObject({ limit: 5 })
  })

  it.each(['', 'many', '-1', '1.5', '1e3', '0x10', '100, 100;w=60', 'Mon, 05 Jan 2026 12:00:30 GMT'])(
    'treats %j as absent',
    (value) => {
      expect(rateLimitOf(new Headers({ 'ratelimit-limit': value }))).toBeUndefined()
    },
  )

  it('is nothing without such headers', () => {
    expect(rateLimitOf(new Headers({ 'retry-after': '2' }))).toBeUndefined()
  })
})
