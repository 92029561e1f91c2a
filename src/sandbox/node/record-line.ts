import { crc32 } from 'node:zlib'
import { endSentence } from '../../common/end-sentence.js'
import { messageOf } from '../../common/message-of.js'

/** Converts a record to a line, with a checksum of what is before it as the last field. */
export function serializeRecord(record: object): Buffer {
  const text = JSON.stringify(record).slice(0, -1)
  return Buffer.from(`${text}${endOf(text)}\n`)
}

/**
 * Reads a line.
 *
 * @param place - The file and the line, for the error.
 * @throws Error if the line is damaged.
 */
export function parseRecord(line: Buffer, place: string): { readonly n: number; readonly crc: string } {
  try {
    const record = JSON.parse(line.toString()) as { n: number; crc: string }
    if (!Number.isSafeInteger(record.n)) throw new Error('it has no number')
    const text = line.subarray(0, -endOf(line.subarray(0, 0)).length)
    if (line.toString('latin1', text.length) !== endOf(text)) throw new Error('its checksum is wrong')
    return record
  } catch (cause) {
    throw new Error(`${place} is damaged: ${endSentence(messageOf(cause))} It was not changed.`, { cause })
  }
}

function endOf(text: string | Buffer): string {
  return `,"crc":"${crc32(text).toString(16).padStart(8, '0')}"}`
}
