import { readFile } from 'node:fs/promises'

/**
 * Reads a text file of the user: UTF-8, with or without a byte order mark, or UTF-16 with one. Windows PowerShell writes
 * UTF-16 with `>`.
 *
 * @throws Error with the code of the system, such as `ENOENT`.
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path)
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
