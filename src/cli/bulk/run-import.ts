import { InputError } from 'sceyt-platform'
import { valueAt } from '../../operation/json-pointer.js'
import { escapeControls } from '../output/escape-controls.js'
import { UsageError } from '../usage-error.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { checkRows } from './check-rows.js'
import { failedPathOf, writeFailedRows } from './failed-rows.js'
import { IdMap } from './id-map.js'
import { performRow } from './perform-row.js'
import { countText } from './progress-line.js'
import { readRows } from './read-rows.js'
import { type RowCall, type RowFields, type RowKind, toRowCall } from './row-kind.js'
import { hashFile, journalPathOf, locateRows, type RowFormat, type RowsFile } from './rows-file.js'
import { exitStatusOfCounts, runJob } from './run-job.js'
import { settleRows, showParked } from './settle-rows.js'

/** The options of an import. */
export interface ImportOptions extends BulkOptions {
  format?: RowFormat
  update?: true
  dryRun?: true
  map?: string[]
  resolve?: true
  markDone?: string
  sendAgain?: string
}

/** A row with its call. */
interface RowItem {
  number: number
  line: number
  call: RowCall
}

const note = (message: string) => console.error(escapeControls(message))

/**
 * Imports the rows of a file.
 *
 * @throws UsageError if a row is not valid; nothing was sent then.
 * @throws InputError if the journal is not valid.
 */
export async function runImport(kind: RowKind, path: string, options: ImportOptions): Promise<void> {
  if (options.update && !kind.canUpdate)
    throw new UsageError(`--update is not possible for ${kind.name}: the API has no update for them.`)
  const file = await locateRows(path, options)
  const journal = journalPathOf(file, options.journal)
  const total = await checkRows(file, kind, note)
  const hash = await hashFile(file.path)
  if (options.dryRun) return note(`${countText(total)} ${kind.name}: valid. Nothing was sent.`)
  const client = await openBulkClient(options)
  try {
    const job = `import of ${kind.name} with the SHA-256 ${hash.slice(0, 16)} to ${client.target}`
    if (options.markDone !== undefined || options.sendAgain !== undefined)
      return await settleRows({ file, kind, journal, job }, options)
    if (options.resolve) return await showParked(client.sceyt, { file, kind, journal, job })
    await client.confirm(`An import of ${countText(total)} ${kind.name}`)
    await importRows(client, { file, kind, journal, job, total, options })
  } finally {
    await client.close()
  }
}

/** An import whose rows are valid. */
export interface CheckedImport {
  file: RowsFile
  kind: RowKind
  /** Path of the journal. */
  journal: string
  /** What tells this import from others. */
  job: string
  total: number
  options: ImportOptions
}

/**
 * Sends the rows of a file that is valid. The exit status is 3 if some are parked, and otherwise 1 if some have failed.
 *
 * @throws InputError if the journal is not valid, and whatever has stopped the import.
 */
export async function importRows(client: BulkClient, given: CheckedImport): Promise<void> {
  const { file, kind, journal, job, total, options } = given
  const ids = new IdMap()
  for (const path of options.map ?? []) await ids.add(path)
  const run = runJob<RowItem, unknown>({
    what: kind.name,
    total,
    items: itemsOf(file, kind, ids),
    key: ({ number }) => String(number),
    placeOf: ({ line }) => `${file.name}:${line}`,
    perform: ({ call }, requestOptions) => performRow(client.sceyt, call, options.update === true, requestOptions),
    isRepeatable: ({ call }) => call.identity !== undefined,
    toRecord: (result, { call }) => toRecord(result, call),
    order: ({ call }) => (call.rule.inOrder ? JSON.stringify(call.path) : undefined),
    journal: { path: journal, job },
    concurrency: options.concurrency,
    limiter: client.limiter,
  })
  const progress = await run.catch(async (error: unknown) => {
    // The journal may be that of another job.
    if (!(error instanceof InputError)) await writeFailed(given)
    throw error
  })
  await writeFailed(given)
  if (progress.parked > 0)
    note('Parked rows may have been sent, and are not sent again. To see them, run the same command with --resolve.')
  process.exitCode = exitStatusOfCounts(progress)
}

async function writeFailed({ file, kind, journal }: CheckedImport): Promise<void> {
  const count = await writeFailedRows(file, kind, journal)
  if (count > 0) note(`${countText(count)} rejected ${count === 1 ? 'row is' : 'rows are'} in ${failedPathOf(file)}.`)
}

async function* itemsOf(file: RowsFile, kind: RowKind, ids: IdMap): AsyncGenerator<RowItem, void, undefined> {
  for await (const row of readRows(file, kind)) {
    const { number, line, fields, problem } = row
    if (problem !== undefined) throw new Error(`${file.name}:${line}: ${problem} The file has changed.`)
    yield { number, line, call: toRowCall(kind, withIds(kind, fields, ids), file.format === 'csv') }
  }
}

/** Replaces the ids of another application in the columns of path parameters. */
function withIds({ imports }: RowKind, fields: RowFields, ids: IdMap): RowFields {
  if (ids.size === 0) return fields
  const replaced = { ...fields }
  for (const column of imports.flatMap(({ path }) => Object.values(path))) {
    const { [column]: id } = fields
    const own = typeof id === 'string' ? ids.get(id) : undefined
    if (own !== undefined) replaced[column] = own
  }
  return replaced
}

/** Keeps the new id of what other rows refer to by the old one. */
function toRecord(result: unknown, { rule, fields }: RowCall): unknown {
  const from = fields['id']
  const to = rule.id === undefined || from === undefined ? undefined : valueAt(result, rule.id)
  return to === undefined ? undefined : { from, to }
}
