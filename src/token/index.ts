/**
 * Creates and verifies the access tokens of chat users.
 *
 * @packageDocumentation
 */
export { type CreateTokenOptions, createUserToken, type UserToken } from './create-token.js'
export type { CryptoKeyLike, Jwk, KeyObjectLike, TokenPrivateKey, TokenPublicKey } from './keys.js'
export { TokenError, type TokenErrorReason } from './token-error.js'
export { type UserTokenClaims, type VerifyTokenOptions, verifyUserToken } from './verify-token.js'
