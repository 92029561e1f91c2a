import { InputError } from 'sceyt-platform'
import { ownFields } from '../common/own-fields.js'
import type { TokenPublicKey } from './keys.js'
import { readPublicKey } from './read-key.js'
import { TokenError } from './token-error.js'
import { checkAppId, isTime, readClock, readTokenOptions, usernameProblem } from './token-input.js'

/** Options of `verifyUserToken`. */
export interface VerifyTokenOptions {
  /**
   * The public key of the pair that signs tokens: RSA of 2048 bits or more. PEM text (SPKI, PKCS#1 or an X.509 certificate),
   * a JWK, a `KeyObject` or a `CryptoKey`. Undefined is an `InputError`.
   */
  publicKey: TokenPublicKey | undefined
  /** Application id that the claim `aid` must have. Default: `aid` may have any value, or be absent. */
  appId?: string | undefined
  /** The clock: returns milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
  /** Allowed difference between the clocks of two machines, in milliseconds. Default: 0. */
  clockTolerance?: number | undefined
}

/** The claims of a verified token. */
export interface UserTokenClaims {
  /** The user that the token is for: the claim `sub`. */
  username: string
  /** Creation of the token: the claim `iat`. */
  issuedAt: Date
  /** Start of its validity: the claim `nbf`. */
  notBefore: Date
  /** End of its validity: the claim `exp`. */
  expiresAt: Date
  /** Application id: the claim `aid`, if the token has it. */
  appId: string | undefined
}

const optionNames = ['publicKey', 'appId', 'now', 'clockTolerance'] as const

/**
 * Verifies a user access token: its signature (RS256 only), its times and its claims. For tests and middleware; Sceyt
 * verifies the tokens of chat clients itself.
 *
 * @param token - The JWT alone, without `Bearer`.
 * @param options - The public key; optionally the application, the clock, and the difference between clocks in milliseconds.
 * @returns The claims of the token.
 * @throws TokenError with a `reason` if the token is rejected. Its message never contains the token.
 * @throws InputError if an option cannot be used, such as a private key in place of the public one.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { createUserToken, verifyUserToken } from 'sceyt-platform/token'
 *
 * const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const { token } = await createUserToken('zoe', { privateKey, appId: '8lwox2ge93' })
 *
 * const { username, appId } = await verifyUserToken(token, { publicKey, appId: '8lwox2ge93' })
 * console.log(username, appId) // zoe 8lwox2ge93
 * ```
 */
export async function verifyUserToken(token: string, options: VerifyTokenOptions): Promise<UserTokenClaims> {
  const { publicKey, appId, now = Date.now, clockTolerance = 0 } = readTokenOptions(options, optionNames)
  checkAppId(appId)
  if (typeof clockTolerance !== 'number' || !(clockTolerance >= 0 && clockTolerance < Number.POSITIVE_INFINITY)) {
    throw new InputError('clockTolerance', 'must be a number of milliseconds, 0 or more.')
  }
  const currentDate = new Date(readClock(now))
  const { key } = await readPublicKey(publicKey)
  // Stricter than jose, which ignores whitespace.
  if (typeof token !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) throw new TokenError('malformed', notAToken)
  const checks = ownFields({ algorithms: ['RS256'], currentDate, clockTolerance: clockTolerance / 1000 })
  const { jwtVerify } = await import('jose/jwt/verify')
  const { payload } = await jwtVerify(token, key, checks).catch((error: unknown) => {
    throw toTokenError(error)
  })
  const { sub, iat, nbf, exp, aid } = ownFields(payload)
  const problem = usernameProblem(sub)
  if (problem) throw new TokenError('claims', `The claim sub of the token ${problem}`)
  if (aid !== undefined && typeof aid !== 'string')
    throw new TokenError('claims', 'The claim aid of the token must be a string.')
  if (appId !== undefined && aid !== appId) {
    throw new TokenError(
      'claims',
      `The token is for ${aid === undefined ? 'any application' : 'another application'}: its claim aid must be ${JSON.stringify(appId)}.`,
    )
  }
  return {
    username: sub as string,
    issuedAt: toDate('iat', iat),
    notBefore: toDate('nbf', nbf),
    expiresAt: toDate('exp', exp),
    appId: aid,
  }
}

const notAToken =
  'The token is not a JWT: expected three base64url parts separated by dots, and nothing before or after.'

/** Converts an error of jose, which may contain claims, to one without them. */
function toTokenError(error: unknown): TokenError {
  const { code, claim, reason } = (error ?? {}) as { code?: unknown; claim?: unknown; reason?: unknown }
  switch (code) {
    case 'ERR_JWT_EXPIRED':
      return new TokenError('expired', 'The token has expired. Create a new one with createUserToken().')
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
      return new TokenError(
        'signature',
        'The signature of the token does not match: the token was changed, or signed with the key of another pair.',
      )
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return new TokenError('signature', 'The token is not signed with RS256, the only accepted algorithm.')
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED':
      if (claim === 'nbf' && reason === 'check_failed') {
        return new TokenError(
          'not-active',
          'The token is not active yet: its claim nbf is in the future. If the clocks of two machines differ, raise clockTolerance.',
        )
      }
      return new TokenError('claims', `The claim ${String(claim)} of the token must be a number of seconds.`)
    default:
      return new TokenError('malformed', notAToken)
  }
}

function toDate(claim: string, seconds: unknown): Date {
  const time = Number(seconds) * 1000
  if (!isTime(time))
    throw new TokenError(
      'claims',
      `The claim ${claim} of the token is missing, or is not a time between the years 1970 and 9999.`,
    )
  return new Date(time)
}
