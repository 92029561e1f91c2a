import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { readLines } from './read-lines.js'

/** What a log is: a file of JSON values, one per line, of which the first says what the others belong to. */
export interface LogFormat {
  /** The option that names the file, for errors. */
  parameter: string
  /** How each log begins, such as `{"journal":`. Any other file is not a log. */
  start: string
  /** Reads the first value; undefined if it is not JSON. Throws if it is not that of such a log. */
  readHeader(value: unknown): void
  /** Reads a further value. Returns false if it is not a record. */
  readRecord(value: unknown): boolean
}

/**
 * Reads a log, except for a torn last line.
 *
 * @returns The offset of the end of the last line; 0 if there is none.
 * @throws InputError naming the line that is not a record.
 */
export async function readLog(path: string, format: LogFormat): Promise<number> {
  const { parameter, start } = format
  let end = 0
  for await (const lines of readLines(path, parameter, true)) {
    for (const line of lines) {
      // A torn first line begins like that of a log.
      const isOurs = line.number > 1 || start.startsWith(line.text.slice(0, start.length))
      if (!line.isEnded && isOurs) return end
      const value = parse(line.text)
      if (line.number === 1) format.readHeader(value)
      else if (!format.readRecord(value)) {
        const problem = `${path}:${line.number} is not a record of a journal, but ${describe(line.text)}.`
        throw new InputError(parameter, problem, undefined, problem)
      }
      end = line.end
    }
  }
  return end
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
