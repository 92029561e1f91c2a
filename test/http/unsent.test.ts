import { describe, expect, it } from 'vitest'
import { provesUnsent } from '../../src/http/unsent.js'

const wrap = (cause: unknown) => new TypeError('fetch failed', { cause })
const failing = (fields: object) => Object.assign(new Error('failed'), fields)

describe('provesUnsent', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])(
    'is true for %s, however it is wrapped',
    (code) => {
      expect(provesUnsent(failing({ code }))).toBe(true)
      expect(provesUnsent(wrap(failing({ code })))).toBe(true)
      expect(provesUnsent(wrap(wrap(wrap(failing({ code })))))).toBe(true)
    },
  )

  it.each(['ETIMEDOUT', 'ECONNRESET', 'EADDRNOTAVAIL', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'is true for %s while connecting',
    (code) => {
      expect(provesUnsent(wrap(failing({ code, syscall: 'connect' })))).toBe(true)
    },
  )

  it('says yes where every address was refused', () => {
    const refused = ['::1', '127.0.0.1'].map((address) =>
      failing({ code: 'ECONNREFUSED', syscall: 'connect', address }),
    )
    expect(provesUnsent(wrap(Object.assign(new AggregateError(refused), { code: 'ECONNREFUSED' })))).toBe(true)
  })

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'ECONNABORTED',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'HPE_INVALID_CONSTANT',
    'econnrefused',
  ])('says no to %s, after which the server may have everything', (code) => {
    expect(provesUnsent(failing({ code }))).toBe(false)
    expect(provesUnsent(wrap(failing({ code, syscall: 'read' })))).toBe(false)
  })

  // An established connection breaks with these too, when packets find no way any more.
  it.each(['EHOSTUNREACH', 'ENETUNREACH'])('says no to %s of a connection that was there', (code) => {
    for (const syscall of ['read', 'write']) expect(provesUnsent(wrap(failing({ code, syscall })))).toBe(false)
  })

  it.each([
    undefined,
    null,
    'ECONNREFUSED',
    5,
    {},
    new Error('ECONNREFUSED'),
    { code: 111 },
    { syscall: 'getaddrinfo' },
    wrap('ECONNREFUSED'),
    wrap(null),
  ])('says no to what proves nothing: %s', (error) => {
    expect(provesUnsent(error)).toBe(false)
  })

  it('ends where causes form a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(provesUnsent(error)).toBe(false)
  })
})
