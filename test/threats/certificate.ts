import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A key and its certificate, for a TLS server. */
export interface Identity {
  key: string
  cert: string
}

const sequence = 0x30
const set = 0x31
const ecdsaWithSha256 = der(0x06, '2a8648ce3d040302')
const commonName = der(0x06, '550403')
const subjectAltName = der(0x06, '551d11')
const day = 86_400_000

/**
 * Creates a key and a self-signed certificate, as in RFC 5280, for tests only.
 *
 * @param host - The name or IPv4 address that the certificate is for.
 * @param expires - When it expires. It becomes valid a day before now or a day before `expires`, whichever is earlier.
 */
export function selfSigned(host: string, expires = new Date(Date.now() + day)): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = der(sequence, der(set, der(sequence, commonName, der(0x0c, Buffer.from('test')))))
  const alternative = /^[\d.]+$/.test(host)
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host))
  const begins = new Date(Math.min(Date.now(), expires.getTime()) - day)
  const content = der(
    sequence,
    der(0xa0, der(0x02, '02')),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    der(sequence, ecdsaWithSha256),
    name,
    der(sequence, time(begins), time(expires)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(sequence, der(sequence, subjectAltName, der(0x04, der(sequence, alternative))))),
  )
  const certificate = der(
    sequence,
    content,
    der(sequence, ecdsaWithSha256),
    der(0x03, Buffer.of(0), sign('sha256', content, privateKey)),
  )
  const base64 = certificate.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  }
}

function time(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))
}

/** Encodes a value in DER: its tag, its length and its bytes. A string is read as hexadecimal digits. */
function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)))
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}
