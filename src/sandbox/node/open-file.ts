import { readSync, writeSync } from 'node:fs'

const chunkBytes = 1024 * 1024

/** Reads the whole lines of an open file, each with the position of its end. */
export function* linesOf(file: number): Generator<{ bytes: Buffer; end: number }> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let pieces: Buffer[] = []
  let position = 0
  for (;;) {
    const length = readSync(file, buffer, 0, chunkBytes, position)
    if (length === 0) return
    let start = 0
    for (let end = buffer.indexOf(10); end >= 0 && end < length; end = buffer.indexOf(10, start)) {
      pieces.push(Buffer.from(buffer.subarray(start, end)))
      yield { bytes: Buffer.concat(pieces), end: position + end + 1 }
      pieces = []
      start = end + 1
    }
    pieces.push(Buffer.from(buffer.subarray(start, length)))
    position += length
  }
}

/** Copies a part of an open file to the start of another one. */
export function copyBytes(from: number, to: number, start: number, end: number): void {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let position = start; position < end; ) {
    const length = readSync(from, buffer, 0, Math.min(chunkBytes, end - position), position)
    if (length === 0) throw new Error('The file is shorter than expected.')
    for (let written = 0; written < length; )
      written += writeSync(to, buffer, written, length - written, position - start + written)
    position += length
  }
}
