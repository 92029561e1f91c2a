import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'

/** Text of the job in the journals of tests. */
const job = 'a test'
export const header = `{"journal":1,"job":"${job}"}`

/** A journal in a folder of its own for each test. */
export interface TestJournal {
  /** Folder of the journal. */
  readonly folder: string
  readonly path: string
  /** The option of a job. */
  readonly option: { path: string; job: string }
  /** Writes lines, each with its line break. */
  write(...lines: string[]): void
  /** Returns the records after the first line, of another journal if its path is given. */
  records(path?: string): Record<string, unknown>[]
  /** Returns the kind and the key of each record, such as `begin zoe`. */
  notes(path?: string): string[]
}

/** In memory where possible: a job syncs its journal. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Makes a folder for each test of a file, and removes it afterwards. */
export function useJournal(): TestJournal {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'sceyt-bulk-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const journal: TestJournal = {
    get folder() {
      return folder
    },
    get path() {
      return join(folder, 'job.journal')
    },
    get option() {
      return { path: journal.path, job }
    },
    write: (...lines) => writeFileSync(journal.path, lines.map((line) => `${line}\n`).join('')),
    records: (path = journal.path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .slice(1, -1)
        .map((line) => JSON.parse(line)),
    notes: (path) => journal.records(path).map((record) => Object.entries(record)[0]?.join(' ') ?? ''),
  }
  return journal
}

/** Lets every wait of a test end at once, in the order of the times. Reading and writing files is as ever. */
export function useFastTimers(): void {
  beforeEach(() => {
    // At a time that is not 0, as clocks of real programs are.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }).advanceTimersByTime(1_234)
    vi.setTimerTickMode('nextTimerAsync')
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Lets promises settle, and the records of this turn reach the file. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Names such as `user-0`. */
export const names = (count: number) => Array.from({ length: count }, (_value, index) => `user-${index}`)
