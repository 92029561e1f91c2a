import type { CreateTokenOptions, UserToken } from '../../token/create-token.js'
import type { TokenKeyPair } from '../../token/key-pair.js'
import type { TokenPrivateKey } from '../../token/keys.js'

/**
 * The key pair that signs the tokens of an application. It is generated or read on first use, and its code is imported only
 * then, so that a sandbox starts fast. It is not state, so no snapshot contains it.
 */
export class AppKeys {
  readonly given: boolean
  readonly #read: () => Promise<TokenKeyPair>
  #pair: Promise<TokenKeyPair> | undefined

  constructor(given: TokenPrivateKey | undefined) {
    this.given = given !== undefined
    this.#read = async () => {
      const { makeKeyPair, readKeyPair } = await import('../../token/key-pair.js')
      return given === undefined ? makeKeyPair() : readKeyPair(given)
    }
  }

  /** The public key as PEM; undefined in a page without WebCrypto, where no pair can be made. */
  async publicKey(): Promise<string | undefined> {
    return globalThis.crypto?.subtle ? (await this.#load()).publicKey : undefined
  }

  /** Whether a public key, as a seed has it, is the one of this pair. */
  async matches(publicKey: string): Promise<boolean> {
    const own = await this.publicKey()
    const { toSpki } = await import('../../token/key-pair.js')
    return own === (await toSpki(publicKey).catch(() => undefined))
  }

  async createToken(username: string, options: Omit<CreateTokenOptions, 'privateKey'>): Promise<UserToken> {
    const { createUserToken } = await import('../../token/create-token.js')
    return createUserToken(username, { ...options, privateKey: (await this.#load()).privateKey })
  }

  #load(): Promise<TokenKeyPair> {
    this.#pair ??= this.#read()
    return this.#pair
  }
}
