import { Problem } from '../problem.js'

/** Bytes as base64. `Uint8Array.toBase64` would do, but Node 20 lacks it. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  // As many at a time as a function takes arguments everywhere.
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192))
  return btoa(text)
}

/** @throws Problem if the text is no base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    throw new Problem(422, 'content is not base64.')
  }
}
