import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { InputError } from 'sceyt-platform'
import { createUserToken, type TokenPrivateKey, type TokenPublicKey, verifyUserToken } from 'sceyt-platform/token'
import { describe, expect, it } from 'vitest'
import { certificate, cryptoKey, ec, isSignedBy, jwk, pair, parse, pem, rsa } from './pair.js'

const { privateKey, publicKey } = pair
const pkcs8 = pem(privateKey, 'pkcs8')
const pkcs1 = pem(privateKey, 'pkcs1')
const spki = pem(publicKey, 'spki')
const [signingKey, verifyingKey] = [await cryptoKey('private'), await cryptoKey('public')]
const { token } = await createUserToken('zoe', { privateKey })

describe('the private key may be', () => {
  it.each<[string, TokenPrivateKey]>([
    ['PEM as PKCS#8', pkcs8],
    ['PEM as PKCS#1', pkcs1],
    ['a JWK', jwk(privateKey)],
    ['a KeyObject', privateKey],
    ['a CryptoKey', signingKey],
    ['PEM with CRLF', pkcs8.replaceAll('\n', '\r\n')],
    ['PEM whose line ends are written as \\n', pkcs8.replaceAll('\n', '\\n')],
    ['PEM whose line ends are written as \\r\\n', pkcs1.replaceAll('\n', '\\r\\n')],
    ['PEM with spaces for line ends', pkcs8.replaceAll('\n', ' ')],
    ['PEM in quotes', `"${pkcs1.replaceAll('\n', '\\n')}"`],
    ['indented PEM', `\n\n  ${pkcs8.replaceAll('\n', '\n  ')}\n\n`],
    ['PEM without a line end', pkcs8.trim()],
    ['PEM with a byte order mark', `\ufeff${pkcs8}`],
    ['PEM after others', `${spki}${pkcs1}`],
  ])('%s', async (_form, key) => {
    const made = await createUserToken('zoe', { privateKey: key })
    expect(isSignedBy(made.token, publicKey)).toBe(true)
  })

  it('of 3072 bits', async () => {
    const large = rsa(3072)
    for (const type of ['pkcs1', 'pkcs8'] as const) {
      expect(
        isSignedBy((await createUserToken('zoe', { privateKey: pem(large.privateKey, type) })).token, large.publicKey),
      ).toBe(true)
    }
  })

  it('a JWK with a name, which the header then has, and with members that would forbid its use', async () => {
    const key = { ...jwk(privateKey), kid: 'key-1', alg: 'RS256', use: 'sig', key_ops: ['verify'], ext: false }
    const made = await createUserToken('zoe', { privateKey: key })
    expect(parse(made.token).header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })
    expect(isSignedBy(made.token, publicKey)).toBe(true)
  })
})

describe('the public key may be', () => {
  it.each<[string, TokenPublicKey]>([
    ['PEM as SPKI', spki],
    ['PEM as PKCS#1', pem(publicKey, 'pkcs1')],
    ['a certificate', certificate(privateKey)],
    ['a JWK', jwk(publicKey)],
    ['a KeyObject', publicKey],
    ['a CryptoKey', verifyingKey],
    ['PEM whose line ends are written as \\n', spki.replaceAll('\n', '\\n')],
  ])('%s', async (_form, key) => {
    expect((await verifyUserToken(token, { publicKey: key })).username).toBe('zoe')
  })
})

const short = rsa(1024)
const curve = ec()
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
const edwards = generateKeyPairSync('ed25519')
const passphrase = { cipher: 'aes-256-cbc', passphrase: 'secret' }
const encrypted = (type: 'pkcs1' | 'pkcs8') =>
  String(privateKey.export({ type, format: 'pem', ...passphrase } as { type: 'pkcs8'; format: 'pem' }))
const begin = '-----BEGIN PRIVATE KEY-----'
const end = '-----END PRIVATE KEY-----'

const badPrivateKeys: [string, unknown, string][] = [
  ['nothing', undefined, 'privateKey is missing.'],
  ['null', null, 'privateKey is missing.'],
  ['a number', 5, 'got a number.'],
  ['an array', [jwk(privateKey)], 'got an array.'],
  ['a function', () => pkcs8, 'got a function.'],
  ['bytes', Buffer.from(pkcs8), "got bytes. Read a PEM file as text: readFile(path, 'utf8')."],
  ['an ArrayBuffer', new ArrayBuffer(8), 'got bytes.'],
  ['an empty text', ' \n', 'is empty.'],
  ['a path', './key.pem', 'A path, JSON, or base64 of a PEM is not accepted.'],
  ['base64 of a PEM', Buffer.from(pkcs8).toString('base64'), 'A path, JSON, or base64 of a PEM is not accepted.'],
  ['a JWK as text', JSON.stringify(jwk(privateKey)), 'A path, JSON, or base64 of a PEM is not accepted.'],
  ['a PEM without its end', pkcs8.slice(0, 900), 'is damaged: its PEM is incomplete'],
  ['a PEM with another end', pkcs8.replace('END PRIVATE', 'END RSA PRIVATE'), 'is damaged: its PEM is incomplete'],
  ['a PEM with a hole', `${pkcs8.slice(0, 300)}${pkcs8.slice(400)}`, 'is damaged'],
  ['a PKCS#1 PEM with a hole', `${pkcs1.slice(0, 300)}${pkcs1.slice(400)}`, 'is damaged'],
  ['a PEM that is no base64', `${begin}\n!${pkcs8.split('\n')[1]}\n${end}`, 'is incomplete or is not base64'],
  ['an empty PEM', `${begin}\n${end}`, 'is damaged'],
  ['a PEM of some bytes', `${begin}\nMIIE\n${end}`, 'is damaged'],
  ['encrypted PKCS#8', encrypted('pkcs8'), 'is encrypted.'],
  ['encrypted PKCS#1', encrypted('pkcs1'), 'is encrypted.'],
  ['a key of OpenSSH', pkcs8.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY'), 'is in the format of OpenSSH.'],
  ['a public key as PEM', spki, 'is a public key.'],
  ['a public key as PKCS#1 PEM', pem(publicKey, 'pkcs1'), 'is a public key.'],
  ['a certificate', certificate(privateKey), 'is a public key.'],
  ['a public JWK', jwk(publicKey), 'is a public key.'],
  ['a public KeyObject', publicKey, 'is a public key.'],
  ['a public CryptoKey', verifyingKey, 'is a public key.'],
  ['1024 bits as PKCS#8', pem(short.privateKey, 'pkcs8'), 'has 1024 bits, but RS256 needs a key of 2048 bits or more.'],
  ['1024 bits as PKCS#1', pem(short.privateKey, 'pkcs1'), 'has 1024 bits'],
  ['1024 bits as a JWK', jwk(short.privateKey), 'has 1024 bits'],
  ['1024 bits as a KeyObject', short.privateKey, 'has 1024 bits'],
  ['an EC key as PKCS#8', pem(curve.privateKey, 'pkcs8'), 'is an EC key, but RS256 needs an RSA key.'],
  ['an EC key as SEC1', pem(curve.privateKey, 'sec1'), 'is an EC key'],
  ['an EC JWK', jwk(curve.privateKey), 'is an EC key'],
  ['an EC KeyObject', curve.privateKey, 'is an EC key'],
  [
    'an EC CryptoKey',
    (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])).privateKey,
    'must be a CryptoKey for RSASSA-PKCS1-v1_5',
  ],
  ['an Ed25519 key', pem(edwards.privateKey, 'pkcs8'), 'is an Ed25519 key'],
  ['an Ed25519 JWK', jwk(edwards.privateKey), 'is a key of another kind'],
  ['an RSA-PSS key', pem(pss.privateKey, 'pkcs8'), 'is an RSA-PSS key'],
  ['an RSA-PSS KeyObject', pss.privateKey, 'is a key of another kind'],
  [
    'an RSA-PSS CryptoKey',
    await cryptoKey('private', { name: 'RSA-PSS' }),
    'must be a CryptoKey for RSASSA-PKCS1-v1_5',
  ],
  ['a CryptoKey that may not sign', { ...fakeCryptoKey('private', []) }, 'with the usage `sign`'],
  ['a CryptoKey that is a fake', fakeCryptoKey('private', ['sign']), 'cannot sign'],
  ['a JWK for PS256', { ...jwk(privateKey), alg: 'PS256' }, '`alg` must be RS256'],
  ['a JWK for encryption', { ...jwk(privateKey), use: 'enc' }, '`use` must be sig'],
  ['a JWK whose name is a number', { ...jwk(privateKey), kid: 5 }, '`kid` is not a string'],
  ['a JWK without primes', { ...jwk(privateKey), p: undefined, q: undefined }, 'is a JWK without `p`, `q`.'],
  // Node 20 and 22 read it as an empty number.
  [
    'a JWK that is damaged',
    { ...jwk(privateKey), n: '!' },
    Number.parseInt(process.versions.node, 10) < 24 ? 'has 0 bits' : 'is damaged',
  ],
  ['a secret as a JWK', { kty: 'oct', k: 'c2VjcmV0' }, 'is a key of another kind'],
  ['an object that is no key', {}, 'got an object without `kty`.'],
  ['a set of JWKs', { keys: [jwk(privateKey)] }, 'got an object without `kty`.'],
]

/** What is called a CryptoKey, but is none. */
function fakeCryptoKey(type: string, usages: string[]): object {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' }, modulusLength: 2048 }
  return { type, usages, algorithm, extractable: false, [Symbol.toStringTag]: 'CryptoKey' }
}

async function refusalOf(attempt: Promise<unknown>): Promise<InputError> {
  const error = await attempt.then(
    () => expect.fail('The key was accepted.'),
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(InputError)
  return error as InputError
}

/** Pieces of every secret member of every private key here. */
const secrets = [privateKey, short.privateKey, curve.privateKey, edwards.privateKey].flatMap((key) => {
  const { d, p, q, dp, dq, qi } = jwk(key)
  const base64 = [pem(key, 'pkcs8'), ...(key.asymmetricKeyType === 'rsa' ? [pkcs1, encrypted('pkcs8')] : [])].flatMap(
    (text) => text.split('\n').slice(1, -2),
  )
  return [...[d, p, q, dp, dq, qi].filter((member) => member !== undefined), ...base64].flatMap(
    (text) => text.match(/.{16}/g) ?? [],
  )
})

function expectNoSecret(error: Error): void {
  const shown = `${inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })}${JSON.stringify(error)}${error.stack}`
  expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
  expect(error.cause).toBeUndefined()
}

describe('as the private key is refused, without showing anything of it,', () => {
  it.each(badPrivateKeys)('%s', async (_what, key, message) => {
    const error = await refusalOf(createUserToken('zoe', { privateKey: key as TokenPrivateKey }))
    expect(error.parameter).toBe('privateKey')
    expect(error.message).toContain(message)
    expectNoSecret(error)
  })
})

describe('as the public key is refused, without showing anything of it,', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'publicKey is missing.'],
    ['PKCS#8', pkcs8, 'is a private key.'],
    ['PKCS#1', pkcs1, 'is a private key.'],
    ['PKCS#8 beside a public key', `${spki}${pkcs8}`, 'is a private key.'],
    ['an encrypted private key', encrypted('pkcs8'), 'is a private key.'],
    ['a private JWK', jwk(privateKey), 'is a private key.'],
    ['a private KeyObject', privateKey, 'is a private key.'],
    ['a private CryptoKey', signingKey, 'is a private key.'],
    ['1024 bits', pem(short.publicKey, 'spki'), 'has 1024 bits'],
    ['1024 bits as PKCS#1', pem(short.publicKey, 'pkcs1'), 'has 1024 bits'],
    ['a certificate of 1024 bits', certificate(short.privateKey), 'has 1024 bits'],
    ['an EC key', pem(curve.publicKey, 'spki'), 'is an EC key'],
    ['a certificate of an EC key', certificate(curve.privateKey), 'is an EC key'],
    ['an EC JWK', jwk(curve.publicKey), 'is an EC key'],
    ['a certificate that is damaged', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'is damaged'],
    ['a path', 'public.pem', 'must be the text of a PEM with a public key'],
    ['a JWK without an exponent', { kty: 'RSA', n: jwk(publicKey).n }, 'is a JWK without `e`.'],
  ])('%s', async (_what, key, message) => {
    const error = await refusalOf(verifyUserToken(token, { publicKey: key as TokenPublicKey }))
    expect(error.parameter).toBe('publicKey')
    expect(error.message).toContain(message)
    expectNoSecret(error)
  })
})

it('the search for secrets finds one', () => {
  expect(() => expectNoSecret(new Error(`failed on ${pkcs8.split('\n')[5]}`))).toThrow()
})
