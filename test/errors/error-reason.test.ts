import { describe, expect, it } from 'vitest'
import type { ErrorReason } from '../../generated/error-codes.js'
import { createApiError } from '../../src/errors/api-error.js'

const errorOf = (status: number, body: unknown = '') => createApiError({ status, body, headers: new Headers() })

/** Every code in Sceyt's clients, and those of the sandbox. */
const codes: Record<Exclude<ErrorReason, 'unknown'>, number[]> = {
  'already-exists': [40006, 40007, 40900, 1108],
  'in-use': [40901, 1305],
  'not-found': [40008, 40012, 40015, 40400, 40401, 1109],
  'not-allowed': [40014, 40105, 40106, 40301, 1301],
  invalid: [40000, 40003, 40004, 40010, 40011],
  'too-large': [40001, 40009, 40013, 1203],
  'rate-limited': [40002, 42900],
  unauthenticated: [40005, 40101, 40102, 40103, 40104, 1020, 1021, 1302],
  unavailable: [50001, 50300],
}

describe('the reason of an error', () => {
  it.each(Object.entries(codes).flatMap(([reason, all]) => all.map((code) => [code, reason] as const)))(
    'code %i means %s, whatever the status and the type',
    (code, reason) => {
      for (const [status, type] of [
        [400, 'BadParam'],
        [409, 'NotFound'],
        [503, undefined],
      ] as const)
        expect(errorOf(status, { code, type, message: 'No.' })).toMatchObject({ status, code, reason })
    },
  )

  it.each<[string, ErrorReason]>([
    ['BadRequest', 'invalid'],
    ['BadParam', 'invalid'],
    ['NotFound', 'not-found'],
    ['NotAllowed', 'not-allowed'],
    ['TooLargeRequest', 'too-large'],
    ['InternalError', 'unavailable'],
    ['TooManyRequests', 'rate-limited'],
    ['Authentication', 'unauthenticated'],
  ])('type %s decides where the code is unknown or absent', (type, reason) => {
    expect(errorOf(409, { code: 12345, type, message: 'No.' }).reason).toBe(reason)
    expect(errorOf(409, { type, message: 'No.' }).reason).toBe(reason)
  })

  it.each<[number, ErrorReason]>([
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [408, 'unavailable'],
    [409, 'already-exists'],
    [410, 'not-found'],
    [413, 'too-large'],
    [415, 'invalid'],
    [418, 'unknown'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [599, 'unavailable'],
    [999, 'unknown'],
  ])('status %i decides where neither is known', (status, reason) => {
    for (const body of [
      '',
      '<h1>No</h1>',
      { code: 12345, type: 'about:blank', message: 'No.' },
      { code: '40006', type: 'constructor' },
      { code: 4000, type: 'Not' },
      null,
    ])
      expect(errorOf(status, body).reason).toBe(reason)
  })

  it('is the same for "already exists" as 409 and as 400', () => {
    const bodies = [{ code: 40006 }, { code: 40007 }, { code: 1108 }].map((body) =>
      errorOf(400, { ...body, type: 'BadRequest', message: 'Taken.' }),
    )
    expect([...bodies, errorOf(409)].map(({ reason }) => reason)).toEqual(Array(4).fill('already-exists'))
  })
})

describe('the trace id', () => {
  it('is kept, and stands in the message', () => {
    const error = errorOf(404, { code: 40400, message: 'No.', traceId: 't-1' })
    expect(error).toMatchObject({ traceId: 't-1', message: '404: No. Trace id: t-1.' })
    expect(errorOf(404, { error: { code: 40400, message: 'No.', traceId: 't-2' } }).traceId).toBe('t-2')
  })

  it('is cut when it is endless, and undefined when it is no text', () => {
    expect(errorOf(404, { traceId: 'x'.repeat(60_000) }).message.length).toBeLessThan(1000)
    expect(errorOf(404, { traceId: 5 }).traceId).toBeUndefined()
  })
})
