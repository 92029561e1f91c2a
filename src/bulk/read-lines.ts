import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { InputError } from 'sceyt-platform'

/** A line of a file, without its line break. */
export interface Line {
  /** Number of the line, from 1. */
  number: number
  text: string
  /** Offset of the byte after the line and its break. */
  end: number
  /** Whether the line has a line break. The last one may not. */
  isEnded: boolean
}

/** Bytes of the longest line. No request is longer. */
const longest = 2 ** 24
const lineFeed = 10
const carriageReturn = 13
const byteOrderMark = '\uFEFF'

/**
 * Reads the lines of a UTF-8 file, in batches. A byte order mark is left out, and lines may end with CRLF.
 *
 * @param parameter - The option that names the file, for errors.
 * @param mayBeTorn - Whether the last line may end anywhere, even within a character.
 * @throws InputError naming the line that is not UTF-8, or longer than 16 MiB.
 */
export async function* readLines(path: string, parameter: string, mayBeTorn = false): AsyncGenerator<Line[]> {
  /** The parts so far of the current line. */
  let parts: Buffer[] = []
  let length = 0
  let number = 0
  let offset = 0
  const toLine = (bytes: Buffer, isEnded: boolean): Line => {
    number++
    const fail = (problem: string): never => {
      throw new InputError(parameter, problem, undefined, `${path}:${number}: ${problem}`)
    }
    if (bytes.length > longest) fail(`the line is longer than ${longest} bytes.`)
    const text = bytes.at(-1) === carriageReturn && isEnded ? bytes.subarray(0, -1) : bytes
    if (isEnded || !mayBeTorn) {
      if (!isUtf8(text)) fail('the line is not UTF-8.')
      if (text.includes(0)) fail('the line has a zero byte, as binary files and UTF-16 have.')
    }
    offset += bytes.length + (isEnded ? 1 : 0)
    const decoded = text.toString()
    return {
      number,
      text: number === 1 && decoded.startsWith(byteOrderMark) ? decoded.slice(1) : decoded,
      end: offset,
      isEnded,
    }
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 17 }) as AsyncIterable<Buffer>) {
    const lines: Line[] = []
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      parts.push(chunk.subarray(start, end))
      lines.push(toLine(join(parts), true))
      parts = []
      length = 0
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > longest) toLine(join(parts), false)
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [toLine(join(parts), false)]
}

function join(parts: Buffer[]): Buffer {
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}
