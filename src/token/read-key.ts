import { InputError } from 'sceyt-platform'
import { ownFields } from '../common/own-fields.js'
import { algorithmOf, publicKeyOfCertificate, wrapPrivateKey, wrapPublicKey } from './der.js'
import type { Jwk, KeyObjectLike, TokenPrivateKey, TokenPublicKey } from './keys.js'
import { type PemBlock, readPem } from './pem.js'

/** A key for WebCrypto, and the `kid` of its JWK. */
export interface ReadKey {
  readonly key: CryptoKey
  readonly kid: string | undefined
}

/** The purpose of a key. */
interface Purpose {
  readonly parameter: 'privateKey' | 'publicKey'
  readonly type: 'private' | 'public'
  readonly usage: 'sign' | 'verify'
  readonly members: readonly (keyof Jwk)[]
}

const signing: Purpose = {
  parameter: 'privateKey',
  type: 'private',
  usage: 'sign',
  members: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'],
}
const verifying: Purpose = { parameter: 'publicKey', type: 'public', usage: 'verify', members: ['n', 'e'] }
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const leastBits = 2048

/**
 * Reads the key that signs tokens.
 *
 * @param extractable - Whether the public key will be derived from it.
 * @throws InputError if the key cannot be used. It contains no key material, and has no cause that could.
 */
export function readPrivateKey(key: TokenPrivateKey | undefined, extractable = false): Promise<ReadKey> {
  return readKey(key, signing, extractable)
}

/**
 * Reads the key that verifies tokens. Its SPKI form can be exported.
 *
 * @throws InputError if the key cannot be used.
 */
export function readPublicKey(key: TokenPublicKey | undefined): Promise<ReadKey> {
  return readKey(key, verifying, true)
}

function readKey(given: unknown, purpose: Purpose, extractable: boolean): Promise<ReadKey> {
  return importGiven(given, purpose, extractable).catch((error: unknown) => {
    // A getter or a proxy has thrown.
    throw error instanceof InputError ? error : new InputError(purpose.parameter, 'cannot be read.')
  })
}

async function importGiven(given: unknown, purpose: Purpose, extractable: boolean): Promise<ReadKey> {
  const { parameter, type } = purpose
  const expected = `PEM text, a JWK, a KeyObject or a CryptoKey`
  if (given === undefined || given === null)
    throw new InputError(parameter, `is missing. Pass the ${type} RSA key as ${expected}.`)
  if (typeof given === 'string') return { key: await importPem(given, purpose, extractable), kid: undefined }
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new InputError(
      parameter,
      `must be ${expected}, got ${Array.isArray(given) ? 'an array' : `a ${typeof given}`}.`,
    )
  }
  if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer) {
    throw new InputError(parameter, `must be ${expected}, got bytes. Read a PEM file as text: readFile(path, 'utf8').`)
  }
  if (Object.prototype.toString.call(given) === '[object CryptoKey]')
    return { key: checkCryptoKey(given as CryptoKey, purpose), kid: undefined }
  return importJwk(isKeyObject(given) ? exportKeyObject(given, purpose) : (given as Jwk), purpose, extractable)
}

async function importPem(text: string, purpose: Purpose, extractable: boolean): Promise<CryptoKey> {
  const { parameter, type } = purpose
  if (text.trim() === '') throw new InputError(parameter, 'is empty.')
  const blocks = readPem(text)
  const isPrivate = ({ label }: PemBlock) => label.endsWith('PRIVATE KEY')
  const isPublic = ({ label }: PemBlock) => label.endsWith('PUBLIC KEY') || label === 'CERTIFICATE'
  const privateBlock = blocks.find(isPrivate)
  const block = type === 'private' ? privateBlock : blocks.find(isPublic)
  if (type === 'public' && privateBlock) throw new InputError(parameter, privateInstead)
  if (!block) {
    if (blocks.some(isPublic)) throw new InputError(parameter, publicInstead)
    throw new InputError(
      parameter,
      `must be the text of a PEM with a ${type} key, from -----BEGIN to -----END. A path, JSON, or base64 of a PEM is not accepted.`,
    )
  }
  const { label, der, encrypted } = block
  if (encrypted)
    throw new InputError(
      parameter,
      'is encrypted. Decrypt it first, for example with `openssl pkey -in key.pem -out decrypted.pem`.',
    )
  if (label.startsWith('OPENSSH'))
    throw new InputError(
      parameter,
      'is in the format of OpenSSH. Convert it to PEM, for example with `ssh-keygen -p -m PKCS8 -f key`.',
    )
  if (label.startsWith('EC ')) throw new InputError(parameter, otherKind('EC'))
  const data = der && unwrapped(label, der)
  if (!data) throw new InputError(parameter, 'is damaged: its PEM is incomplete or is not base64. Copy it again.')
  const kind = algorithmOf(data)
  if (kind !== undefined && kind !== 'RSA') throw new InputError(parameter, otherKind(kind))
  return importKey(type === 'private' ? 'pkcs8' : 'spki', data, purpose, extractable)
}

/** Returns the bytes of a PEM in the form that WebCrypto imports. */
function unwrapped(label: string, der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (label === 'RSA PRIVATE KEY') return wrapPrivateKey(der)
  if (label === 'RSA PUBLIC KEY') return wrapPublicKey(der)
  return label === 'CERTIFICATE' ? publicKeyOfCertificate(der) : der
}

async function importJwk(given: Jwk, purpose: Purpose, extractable: boolean): Promise<ReadKey> {
  const { parameter, type, usage, members } = purpose
  const jwk = ownFields(given)
  const { kty, kid, alg, use, d } = jwk
  if (kty === undefined)
    throw new InputError(parameter, 'must be PEM text, a JWK, a KeyObject or a CryptoKey, got an object without `kty`.')
  if (kty !== 'RSA') throw new InputError(parameter, otherKind(kty === 'EC' ? 'EC' : undefined))
  if (alg !== undefined && alg !== 'RS256')
    throw new InputError(parameter, 'is a JWK for another algorithm: `alg` must be RS256, or absent.')
  if (use !== undefined && use !== 'sig')
    throw new InputError(parameter, 'is a JWK for another use: `use` must be sig, or absent.')
  if (kid !== undefined && typeof kid !== 'string')
    throw new InputError(parameter, 'is a JWK whose `kid` is not a string.')
  if (type === 'private' && d === undefined) throw new InputError(parameter, publicInstead)
  if (type === 'public' && d !== undefined) throw new InputError(parameter, privateInstead)
  const missing = members.filter((name) => typeof jwk[name] !== 'string')
  if (missing.length > 0)
    throw new InputError(parameter, `is a JWK without ${missing.map((name) => `\`${name}\``).join(', ')}.`)
  // Only these members, since others could limit the use of the key. All of them, since Node reads inherited ones.
  const data = ownFields({
    kty,
    alg: 'RS256',
    use: 'sig',
    ext: true,
    key_ops: [usage],
    ...Object.fromEntries(members.map((name) => [name, jwk[name]])),
  })
  return { key: await importKey('jwk', data, purpose, extractable), kid }
}

async function importKey(
  format: 'pkcs8' | 'spki' | 'jwk',
  data: Uint8Array<ArrayBuffer> | JsonWebKey,
  purpose: Purpose,
  extractable: boolean,
): Promise<CryptoKey> {
  const subtle = webCrypto(purpose.parameter)
  let key: CryptoKey
  try {
    key = await subtle.importKey(format as 'jwk', data as JsonWebKey, algorithm, extractable, [purpose.usage])
  } catch {
    // The platform's own error is dropped, since it may quote a part of the key.
    throw new InputError(purpose.parameter, `is damaged, or is not a ${purpose.type} RSA key.`)
  }
  return checkCryptoKey(key, purpose)
}

/** @throws InputError naming the parameter that cannot be used without WebCrypto. */
export function webCrypto(parameter: Purpose['parameter']): SubtleCrypto {
  const subtle = globalThis.crypto?.subtle
  if (!subtle)
    throw new InputError(
      parameter,
      'cannot be used here, without WebCrypto: pages have it only over https and on localhost. Under Jest with jsdom, set globalThis.crypto to the webcrypto of node:crypto.',
    )
  return subtle
}

function checkCryptoKey(key: CryptoKey, { parameter, type, usage }: Purpose): CryptoKey {
  const { name, hash, modulusLength = 0 } = key.algorithm as Partial<RsaHashedKeyAlgorithm>
  if (key.type !== type)
    throw new InputError(
      parameter,
      key.type === 'public' ? publicInstead : key.type === 'private' ? privateInstead : otherKind(),
    )
  if (name !== algorithm.name || hash?.name !== algorithm.hash) {
    throw new InputError(parameter, `must be a CryptoKey for ${algorithm.name} with ${algorithm.hash}, which is RS256.`)
  }
  if (modulusLength < leastBits)
    throw new InputError(parameter, `has ${modulusLength} bits, but RS256 needs a key of ${leastBits} bits or more.`)
  if (!key.usages.includes(usage)) throw new InputError(parameter, `must be a CryptoKey with the usage \`${usage}\`.`)
  return key
}

function isKeyObject(value: object): value is KeyObjectLike {
  return Object.prototype.toString.call(value) === '[object KeyObject]'
}

function exportKeyObject(key: KeyObjectLike, { parameter }: Purpose): Jwk {
  if (key.asymmetricKeyType !== 'rsa')
    throw new InputError(parameter, otherKind(key.asymmetricKeyType === 'ec' ? 'EC' : undefined))
  return key.export({ format: 'jwk' })
}

const publicInstead = 'is a public key. Tokens are signed with the private key of the pair.'
const privateInstead =
  'is a private key. Tokens are verified with the public key of the pair; keep the private key on the server that creates tokens.'

function otherKind(kind?: string): string {
  return `is ${kind ? `${/^[AEIOR]/.test(kind) ? 'an' : 'a'} ${kind} key` : 'a key of another kind'}, but RS256 needs an RSA key.`
}
