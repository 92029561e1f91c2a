import { isDeepStrictEqual } from 'node:util'
import { createdAt, InputError, type Sceyt } from 'sceyt-platform'
import { hashKey } from '../../bulk/key-table.js'
import { openJournal } from '../../bulk/open-journal.js'
import { readJournal } from '../../bulk/read-journal.js'
import { valueAt } from '../../operation/json-pointer.js'
import { methodOf } from '../method-of.js'
import { escapeLines } from '../output/escape-controls.js'
import { writeToStdout } from '../stdout.js'
import { UsageError } from '../usage-error.js'
import { readRows } from './read-rows.js'
import { operationOf, type RowCall, type RowKind, toRowCall } from './row-kind.js'
import type { RowsFile } from './rows-file.js'

/** An import that was begun. */
export interface BegunImport {
  file: RowsFile
  kind: RowKind
  /** Path of the journal. */
  journal: string
  /** What tells this import from others. */
  job: string
}

/** A row that may have been sent. */
interface ParkedRow {
  number: number
  line: number
  call: RowCall
  /** When it was begun, in Unix milliseconds. */
  at: number
}

/** Milliseconds by which the clocks of the server and of this machine may differ. */
const clockDifference = 5 * 60_000

/** Prints the rows that may have been sent, each with what the server has that is equal to it. */
export async function showParked(sceyt: Sceyt, begun: BegunImport): Promise<void> {
  const rows = await parkedRows(begun)
  const { file, kind } = begun
  if (rows.length === 0) return print('No row is parked.')
  const lists = new Map<string, ParkedRow[]>()
  for (const row of rows) {
    const list = JSON.stringify([row.call.rule.list, row.call.path])
    lists.set(list, [...(lists.get(list) ?? []), row])
  }
  const found = new Map<ParkedRow, string[]>()
  for (const group of lists.values()) await findOnServer(sceyt, group, found)
  for (const row of rows) {
    const text = JSON.stringify({ ...row.call.fields })
    const own = found.get(row) ?? []
    await print(`${file.name}:${row.line}: begun at ${new Date(row.at).toISOString()}: ${text}`)
    await print(
      own.length === 0
        ? '  The server has none that is equal to it, since then.'
        : `  The server has ${own.length} equal to it, since then: ${own.join(', ')}`,
    )
  }
  await print(
    `\nWhat the server has: --mark-done LINES. What it does not have: --send-again LINES, and then run the import again.\nLINES are numbers of lines of ${file.name}, separated by commas, or all. A ${kind.name.replace(/s$/, '')} that is sent again may be there twice.`,
  )
}

/** Notes in the journal what has become of rows that are parked. */
export async function settleRows(
  begun: BegunImport,
  { markDone, sendAgain }: { markDone?: string; sendAgain?: string },
): Promise<void> {
  const rows = await parkedRows(begun)
  const done = selectRows(rows, '--mark-done', markDone)
  const again = selectRows(rows, '--send-again', sendAgain)
  const both = done.find((row) => again.includes(row))
  if (both) throw new UsageError(`Line ${both.line} is in --mark-done and in --send-again.`)
  const journal = await openJournal({ path: begun.journal, job: begun.job })
  try {
    for (const { number } of done) journal.done(String(number), hashKey(String(number)))
    for (const { number } of again) journal.unsent(String(number), hashKey(String(number)))
  } finally {
    journal.close()
  }
  const left = rows.length - done.length - again.length
  await print(
    `${done.length} marked as done, ${again.length} to be sent again, ${left} still parked.${again.length > 0 ? ' Run the import again.' : ''}`,
  )
}

function selectRows(rows: readonly ParkedRow[], flag: string, text: string | undefined): ParkedRow[] {
  if (text === undefined) return []
  if (text === 'all') return [...rows]
  return text.split(',').map((part) => {
    const row = rows.find(({ line }) => String(line) === part.trim())
    if (!row) throw new UsageError(`${flag}: line ${JSON.stringify(part)} is not parked.`)
    return row
  })
}

async function parkedRows({ file, kind, journal, job }: BegunImport): Promise<ParkedRow[]> {
  const begun = new Map<string, number>()
  await readJournal(journal, {
    header: (found) => {
      if (found !== job)
        throw new InputError(
          'journal',
          '',
          undefined,
          `${journal} is the journal of another job: ${found}. This job is: ${job}.`,
        )
    },
    record: (record) => {
      if ('begin' in record) begun.set(record.begin, record.at ?? 0)
      else if ('done' in record) begun.delete(record.done)
      else if ('failed' in record) begun.delete(record.failed)
      else if ('unsent' in record) begun.delete(record.unsent)
    },
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageError(`There is no journal ${JSON.stringify(journal)}: this import has not been begun.`)
  })
  const rows: ParkedRow[] = []
  if (begun.size === 0) return rows
  for await (const { number, line, fields } of readRows(file, kind)) {
    const at = begun.get(String(number))
    if (at === undefined) continue
    const call = toRowCall(kind, fields, file.format === 'csv')
    // A row that names its key is sent again by itself.
    if (call.identity === undefined) rows.push({ number, line, call, at })
  }
  return rows
}

/** Looks for rows of one list among its items. */
async function findOnServer(sceyt: Sceyt, rows: readonly ParkedRow[], found: Map<ParkedRow, string[]>): Promise<void> {
  const [{ call }] = rows as [ParkedRow]
  const operation = operationOf(call.rule.list)
  const items = methodOf(sceyt, operation.name)(...Object.values(call.path), ...(operation.query ? [{}] : []))
  for await (const item of items as AsyncIterable<unknown>) {
    const id = valueAt(item, '/id')
    for (const row of rows) {
      if (!isEqual(row.call, item) || !isSince(id, row.at)) continue
      const text = typeof id === 'string' ? `${id} of ${timeOf(id)}` : JSON.stringify(item)
      found.set(row, [...(found.get(row) ?? []), text])
    }
  }
}

function isEqual({ rule, fields }: RowCall, item: unknown): boolean {
  return Object.entries(rule.read).every(
    ([column, pointer]) => fields[column] === undefined || isDeepStrictEqual(valueAt(item, pointer), fields[column]),
  )
}

/** Returns whether an id is not older than a time. An id without a time may be. */
function isSince(id: unknown, at: number): boolean {
  const time = typeof id === 'string' ? timeOf(id) : undefined
  return time === undefined || Date.parse(time) >= at - clockDifference
}

function timeOf(id: string): string | undefined {
  try {
    return createdAt(id).toISOString()
  } catch {
    return undefined
  }
}

function print(text: string): Promise<void> {
  return writeToStdout(`${escapeLines(text)}\n`)
}
