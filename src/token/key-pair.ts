import { InputError } from 'sceyt-platform'
import type { TokenPrivateKey, TokenPublicKey } from './keys.js'
import { readPrivateKey, readPublicKey, webCrypto } from './read-key.js'

/** A pair that signs tokens: the private key, and the public one as PEM (SPKI). */
export interface TokenKeyPair {
  readonly privateKey: TokenPrivateKey
  readonly publicKey: string
}

/**
 * Generates an RSA key pair of 2048 bits, which takes some tenths of a second.
 *
 * @throws InputError without WebCrypto.
 */
export async function makeKeyPair(): Promise<TokenKeyPair> {
  webCrypto('privateKey')
  const { generateKeyPair } = await import('jose/key/generate/keypair')
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  return { privateKey, publicKey: await toPem(publicKey) }
}

/**
 * Reads a private key, and derives the public one.
 *
 * @throws InputError if the key cannot be used. A `CryptoKey` must be extractable.
 */
export async function readKeyPair(given: TokenPrivateKey): Promise<TokenKeyPair> {
  const { key } = await readPrivateKey(given, true)
  if (!key.extractable)
    throw new InputError('privateKey', 'must be an extractable CryptoKey, since its public key is derived from it.')
  const { kty, n, e } = await webCrypto('privateKey').exportKey('jwk', key)
  return { privateKey: given, publicKey: await toSpki({ kty, n, e }) }
}

/**
 * Converts a public key in any form to PEM (SPKI), so that two can be compared.
 *
 * @throws InputError if the key cannot be used.
 */
export async function toSpki(publicKey: TokenPublicKey): Promise<string> {
  return toPem((await readPublicKey(publicKey)).key)
}

async function toPem(publicKey: CryptoKey): Promise<string> {
  const { exportSPKI } = await import('jose/key/export')
  return `${(await exportSPKI(publicKey)).trim()}\n`
}
