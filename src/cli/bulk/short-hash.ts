import { createHash } from 'node:crypto'

/** Returns 64 bits of the SHA-256 of a text, in hexadecimal. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
