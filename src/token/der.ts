/** One element of DER: its tag, its content, and the element as a whole. */
interface DerElement {
  readonly tag: number
  readonly content: Uint8Array<ArrayBuffer>
  readonly whole: Uint8Array<ArrayBuffer>
}

const sequence = 0x30
const integer = 0x02
const objectIdentifier = 0x06
const octetString = 0x04
const bitString = 0x03
const nullTag = 0x05
const explicitVersion = 0xa0
const rsaIdentifier = '2a864886f70d010101'

const algorithms: Readonly<Record<string, string>> = {
  [rsaIdentifier]: 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a8648ce3d0201': 'EC',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
}

/** Yields consecutive elements, up to the first one that is incomplete. Lazily, since a damaged key may have a million of them. */
function* readElements(bytes: Uint8Array<ArrayBuffer>): Generator<DerElement, undefined> {
  let at = 0
  while (at + 2 <= bytes.length) {
    const first = bytes[at + 1] as number
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f
    const start = at + 2 + lengthBytes
    const length = first < 0x80 ? first : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0)
    if (start + length > bytes.length) return
    yield {
      tag: bytes[at] as number,
      content: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    }
    at = start + length
  }
}

/** Returns the first element with a tag. */
function findElement(bytes: Uint8Array<ArrayBuffer>, tag: number): DerElement | undefined {
  for (const element of readElements(bytes)) if (element.tag === tag) return element
  return undefined
}

/** Returns the kind of key in a PKCS#8 or SPKI structure, such as `EC`; undefined if the structure is damaged or the kind is unknown. */
export function algorithmOf(der: Uint8Array<ArrayBuffer>): string | undefined {
  const [outer] = readElements(der)
  // PKCS#8 has a version before the algorithm.
  const algorithm = outer && findElement(outer.content, sequence)
  const identifier = algorithm && findElement(algorithm.content, objectIdentifier)
  return identifier && algorithms[toHex(identifier.content)]
}

/** Returns the public key of an X.509 certificate as SPKI; undefined if the certificate is damaged. */
export function publicKeyOfCertificate(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const [certificate] = readElements(der)
  const [signed] = certificate ? readElements(certificate.content) : []
  // RFC 5280: an optional version; then serial number, signature algorithm, issuer, validity, subject, public key.
  const [first, , , , , sixth, seventh] = signed ? readElements(signed.content) : []
  return (first?.tag === explicitVersion ? seventh : sixth)?.whole
}

/** Wraps a PKCS#1 private key as PKCS#8, the only form that WebCrypto imports. */
export function wrapPrivateKey(pkcs1: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return encodeElement(
    sequence,
    encodeElement(integer, Uint8Array.of(0)),
    rsaAlgorithm(),
    encodeElement(octetString, pkcs1),
  )
}

/** Wraps a PKCS#1 public key as SPKI. */
export function wrapPublicKey(pkcs1: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // The zero means that all bits of the last byte are used.
  return encodeElement(sequence, rsaAlgorithm(), encodeElement(bitString, Uint8Array.of(0), pkcs1))
}

function rsaAlgorithm(): Uint8Array<ArrayBuffer> {
  const identifier = Uint8Array.from(rsaIdentifier.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
  return encodeElement(sequence, encodeElement(objectIdentifier, identifier), encodeElement(nullTag))
}

function encodeElement(tag: number, ...parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = [tag, ...encodeLength(length)]
  const element = new Uint8Array(head.length + length)
  element.set(head)
  let at = head.length
  for (const part of parts) {
    element.set(part, at)
    at += part.length
  }
  return element
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
