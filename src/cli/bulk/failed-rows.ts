import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { keyOfRecord } from '../../bulk/journal-record.js'
import { KeyTable } from '../../bulk/key-table.js'
import { readJournal } from '../../bulk/read-journal.js'
import { type Row, readRows } from './read-rows.js'
import type { RowKind } from './row-kind.js'
import type { RowsFile } from './rows-file.js'

/** The rows that failed, and where they are. */
export interface FailedRows {
  /** The file of this run; undefined if no row failed. */
  path: string | undefined
  /** The number of rows that failed. */
  count: number
  /** Files that were left as they are: they were edited, or are those of an import with another journal. */
  kept: string[]
}

/** Returns the path of the file with the rows that failed. Its number is above 1 if the files before it are kept. */
export function failedPathOf({ base, format }: RowsFile, number = 1): string {
  return `${base}.failed${number === 1 ? '' : `-${number}`}.${format}`
}

/**
 * Writes the rows that failed to a file of the same format, which can be corrected and imported. It replaces that of an earlier run,
 * and without such rows, that one is removed. But a file with anything else than rows of this import that have failed stays.
 */
export async function writeFailedRows(file: RowsFile, kind: RowKind, journal: string): Promise<FailedRows> {
  const { failed, ever } = await failedIn(journal)
  const kept: string[] = []
  let path: string | undefined
  for (let number = 1; ; number++) {
    const next = failedPathOf(file, number)
    const exists = await stat(next).catch(() => undefined)
    if (exists && !(await isReplaceable(next, file, kind, ever))) kept.push(next)
    else if (path === undefined && failed.size > 0) path = await replace(next, file, kind, failed)
    else if (exists) await rm(next, { force: true })
    if (!exists) break
  }
  return { path, count: failed.size, kept }
}

/** Writes a file at once, so that no crash and no full disk leaves a part of it in the place of another. */
async function replace(path: string, file: RowsFile, kind: RowKind, failed: ReadonlySet<string>): Promise<string> {
  const part = `${path}.${randomUUID()}.part`
  let hasHeader = file.format !== 'csv'
  const lines = async function* (): AsyncGenerator<string, void, undefined> {
    for await (const { number, source, fields } of readRows(file, kind)) {
      if (!failed.has(String(number))) continue
      if (!hasHeader) yield csvLine(Object.keys(fields))
      hasHeader = true
      yield file.format === 'csv' ? csvLine(source) : `${source[0]}\n`
    }
  }
  try {
    await pipeline(lines, createWriteStream(part))
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
  return path
}

/** Returns whether every row of a file is one of an import that has failed, so that the journal of the import can restore it. */
async function isReplaceable(path: string, file: RowsFile, kind: RowKind, ever: ReadonlySet<string>): Promise<boolean> {
  const rows = new KeyTable()
  let left = 0
  try {
    for await (const row of readRows({ ...file, path, name: path }, kind)) {
      const text = textOf(row)
      if (rows.get(text) === 0) left++
      rows.set(text, 1)
    }
  } catch {
    return false
  }
  if (left === 0) return true
  for await (const row of readRows(file, kind)) {
    if (!ever.has(String(row.number)) || rows.get(textOf(row)) !== 1) continue
    rows.set(textOf(row), 2)
    if (--left === 0) return true
  }
  return false
}

/** Returns the text of a row, with the columns of CSV. */
function textOf({ source, fields, problem }: Row): string {
  return JSON.stringify([source, Object.keys(fields), problem])
}

/** Returns the numbers of the rows that failed, and of those that have ever failed. */
async function failedIn(journal: string): Promise<{ failed: Set<string>; ever: Set<string> }> {
  const [failed, ever] = [new Set<string>(), new Set<string>()]
  await readJournal(journal, {
    record: (record) => {
      const key = keyOfRecord(record)
      if ('failed' in record) {
        failed.add(key)
        ever.add(key)
      } else failed.delete(key)
    },
  })
  return { failed, ever }
}

function csvLine(cells: readonly string[]): string {
  return stringify([cells], { quoted_match: /[\r\n]/, quoted_empty: cells.length === 1 })
}
