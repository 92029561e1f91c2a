import { Problem } from '../problem.js'

/** Encodes bytes as base64. Node 20 lacks `Uint8Array.toBase64`. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces, since every runtime limits the number of arguments.
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192))
  return btoa(text)
}

/** @throws Problem 422 if the text is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    throw new Problem(422, 'content is not base64.')
  }
}
