import { readFile } from 'node:fs/promises'

/**
 * Reads a text file of the user: UTF-8, with or without a byte order mark, or UTF-16 with one. Windows PowerShell writes
 * UTF-16 with `>`.
 *
 * @throws Error with the code of the system, such as `ENOENT`.
 */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(await readFile(path))
}

/**
 * Decodes a text: UTF-8, with or without a byte order mark, or UTF-16 with one.
 *
 * @throws Error with the code `ERR_ENCODING_INVALID_ENCODED_DATA` if it is neither.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
