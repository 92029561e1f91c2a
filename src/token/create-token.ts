import { InputError } from 'sceyt-platform'
import { ownFields } from '../common/own-fields.js'
import type { TokenPrivateKey } from './keys.js'
import { readPrivateKey } from './read-key.js'
import { checkAppId, isTime, readClock, readTokenOptions, usernameProblem } from './token-input.js'

/** Options of `createUserToken`. */
export interface CreateTokenOptions {
  /**
   * The application's private key, which the dashboard shows once: RSA of 2048 bits or more. PEM text (PKCS#8 or PKCS#1, not
   * encrypted; line breaks may be written as `\n`), a JWK, a `KeyObject` or a `CryptoKey`. Undefined, as from a variable that
   * is not set, is an `InputError`.
   */
  privateKey: TokenPrivateKey | undefined
  /** Lifetime in milliseconds, counted from `notBefore`: 600,000 (10 minutes) to 604,800,000 (7 days). Default: 6 hours. */
  expiresIn?: number | undefined
  /** Start of the token's validity, rounded down to a second. Default: now. */
  notBefore?: Date | undefined
  /** Application id, as the claim `aid`. Default: no such claim. */
  appId?: string | undefined
  /** The clock: returns milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined
}

/** A token for a chat client. */
export interface UserToken {
  /** A JWT, signed with RS256. It is a secret of the user: do not log it. */
  token: string
  /** End of the token's validity, as in its claim `exp`: a whole second. */
  expiresAt: Date
}

const optionNames = ['privateKey', 'expiresIn', 'notBefore', 'appId', 'now'] as const
const minute = 60_000
const hour = 60 * minute
const shortest = 10 * minute
const longest = 7 * 24 * hour

/**
 * Creates a user access token, with which a chat client of this user connects to Sceyt. Call it on a server that has
 * authenticated the user: the private key must not reach a browser or an app. No request is made.
 *
 * @param username - The user that the token is for. Whether the user exists is not checked.
 * @param options - The private key; optionally lifetime in milliseconds, start, application and clock.
 * @returns The token, and when it expires.
 * @throws InputError naming the parameter that cannot be used, such as a key under 2048 bits or a lifetime under 10 minutes.
 * Its message never contains key material.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { createUserToken } from 'sceyt-platform/token'
 *
 * // In production: the PEM from the dashboard, from your secret store.
 * const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
 *
 * const { token, expiresAt } = await createUserToken('zoe', { privateKey, expiresIn: 60 * 60_000 })
 * console.log(token.split('.').length, expiresAt > new Date()) // 3 true
 * ```
 */
export async function createUserToken(username: string, options: CreateTokenOptions): Promise<UserToken> {
  const { privateKey, expiresIn = 6 * hour, notBefore, appId, now = Date.now } = readTokenOptions(options, optionNames)
  const problem = usernameProblem(username)
  if (problem) throw new InputError('username', problem)
  if (typeof expiresIn !== 'number' || !(expiresIn >= shortest && expiresIn <= longest))
    throw new InputError('expiresIn', lifetimeProblem(expiresIn))
  checkAppId(appId)
  const time = readClock(now)
  const start = notBefore === undefined ? time : notBefore instanceof Date ? notBefore.getTime() : Number.NaN
  if (!isTime(start)) throw new InputError('notBefore', 'must be a valid Date between the years 1970 and 9999.')
  const [iat, nbf] = [toSeconds(time), toSeconds(start)]
  const exp = nbf + toSeconds(expiresIn)
  if (!isTime(exp * 1000)) throw new InputError('notBefore', 'is too late: the token would expire after the year 9999.')
  if (exp * 1000 <= time)
    throw new InputError(
      'notBefore',
      'is too early: the token would have expired already. Use a later notBefore or a longer expiresIn.',
    )
  const { key, kid } = await readPrivateKey(privateKey)
  const claims = ownFields({ sub: username, iat, nbf, exp, ...(appId !== undefined && { aid: appId }) })
  const header = ownFields({ alg: 'RS256', typ: 'JWT', ...(kid !== undefined && { kid }) })
  // jose is loaded on first use: it needs globals that Jest's environment for jsdom does not have.
  const { SignJWT } = await import('jose/jwt/sign')
  const signed = new SignJWT(claims).setProtectedHeader(header).sign(key)
  const token = await signed.catch(() => {
    // The platform's own error is dropped, since it may quote a part of the key.
    throw new InputError('privateKey', 'cannot sign. It may be damaged: compare it with the key from the dashboard.')
  })
  return { token, expiresAt: new Date(exp * 1000) }
}

function lifetimeProblem(given: unknown): string {
  const range = `must be a number of milliseconds from ${shortest} (10 minutes) to ${longest} (7 days)`
  if (typeof given !== 'number') return `${range}, got a value of type ${given === null ? 'null' : typeof given}.`
  return `${range}, got ${given}.`
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
