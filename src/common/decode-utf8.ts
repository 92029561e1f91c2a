let decoder: TextDecoder | undefined

/**
 * Decodes UTF-8 strictly: an error, rather than text with replacement characters.
 *
 * @throws TypeError if the bytes are not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  // Created on first use, since that is slow.
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  return decoder.decode(bytes)
}
