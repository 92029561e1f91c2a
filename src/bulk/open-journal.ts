import { existsSync } from 'node:fs'
import { JobJournal } from './job-journal.js'
import { itemStates, type JournalHeader, type JournalRecord, journalVersion, keyOfRecord } from './journal-record.js'
import { KeyTable } from './key-table.js'
import { openLog } from './open-log.js'
import { failJournal, journalFormat, readJournal } from './read-journal.js'

/** Options of a journal. */
export interface JournalOptions {
  path: string
  /** Identifies the job: the journal of another one is rejected. */
  job: string
}

/**
 * Opens the journal of a job, or creates it. A torn last line, as a crash leaves it, is removed.
 *
 * @throws InputError if the file is not a journal, is that of another job, or is in use.
 */
export async function openJournal({ path, job }: JournalOptions): Promise<JobJournal> {
  const states = new KeyTable()
  const format = journalFormat(path, {
    header: (found) => checkJobOf(path, found, job),
    record: (record) => note(states, record),
  })
  const header: JournalHeader = { journal: journalVersion, job }
  return new JobJournal(path, await openLog({ path, format, header, user: 'the bulk job' }), states)
}

/** @throws InputError if a journal is that of another job. */
export function checkJobOf(path: string, found: string, expected: string): void {
  if (found !== expected)
    failJournal(
      path,
      `is the journal of another job: ${found}. This job is: ${expected}. Use another journal, or move this one.`,
    )
}

/**
 * Checks a journal before its job is run. One that does not exist yet is valid.
 *
 * @throws InputError if the file is not a journal, or that of another job.
 */
export async function checkJournal(path: string, job: string): Promise<void> {
  if (existsSync(path)) await readJournal(path, { header: (found) => checkJobOf(path, found, job) })
}

function note(states: KeyTable, record: JournalRecord): void {
  const key = keyOfRecord(record)
  if ('done' in record) states.set(key, itemStates.done)
  else if (states.get(key) === itemStates.done) return
  else if ('failed' in record) states.set(key, itemStates.failed)
  else if ('unsent' in record) states.set(key, itemStates.unsent)
  else states.set(key, itemStates.unknown)
}
