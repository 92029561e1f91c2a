import { InputError } from 'sceyt-platform'
import { describe } from '../common/describe.js'
import { isRecord, type JournalHeader, type JournalRecord, journalVersion } from './journal-record.js'
import { type Line, readLines } from './read-lines.js'

const headerStart = '{"journal":'

/** Callbacks for the parts of a journal. */
interface JournalReader {
  header?(job: string): void
  record?(record: JournalRecord): void
  /** Called after each whole line. */
  line?(line: Line): void
}

/**
 * Reads a journal, except for a torn last line.
 *
 * @throws InputError naming the line that is not a record of a journal.
 */
export async function readJournal(path: string, reader: JournalReader): Promise<void> {
  for await (const lines of readLines(path, 'journal', true)) {
    for (const line of lines) {
      // A torn first line begins like that of a journal. Any other file is not a journal.
      const isOurs = line.number > 1 || headerStart.startsWith(line.text.slice(0, headerStart.length))
      if (!line.isEnded && isOurs) return
      const value = parse(line.text)
      if (line.number === 1) {
        const { journal, job } = (value ?? {}) as Partial<Record<keyof JournalHeader, unknown>>
        if (journal !== journalVersion || typeof job !== 'string')
          failJournal(path, 'is not the journal of a bulk job, and was left as it is. Use another file.')
        reader.header?.(job)
      } else {
        if (!isRecord(value))
          failJournal(`${path}:${line.number}`, `is not a record of a journal, but ${describe(line.text)}.`)
        reader.record?.(value)
      }
      reader.line?.(line)
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Throws an error about a journal, or about a line of one. */
export function failJournal(place: string, problem: string): never {
  throw new InputError('journal', problem, undefined, `${place} ${problem}`)
}
