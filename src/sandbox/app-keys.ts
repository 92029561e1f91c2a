import type { CreateTokenOptions, UserToken } from '../token/create-token.js'
import type { TokenKeyPair } from '../token/key-pair.js'
import type { TokenPrivateKey } from '../token/keys.js'
import { quote } from './problem.js'

/**
 * The key pair that signs the tokens of an application. It is generated or read on first use, and its code is imported only
 * then, so that a sandbox starts fast. It is not state, so no snapshot contains it.
 */
export class AppKeys {
  readonly #isGiven: boolean
  readonly #read: () => Promise<TokenKeyPair>
  #pair: Promise<TokenKeyPair> | undefined

  constructor(given: TokenPrivateKey | undefined) {
    this.#isGiven = given !== undefined
    this.#read = async () => {
      const { makeKeyPair, readKeyPair } = await import('../token/key-pair.js')
      return given === undefined ? makeKeyPair() : readKeyPair(given)
    }
  }

  /** Returns the public key as PEM; undefined in a page without WebCrypto, where no pair can be made. */
  async publicKey(): Promise<string | undefined> {
    return globalThis.crypto?.subtle ? (await this.#load()).publicKey : undefined
  }

  /** @throws RangeError if the public key of a seed is not the one of this pair. */
  async checkPublicKey(appId: string, publicKey: string): Promise<void> {
    if (!this.#isGiven) {
      throw new RangeError(
        `The application ${quote(appId)} has a public_key from its seed, so its tokens need the matching private key: pass it as privateKey.`,
      )
    }
    const own = await this.publicKey()
    const { toSpki } = await import('../token/key-pair.js')
    if (own !== (await toSpki(publicKey).catch(() => undefined)))
      throw new RangeError(
        `The privateKey of the application ${quote(appId)} does not match the public_key of its seed.`,
      )
  }

  async createToken(username: string, options: Omit<CreateTokenOptions, 'privateKey'>): Promise<UserToken> {
    const { createUserToken } = await import('../token/create-token.js')
    return createUserToken(username, { ...options, privateKey: (await this.#load()).privateKey })
  }

  #load(): Promise<TokenKeyPair> {
    this.#pair ??= this.#read()
    return this.#pair
  }
}
