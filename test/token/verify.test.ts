import { createHmac, type KeyObject, sign } from 'node:crypto'
import { inspect } from 'node:util'
import { InputError, SceytError } from 'sceyt-platform'
import { createUserToken, TokenError, type VerifyTokenOptions, verifyUserToken } from 'sceyt-platform/token'
import { describe, expect, it } from 'vitest'
import { jwk, pair, pem, rsa } from './pair.js'

const { privateKey, publicKey } = pair
const time = Date.UTC(2026, 10, 27, 12)
const seconds = time / 1000
const hour = 3_600_000
const claims = { sub: 'zoe', iat: seconds, nbf: seconds, exp: seconds + 3600 }
const verify = (token: string, options: Partial<VerifyTokenOptions> = {}) =>
  verifyUserToken(token, { publicKey, now: () => time, ...options })

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token made without the code under test. */
function forge(payload: unknown, header: object = { alg: 'RS256', typ: 'JWT' }, key: KeyObject = privateKey): string {
  const content = `${encode(header)}.${encode(payload)}`
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
}

async function refusalOf(token: unknown, options: Partial<VerifyTokenOptions> = {}): Promise<TokenError> {
  const error = await verify(token as string, options).then(
    () => expect.fail('The token was accepted.'),
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(TokenError)
  return error as TokenError
}

describe('a token', () => {
  it('is read as it was made', async () => {
    const { token, expiresAt } = await createUserToken('Զոյա 🎉', {
      privateKey,
      appId: 'shop',
      expiresIn: hour,
      now: () => time,
    })
    expect(await verify(token)).toEqual({
      username: 'Զոյա 🎉',
      issuedAt: new Date(time),
      notBefore: new Date(time),
      expiresAt,
      appId: 'shop',
    })
  })

  it('of another back end is read too, whatever else it says', async () => {
    expect(await verify(forge({ ...claims, iss: 'us', aud: ['them'], extra: { a: 1 } }, { alg: 'RS256' }))).toEqual({
      username: 'zoe',
      issuedAt: new Date(time),
      notBefore: new Date(time),
      expiresAt: new Date(time + hour),
      appId: undefined,
    })
  })

  it.each([0, hour - 1])('is valid %d ms after it begins', async (after) => {
    expect((await verify(forge(claims), { now: () => time + after })).username).toBe('zoe')
  })

  it('is valid on the clock of the machine by default', async () => {
    const { token } = await createUserToken('zoe', { privateKey })
    expect((await verifyUserToken(token, { publicKey })).username).toBe('zoe')
    expect(await verifyUserToken(forge({ ...claims, exp: 1 }), { publicKey }).catch((error) => error.reason)).toBe(
      'expired',
    )
  })

  it('is given the tolerance that clocks need, and no more', async () => {
    const options = { clockTolerance: 30_000 }
    expect((await verify(forge(claims), { ...options, now: () => time - 30_000 })).username).toBe('zoe')
    expect((await verify(forge(claims), { ...options, now: () => time + hour + 29_000 })).username).toBe('zoe')
    expect((await refusalOf(forge(claims), { ...options, now: () => time - 31_000 })).reason).toBe('not-active')
    expect((await refusalOf(forge(claims), { ...options, now: () => time + hour + 30_000 })).reason).toBe('expired')
  })

  it('is held to the application that is asked for', async () => {
    expect((await verify(forge({ ...claims, aid: 'shop' }), { appId: 'shop' })).appId).toBe('shop')
    expect((await refusalOf(forge({ ...claims, aid: 'forum' }), { appId: 'shop' })).message).toContain(
      'another application',
    )
    expect((await refusalOf(forge(claims), { appId: 'shop' })).reason).toBe('claims')
  })
})

const [header = '', payload = '', signature = ''] = forge(claims).split('.')
const secret = pem(publicKey, 'spki')
const hmac = (alg: string, key: string) => {
  const content = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`
}

const refused: [string, unknown, TokenError['reason']][] = [
  ['after its end', forge({ ...claims, exp: seconds }), 'expired'],
  ['before its start', forge({ ...claims, nbf: seconds + 1 }), 'not-active'],
  ['signed by another key', forge(claims, undefined, rsa().privateKey), 'signature'],
  ['with other claims', `${header}.${encode({ ...claims, sub: 'omar' })}.${signature}`, 'signature'],
  ['with another header', `${encode({ alg: 'RS256' })}.${payload}.${signature}`, 'signature'],
  ['without its signature', `${header}.${payload}.`, 'signature'],
  ['with the algorithm none', `${encode({ alg: 'none' })}.${payload}.`, 'signature'],
  ['with the algorithm None, and a signature', forge(claims, { alg: 'None' }), 'signature'],
  ['with HS256, the public key being the secret', hmac('HS256', secret), 'signature'],
  ['with HS256, the trimmed public key being the secret', hmac('HS256', secret.trim()), 'signature'],
  ['with HS256, the modulus being the secret', hmac('HS256', String(jwk(publicKey).n)), 'signature'],
  ['with RS512', forge(claims, { alg: 'RS512' }), 'signature'],
  ['with PS256', forge(claims, { alg: 'PS256' }), 'signature'],
  ['with a key of its own', forge(claims, { alg: 'RS256', jwk: jwk(rsa().publicKey) }, rsa().privateKey), 'signature'],
  ['without an algorithm', forge(claims, { typ: 'JWT' }), 'malformed'],
  ['with an unknown critical header', forge(claims, { alg: 'RS256', crit: ['x'], x: 1 }), 'malformed'],
  ['with an unencoded payload', forge(claims, { alg: 'RS256', crit: ['b64'], b64: false }), 'malformed'],
  ['of nothing', '', 'malformed'],
  ['that is missing', undefined, 'malformed'],
  ['that is bytes', Buffer.from(forge(claims)), 'malformed'],
  ['with Bearer before it', `Bearer ${forge(claims)}`, 'malformed'],
  ['with a space in it', forge(claims).replace('.', ' .'), 'malformed'],
  ['with a line end after it', `${forge(claims)}\n`, 'malformed'],
  ['of two parts', `${header}.${payload}`, 'malformed'],
  ['of five parts', `${header}.${payload}.${signature}.a.b`, 'malformed'],
  ['of text', 'not-a-token', 'malformed'],
  ['whose header is no JSON', `${encode('{')}.${payload}.${signature}`, 'malformed'],
  ['whose claims are no JSON', forge('{'), 'malformed'],
  ['whose claims are an array', forge([claims]), 'malformed'],
  ...(['sub', 'iat', 'nbf', 'exp'] as const).map((claim): [string, string, 'claims'] => [
    `without ${claim}`,
    forge({ ...claims, [claim]: undefined }),
    'claims',
  ]),
  ...(['iat', 'nbf', 'exp'] as const).map((claim): [string, string, 'claims'] => [
    `with ${claim} as text`,
    forge({ ...claims, [claim]: `${seconds}` }),
    'claims',
  ]),
  ['that never ends', forge({ ...claims, exp: 1e300 }), 'claims'],
  ['from before time', forge({ ...claims, nbf: -1e300 }), 'claims'],
  ['for a user without a name', forge({ ...claims, sub: '' }), 'claims'],
  ['for a user who is a number', forge({ ...claims, sub: 7 }), 'claims'],
  [
    'for a user whose name is a lone surrogate',
    forge(`{"sub":"\\ud800","iat":1,"nbf":1,"exp":${seconds + 1}}`),
    'claims',
  ],
  ['for an application that is a number', forge({ ...claims, aid: 7 }), 'claims'],
]

describe('a token is refused', () => {
  it.each(refused)('%s', async (_what, token, reason) => {
    const error = await refusalOf(token)
    expect([error.reason, error.name]).toEqual([reason, 'TokenError'])
    expect(error).toBeInstanceOf(SceytError)
    expect(error).not.toBeInstanceOf(InputError)
  })

  it.each(refused.filter(([, token]) => String(token).length > 20))(
    '%s, and the error does not contain it',
    async (_what, token) => {
      const error = await refusalOf(token)
      const shown = `${inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })}${error.stack}`
      const pieces = String(token).match(/[\w-]{16}/g) ?? []
      expect(pieces.filter((piece) => shown.includes(piece))).toEqual([])
      expect(error.cause).toBeUndefined()
    },
  )
})

describe('an option is refused:', () => {
  it.each<[object, string]>([
    [{ now: () => Number.NaN }, 'now'],
    [{ now: () => '0' }, 'now'],
    [{ now: time }, 'now'],
    [{ clockTolerance: -1 }, 'clockTolerance'],
    [{ clockTolerance: Number.NaN }, 'clockTolerance'],
    [{ clockTolerance: Number.POSITIVE_INFINITY }, 'clockTolerance'],
    [{ clockTolerance: '30s' }, 'clockTolerance'],
    [{ appId: '' }, 'appId'],
    [{ publicKey: undefined }, 'publicKey'],
  ])('%o', async (options, parameter) => {
    await expect(verify(forge(claims), options)).rejects.toMatchObject({ name: 'InputError', parameter })
  })

  it('all of them', async () => {
    await expect(verifyUserToken(forge(claims), undefined as never)).rejects.toThrow('publicKey is missing.')
  })
})
