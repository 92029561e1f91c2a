import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A pair of keys as Node makes it. */
export interface Pair {
  privateKey: KeyObject
  publicKey: KeyObject
}

export function rsa(modulusLength = 2048): Pair {
  return generateKeyPairSync('rsa', { modulusLength })
}

export function ec(): Pair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** Made once, since it takes longer than the tests. */
export const pair = rsa()

export function pem(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'spki' | 'sec1'): string {
  return String(key.export({ type, format: 'pem' } as { type: 'pkcs8'; format: 'pem' }))
}

export function jwk(key: KeyObject): JsonWebKey {
  return key.export({ format: 'jwk' }) as JsonWebKey
}

/** A certificate of a key, which signs it itself. */
export function certificate(privateKey: KeyObject): string {
  const folder = mkdtempSync(join(tmpdir(), 'sceyt-certificate-'))
  try {
    const file = join(folder, 'key.pem')
    writeFileSync(file, pem(privateKey, 'pkcs8'))
    return execFileSync('openssl', ['req', '-x509', '-key', file, '-subj', '/CN=test', '-days', '1'], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hash = 'SHA-256'

export function cryptoKey(
  type: 'private' | 'public',
  {
    name = 'RSASSA-PKCS1-v1_5',
    extractable = false,
    usages = [type === 'private' ? 'sign' : 'verify'] as KeyUsage[],
  } = {},
) {
  const [format, key] = type === 'private' ? (['pkcs8', pair.privateKey] as const) : (['spki', pair.publicKey] as const)
  const data = key.export({ type: format, format: 'der' } as { type: 'pkcs8'; format: 'der' })
  return crypto.subtle.importKey(format, new Uint8Array(data), { name, hash }, extractable, usages)
}

/** The parts of a token, read without the code under test. */
export function parse(token: string): { header: Record<string, unknown>; claims: Record<string, unknown> } {
  const [header, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString())
  return { header: JSON.parse(header ?? ''), claims: JSON.parse(claims ?? '') }
}

/** Whether the signature of a token is the key's, as Node sees it. */
export function isSignedBy(token: string, publicKey: KeyObject): boolean {
  const [header, claims, signature] = token.split('.')
  return verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature ?? '', 'base64url'))
}
