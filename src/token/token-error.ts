import { SceytError } from 'sceyt-platform'
import { nameErrors } from '../errors/name-errors.js'

/**
 * Why a token is rejected: it has expired (`expired`), it is not active yet (`not-active`), it is not a JWT (`malformed`), it is not
 * signed by the key's pair with RS256 (`signature`), or a claim is missing or not as required (`claims`).
 */
export type TokenErrorReason = 'expired' | 'not-active' | 'malformed' | 'signature' | 'claims'

/**
 * A token is rejected. The message never contains the token.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { TokenError, verifyUserToken } from 'sceyt-platform/token'
 *
 * const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const rejected = await verifyUserToken('not-a-token', { publicKey }).catch((error) => error)
 * console.log(rejected instanceof TokenError && rejected.reason) // malformed
 * ```
 */
export class TokenError extends SceytError {
  /** Reason of the rejection. */
  readonly reason: TokenErrorReason

  constructor(reason: TokenErrorReason, message: string) {
    super(message)
    this.reason = reason
  }
}

nameErrors(TokenError, 'TokenError')
