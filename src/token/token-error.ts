import { SceytError } from 'sceyt-platform'

/**
 * Why a token is refused: it has expired (`expired`), it is not active yet (`not-active`), it is not a JWT (`malformed`), it is not
 * signed by the key's pair with RS256 (`signature`), or a claim is missing or not as required (`claims`).
 */
export type TokenErrorReason = 'expired' | 'not-active' | 'malformed' | 'signature' | 'claims'

/**
 * A token is refused. The error never contains the token.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { TokenError, verifyUserToken } from 'sceyt-platform/token'
 *
 * const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
 * const refused = await verifyUserToken('not-a-token', { publicKey }).catch((error) => error)
 * console.log(refused instanceof TokenError && refused.reason) // malformed
 * ```
 */
export class TokenError extends SceytError {
  /** Why the token is refused, for code to decide on. */
  readonly reason: TokenErrorReason

  constructor(reason: TokenErrorReason, message: string) {
    super(message)
    this.reason = reason
  }
}

// On the prototype, as that of every error: it is not shown as a field, and minifiers rename classes.
TokenError.prototype.name = 'TokenError'
