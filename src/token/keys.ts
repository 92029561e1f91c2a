/** A JSON Web Key, as an object. Members that are not needed are ignored. */
export interface Jwk {
  /** Must be `RSA`. */
  readonly kty?: string | undefined
  /** Name of the key, which becomes the `kid` of the token's header. */
  readonly kid?: string | undefined
  /** `RS256`, if given. */
  readonly alg?: string | undefined
  /** `sig`, if given. */
  readonly use?: string | undefined
  /** The modulus. */
  readonly n?: string | undefined
  /** The public exponent. */
  readonly e?: string | undefined
  /** The private exponent. Only a private key has it, and the members below. */
  readonly d?: string | undefined
  /** The first prime. */
  readonly p?: string | undefined
  /** The second prime. */
  readonly q?: string | undefined
  /** The first exponent. */
  readonly dp?: string | undefined
  /** The second exponent. */
  readonly dq?: string | undefined
  /** The coefficient. */
  readonly qi?: string | undefined
}

/** The part of a `KeyObject` of `node:crypto` that is used. Declared here, so that no types of Node are needed. */
export interface KeyObjectLike {
  /** `private` or `public`. */
  readonly type: string
  /** Must be `rsa`. */
  readonly asymmetricKeyType?: string | undefined
  /** Returns the key as a JWK. */
  export(options: { format: 'jwk' }): object
}

/** The part of a `CryptoKey` of WebCrypto that is used. Declared here, so that no types of a browser are needed. */
export interface CryptoKeyLike {
  /** `private` or `public`. */
  readonly type: string
  /** The algorithm of the key. */
  readonly algorithm: {
    /** Must be `RSASSA-PKCS1-v1_5`, with SHA-256. */
    readonly name: string
  }
  /** Whether the key can leave WebCrypto. */
  readonly extractable: boolean
  /** Must contain `sign` or `verify`. */
  readonly usages: readonly string[]
}

/** A private RSA key of 2048 bits or more: PEM text (PKCS#8 or PKCS#1, not encrypted), a JWK, a `KeyObject` or a `CryptoKey`. */
export type TokenPrivateKey = string | Jwk | KeyObjectLike | CryptoKeyLike

/** A public RSA key of 2048 bits or more: PEM text (SPKI, PKCS#1 or an X.509 certificate), a JWK, a `KeyObject` or a `CryptoKey`. */
export type TokenPublicKey = string | Jwk | KeyObjectLike | CryptoKeyLike
