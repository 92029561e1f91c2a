import { InputError } from 'sceyt-platform'
import { type CreateTokenOptions, createUserToken } from 'sceyt-platform/token'
import { describe, expect, it } from 'vitest'
import { isSignedBy, pair, parse } from './pair.js'

const time = Date.UTC(2026, 10, 27, 12, 0, 0, 999)
const seconds = Math.floor(time / 1000)
const minute = 60_000
const day = 24 * 60 * minute
const { privateKey } = pair
const create = (options: Partial<CreateTokenOptions> = {}, username = 'zoe') =>
  createUserToken(username, { privateKey, now: () => time, ...options })

describe('a token', () => {
  it('is a JWT that RS256 signs, with the user and three times in whole seconds, and nothing else', async () => {
    const { token } = await create()
    expect(parse(token)).toEqual({
      header: { alg: 'RS256', typ: 'JWT' },
      claims: { sub: 'zoe', iat: seconds, nbf: seconds, exp: seconds + 6 * 3600 },
    })
    expect(isSignedBy(token, pair.publicKey)).toBe(true)
  })

  it('names the application only if one is given', async () => {
    expect(parse((await create({ appId: '8lwox2ge93' })).token).claims).toMatchObject({ aid: '8lwox2ge93' })
    expect(parse((await create({ appId: undefined })).token).claims).not.toHaveProperty('aid')
  })

  it.each([10 * minute, 10 * minute + 1.5, 6 * 60 * minute, 7 * day])(
    'lives %d ms, and says when it expires',
    async (expiresIn) => {
      const { token, expiresAt } = await create({ expiresIn })
      const { exp } = parse(token).claims
      expect(exp).toBe(seconds + Math.floor(expiresIn / 1000))
      expect(expiresAt).toEqual(new Date(Number(exp) * 1000))
    },
  )

  it.each([-minute, minute, 30 * day])('lives from a start that is %d ms from now', async (distance) => {
    const { claims } = parse((await create({ notBefore: new Date(time + distance) })).token)
    const nbf = Math.floor((time + distance) / 1000)
    expect(claims).toMatchObject({ iat: seconds, nbf, exp: nbf + 6 * 3600 })
  })

  it('is of the present by default', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { iat, nbf } = parse((await createUserToken('zoe', { privateKey })).token).claims
    expect(iat).toBe(nbf)
    expect(iat).toBeGreaterThanOrEqual(before)
    expect(iat).toBeLessThanOrEqual(Date.now() / 1000)
  })

  it.each(['username_new*user', 'Զոյա 你好 🎉', '...', '__proto__', '"\\\n'])('may be for %j', async (username) => {
    expect(parse((await create({}, username)).token).claims['sub']).toBe(username)
  })
})

describe('is refused', () => {
  const refusal = async (made: Promise<unknown>) => {
    const error = await made.then(
      () => expect.fail('It was accepted.'),
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(InputError)
    const { parameter, message } = error as InputError
    expect(message.startsWith(`${parameter} `)).toBe(true)
    return message
  }

  it.each<[unknown, string]>([
    [10 * minute - 1, 'from 600000 (10 minutes) to 604800000 (7 days), got 599999.'],
    [7 * day + 1, 'got 604800001.'],
    [3600, 'a number of milliseconds'],
    [0, 'got 0.'],
    [-6 * 60 * minute, 'got -21600000.'],
    [Number.NaN, 'got NaN.'],
    [Number.POSITIVE_INFINITY, 'got Infinity.'],
    ['6h', 'got a value of type string.'],
    ['3600000', 'got a value of type string.'],
    [null, 'got a value of type null.'],
    [3_600_000n, 'got a value of type bigint.'],
    [{ valueOf: () => 3_600_000 }, 'got a value of type object.'],
  ])('a lifetime of %o', async (expiresIn, message) => {
    expect(await refusal(create({ expiresIn } as CreateTokenOptions))).toContain(`expiresIn must be`)
    expect(await refusal(create({ expiresIn } as CreateTokenOptions))).toContain(message)
  })

  it.each<[unknown, string]>([
    ['', 'username cannot be empty.'],
    ['.', 'username cannot be `.`.'],
    ['..', 'username cannot be `..`.'],
    ['\ud800', 'username must be well-formed text; it contains a lone surrogate.'],
    [undefined, 'username must be a string, got undefined.'],
    [null, 'username must be a string, got null.'],
    [7, 'username must be a string, got the number 7.'],
  ])('the username %j', async (username, message) => {
    expect(await refusal(createUserToken(username as string, { privateKey }))).toBe(message)
  })

  it.each<[Partial<Record<keyof CreateTokenOptions, unknown>>, string]>([
    [{ notBefore: '2026-11-27' }, 'notBefore must be a valid Date'],
    [{ notBefore: time }, 'notBefore must be a valid Date'],
    [{ notBefore: new Date('never') }, 'notBefore must be a valid Date'],
    [{ notBefore: new Date(-1) }, 'notBefore must be a valid Date'],
    [{ notBefore: new Date(Date.UTC(10_000, 0)) }, 'notBefore must be a valid Date'],
    [{ notBefore: new Date(Date.UTC(10_000, 0) - minute) }, 'notBefore is too late'],
    [{ notBefore: new Date(time - 6 * 60 * minute) }, 'notBefore is too early'],
    [{ appId: '' }, 'appId must be a non-empty string'],
    [{ appId: 5 }, 'appId must be a non-empty string'],
    [{ appId: '\udc00' }, 'appId must be well-formed text'],
    [{ now: time }, 'now must be a function'],
    [{ now: () => Number.NaN }, 'now must return the time'],
    [{ now: () => new Date() }, 'now must return the time'],
  ])('%o', async (options, message) => {
    expect(await refusal(create(options as CreateTokenOptions))).toContain(message)
  })

  it('a call without options', async () => {
    expect(await refusal(createUserToken('zoe', undefined as never))).toContain('privateKey is missing.')
  })
})
