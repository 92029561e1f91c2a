import { writeSync } from 'node:fs'

/** Appends a text to an open file, since `writeSync` may write only a part of it. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
