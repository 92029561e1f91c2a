import { InputError } from 'sceyt-platform'
import { isRecord, type JournalHeader, type JournalRecord, journalVersion } from './journal-record.js'
import { type LogFormat, readLog } from './read-log.js'

/** Callbacks for the parts of a journal. */
interface JournalReader {
  header?(job: string): void
  record?(record: JournalRecord): void
}

/**
 * Reads a journal, except for a torn last line.
 *
 * @throws InputError naming the line that is not a record of a journal.
 */
export async function readJournal(path: string, reader: JournalReader): Promise<void> {
  await readLog(path, journalFormat(path, reader))
}

/** Returns the format of a journal, whose parts are passed to a reader. */
export function journalFormat(path: string, reader: JournalReader): LogFormat {
  return {
    parameter: 'journal',
    start: '{"journal":',
    readHeader(value) {
      const { journal, job } = (value ?? {}) as Partial<Record<keyof JournalHeader, unknown>>
      if (journal !== journalVersion || typeof job !== 'string')
        failJournal(path, 'is not the journal of a bulk job, and was left as it is. Use another file.')
      reader.header?.(job)
    },
    readRecord(value) {
      if (!isRecord(value)) return false
      reader.record?.(value)
      return true
    },
  }
}

/** Throws an error about a journal. */
export function failJournal(place: string, problem: string): never {
  throw new InputError('journal', problem, undefined, `${place} ${problem}`)
}
