import { createSceyt } from 'sceyt-platform'
import { createSandbox } from 'sceyt-platform/sandbox'
import { createUserToken, verifyUserToken } from 'sceyt-platform/token'
import type { Check } from '../check.js'
import { describeFailure } from '../failure.js'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) }
const pair = (modulusLength: number) =>
  crypto.subtle.generateKey({ ...algorithm, modulusLength }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>

async function pem(label: string, format: 'pkcs8' | 'spki', key: CryptoKey): Promise<string> {
  const bytes = new Uint8Array((await crypto.subtle.exportKey(format, key)) as ArrayBuffer)
  // For 2048 bits, the PKCS#1 key starts after 26 bytes of PKCS#8, and after 24 of SPKI.
  const content = label.startsWith('RSA') ? bytes.subarray(format === 'pkcs8' ? 26 : 24) : bytes
  return `-----BEGIN ${label}-----\n${btoa(String.fromCharCode(...content))}\n-----END ${label}-----\n`
}

export const tokens: readonly Check[] = [
  {
    name: 'a token is created with a private key in any form, and verified with the public key in any form',
    expected: { verified: Array.from({ length: 16 }, () => 'Զոյա 🎉').join() },
    async run() {
      const { privateKey, publicKey } = await pair(2048)
      const { subtle } = crypto
      const privateKeys = [
        privateKey,
        (await subtle.exportKey('jwk', privateKey)) as object,
        await pem('PRIVATE KEY', 'pkcs8', privateKey),
        await pem('RSA PRIVATE KEY', 'pkcs8', privateKey),
      ]
      const publicKeys = [
        publicKey,
        (await subtle.exportKey('jwk', publicKey)) as object,
        await pem('PUBLIC KEY', 'spki', publicKey),
        await pem('RSA PUBLIC KEY', 'spki', publicKey),
      ]
      const verified: string[] = []
      for (const key of privateKeys) {
        const { token } = await createUserToken('Զոյա 🎉', { privateKey: key })
        for (const other of publicKeys) verified.push((await verifyUserToken(token, { publicKey: other })).username)
      }
      return { verified: verified.join() }
    },
  },
  {
    name: 'a key that is too short, a token of another key pair and an expired token are rejected',
    expected: {
      short: {
        error: 'InputError',
        parameter: 'privateKey',
        message: 'privateKey has 1024 bits, but RS256 needs a key of 2048 bits or more.',
      },
      damaged: {
        error: 'InputError',
        parameter: 'privateKey',
        message: 'privateKey is damaged, or is not a private RSA key.',
      },
      other: { error: 'TokenError', reason: 'signature' },
      expired: { error: 'TokenError', reason: 'expired' },
    },
    async run() {
      const [short, { privateKey, publicKey }, other] = [await pair(1024), await pair(2048), await pair(2048)]
      const now = () => Date.now() - 86_400_000
      const { token } = await createUserToken('zoe', { privateKey, now })
      const text = await pem('PRIVATE KEY', 'pkcs8', privateKey)
      const damaged = text.replace(text.slice(100, 200), '')
      return {
        short: await describeFailure(
          createUserToken('zoe', { privateKey: await pem('PRIVATE KEY', 'pkcs8', short.privateKey) }),
          'parameter',
          'message',
        ),
        damaged: await describeFailure(createUserToken('zoe', { privateKey: damaged }), 'parameter', 'message'),
        other: await describeFailure(verifyUserToken(token, { publicKey: other.publicKey, now }), 'reason'),
        expired: await describeFailure(verifyUserToken(token, { publicKey }), 'reason'),
      }
    },
  },
  {
    name: 'the sandbox creates a token that its public key verifies',
    expected: 'zoe',
    async run() {
      const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
      const { token } = await sandbox.token('zoe')
      const { public_key: publicKey = '' } = await createSceyt(sandbox.connection()).application.get()
      return (await verifyUserToken(token, { publicKey })).username
    },
  },
]
