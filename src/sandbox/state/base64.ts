import { Problem } from '../problem.js'

/** Node's `Buffer`, where it exists, since it is a hundred times as fast as the standard functions. */
const { Buffer: NodeBuffer } = globalThis as {
  Buffer?: {
    from(bytes: ArrayBufferLike, start: number, length: number): { toString(encoding: 'base64'): string }
    from(text: string, encoding: 'base64'): Uint8Array
  }
}

/** Encodes bytes as base64. */
export function encodeBase64(bytes: Uint8Array): string {
  if (NodeBuffer) return NodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  let text = ''
  // In pieces, since every runtime limits the number of arguments.
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192))
  return btoa(text)
}

/**
 * Decodes the digits and the padding of base64.
 *
 * @throws Problem 422 if their number is wrong.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 4
  if (rest === 1 || (rest > 0 && text.endsWith('='))) throw new Problem(422, 'content is not base64.')
  if (NodeBuffer) return new Uint8Array(NodeBuffer.from(text, 'base64'))
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
