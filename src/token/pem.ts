/** One block of a PEM text, from `-----BEGIN` to `-----END`. */
export interface PemBlock {
  /** The label, such as `PRIVATE KEY`. */
  readonly label: string
  /** The bytes; undefined if the block is incomplete, encrypted or not base64. */
  readonly der: Uint8Array<ArrayBuffer> | undefined
  /** Whether a passphrase is needed to read it. */
  readonly encrypted: boolean
}

/**
 * Reads every block of a PEM text. Line breaks may be CRLF, spaces, or the characters `\n`, as is common in environment
 * variables; text around the blocks is ignored.
 */
export function readPem(text: string): PemBlock[] {
  // Split, since matching a pattern for whole blocks takes quadratic time on a text without ends.
  const parts = text.replaceAll('\\r', '').replaceAll('\\n', '\n').split('-----')
  const blocks: PemBlock[] = []
  for (const [index, part] of parts.entries()) {
    const begin = part.trim()
    if (!begin.startsWith('BEGIN ')) continue
    const label = begin.slice('BEGIN '.length)
    const body = parts[index + 1] ?? ''
    const complete = parts[index + 2]?.trim() === `END ${label}`
    const encrypted = label === 'ENCRYPTED PRIVATE KEY' || body.includes(',ENCRYPTED')
    blocks.push({ label, der: complete && !encrypted ? decode(body) : undefined, encrypted })
  }
  return blocks
}

function decode(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text = atob(base64)
    const bytes = new Uint8Array(text.length)
    for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
    return bytes
  } catch {
    return undefined
  }
}
