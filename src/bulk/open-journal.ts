import { closeSync, existsSync, ftruncateSync, openSync, realpathSync } from 'node:fs'
import { InputError } from 'sceyt-platform'
import { lockFile } from '../node/file-lock.js'
import { JobJournal } from './job-journal.js'
import { itemStates, type JournalHeader, type JournalRecord, journalVersion, keyOfRecord } from './journal-record.js'
import { KeyTable } from './key-table.js'
import { failJournal, readJournal } from './read-journal.js'
import { writeAll } from './write-all.js'

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
  const descriptor = open(path)
  try {
    // By its real path, since links give a file several names.
    const unlock = await lockFile(realpathSync(path), 'the bulk job').catch((error: Error) => {
      throw new InputError('journal', error.message, { cause: error }, error.message)
    })
    try {
      const states = new KeyTable()
      let end = 0
      let isNew = true
      await readJournal(path, {
        header: (found) => {
          isNew = false
          checkJobOf(path, found, job)
        },
        record: (record) => note(states, record),
        line: (line) => {
          end = line.end
        },
      })
      ftruncateSync(descriptor, end)
      if (isNew) writeAll(descriptor, `${JSON.stringify({ journal: journalVersion, job } satisfies JournalHeader)}\n`)
      return new JobJournal(path, descriptor, states, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
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

function open(path: string): number {
  try {
    return openSync(path, 'a+')
  } catch (cause) {
    const { message } = cause as Error
    throw new InputError('journal', message, { cause }, `The journal ${path} cannot be opened: ${message}`)
  }
}
