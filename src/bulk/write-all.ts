import { writeSync } from 'node:fs'

/** Writes a text at the end of a file that is open to append. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
