import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { keyOfRecord } from '../../bulk/journal-record.js'
import { readJournal } from '../../bulk/read-journal.js'
import { readRows } from './read-rows.js'
import type { RowKind } from './row-kind.js'
import type { RowsFile } from './rows-file.js'

/** Returns the path of the file with the rows that failed. */
export function failedPathOf({ base, format }: RowsFile): string {
  return `${base}.failed.${format}`
}

/**
 * Writes the rows that failed to a file of the same format, which can be corrected and imported. Without such rows, the file is
 * removed.
 *
 * @returns The number of rows.
 */
export async function writeFailedRows(file: RowsFile, kind: RowKind, journal: string): Promise<number> {
  const path = failedPathOf(file)
  const failed = await failedIn(journal)
  await rm(path, { force: true })
  if (failed.size === 0) return 0
  let count = 0
  const lines = async function* (): AsyncGenerator<string, void, undefined> {
    for await (const { number, source, fields } of readRows(file, kind)) {
      if (!failed.has(String(number))) continue
      if (file.format === 'csv' && count === 0) yield csvLine(Object.keys(fields))
      yield file.format === 'csv' ? csvLine(source) : `${source[0]}\n`
      count++
    }
  }
  await pipeline(lines, createWriteStream(path))
  return count
}

async function failedIn(journal: string): Promise<Set<string>> {
  const failed = new Set<string>()
  await readJournal(journal, {
    record: (record) => {
      const key = keyOfRecord(record)
      if ('failed' in record) failed.add(key)
      else failed.delete(key)
    },
  })
  return failed
}

function csvLine(cells: readonly string[]): string {
  return stringify([cells], { quoted_match: /[\r\n]/, quoted_empty: cells.length === 1 })
}
