import { InputError } from 'sceyt-platform'
import type { BulkProgress } from 'sceyt-platform/bulk'
import { messageOf } from '../../common/message-of.js'
import { valueAt } from '../../operation/json-pointer.js'
import { printNote } from '../print-note.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { checkRows } from './check-rows.js'
import { countOf } from './count-of.js'
import { failedPathOf, writeFailedRows } from './failed-rows.js'
import { IdMap, toIdRecord } from './id-map.js'
import { findCreated, performRow } from './perform-row.js'
import { countText } from './progress-line.js'
import { readRows } from './read-rows.js'
import { type RowCall, type RowKind, toRowCall } from './row-kind.js'
import { hashFile, journalPathOf, locateRows, type RowFormat, type RowsFile, watchForChanges } from './rows-file.js'
import { exitStatusOfCounts, runJob } from './run-job.js'
import { type BegunItem, type Settled, settleParked, showParked } from './settle-parked.js'

/** The options of an import. */
export interface ImportOptions extends BulkOptions, Settled {
  format?: RowFormat
  update?: true
  dryRun?: true
  map?: string[]
  resolve?: true
}

/** A row with its call. */
interface RowItem {
  number: number
  line: number
  call: RowCall
}

/**
 * Imports the rows of a file. The exit status is 3 if some are parked, and otherwise 1 if some have failed.
 *
 * @throws UsageError if a row is not valid; nothing was sent then.
 * @throws InputError if the journal is not valid.
 */
export async function runImport(kind: RowKind, path: string, options: ImportOptions): Promise<void> {
  const file = await locateRows(path, options)
  const journal = journalPathOf(file, options.journal)
  const checkUnchanged = watchForChanges(file)
  const total = await checkRows(file, kind, printNote)
  if (options.dryRun) return printNote(`${countOf(total, kind.name)}: valid. Nothing was sent.`)
  const client = await openBulkClient(options)
  try {
    const ids = new IdMap(client.baseUrl)
    for (const map of options.map ?? []) await ids.add(map)
    const job = await jobOf(file, kind, client)
    const begun = { item: 'line', names: 'LINES', parts: [{ journal, job, items: begunItems(file, kind, ids) }] }
    if (options.markDone !== undefined || options.sendAgain !== undefined)
      return await settleParked(client.sceyt, begun, options)
    if (options.resolve) return await showParked(client.sceyt, begun)
    await client.confirm(`An import of ${countOf(total, kind.name)}`)
    const update = options.update === true
    const progress = await importRows(client, {
      file,
      kind,
      checkUnchanged,
      journal,
      job,
      total,
      ids,
      update,
      concurrency: options.concurrency,
    })
    if (progress.parked > 0)
      printNote(
        'Parked rows may have been sent, and are not sent again. To see them, run the same command with --resolve.',
      )
    process.exitCode = exitStatusOfCounts(progress)
  } finally {
    await client.close()
  }
}

/** An import whose rows are valid. */
export interface CheckedImport {
  file: RowsFile
  kind: RowKind
  /** Throws if the file has changed since its rows were checked. */
  checkUnchanged: () => void
  /** Path of the journal. */
  journal: string
  /** Identifies the import in its journal. */
  job: string
  total: number
  /** The new ids and URLs, by those in the rows. */
  ids: IdMap
  /** Whether to update what exists. */
  update: boolean
  concurrency: number
}

/** Returns the text that identifies the import of a file in its journal. */
export async function jobOf(file: RowsFile, kind: RowKind, { baseUrl }: BulkClient): Promise<string> {
  const hash = await hashFile(file.path)
  return `import of ${kind.name} with the SHA-256 ${hash.slice(0, 16)} to ${baseUrl}`
}

/**
 * Sends the rows of a file that is valid.
 *
 * @returns The counts.
 * @throws InputError if the journal is not valid, and the error that stopped the import.
 */
export async function importRows(client: BulkClient, given: CheckedImport): Promise<BulkProgress> {
  const { file, kind, checkUnchanged, journal, job, total, ids, update, concurrency } = given
  const run = runJob<RowItem, unknown>({
    what: kind.name,
    total,
    items: itemsOf(file, kind, checkUnchanged),
    key: ({ number }) => String(number),
    placeOf: ({ line }) => `${file.name}:${line}`,
    perform: async ({ call }, options) => performRow(client.sceyt, ids.apply(call), update, options),
    isRepeatable: ({ call }) => call.identity !== undefined,
    toRecord: (result, { call }) =>
      toIdRecord(call, call.rule.id === undefined ? undefined : valueAt(result, call.rule.id)),
    findResult: ({ call }, options) => findCreated(client.sceyt, call, options),
    order: ({ call }) => (call.rule.inOrder ? JSON.stringify(call.path) : undefined),
    journal: { path: journal, job },
    concurrency,
    limiter: client.limiter,
  })
  const progress = await run.catch(async (error: unknown) => {
    // The journal may be that of another job.
    if (!(error instanceof InputError)) await writeFailed(given)
    throw error
  })
  await writeFailed(given)
  return progress
}

async function writeFailed({ file, kind, journal }: CheckedImport): Promise<void> {
  const { path, count, kept } = await writeFailedRows(file, kind, journal).catch((error: unknown) => {
    printNote(`The rejected rows cannot be written to ${failedPathOf(file)}: ${messageOf(error)}`)
    return { path: undefined, count: 0, kept: [] }
  })
  if (path !== undefined)
    printNote(
      `${countText(count)} rejected ${count === 1 ? 'row is' : 'rows are'} in ${path}. The reasons are in ${journal}.`,
    )
  for (const one of kept)
    printNote(`${one} was left as it is: it has been edited, or its rows are those of another journal.`)
}

async function* itemsOf(
  file: RowsFile,
  kind: RowKind,
  checkUnchanged: () => void = () => {},
): AsyncGenerator<RowItem, void, undefined> {
  for await (const { number, line, fields, problem } of readRows(file, kind)) {
    checkUnchanged()
    if (problem !== undefined) throw new Error(`${file.name}:${line}: ${problem}`)
    yield { number, line, call: toRowCall(kind, fields, file.format === 'csv') }
  }
}

/**
 * Lists the rows of a file with the calls that were made for them.
 *
 * @param prefix - What the name of a row has before the number of its line.
 */
export async function* begunItems(
  file: RowsFile,
  kind: RowKind,
  ids: IdMap,
  prefix = '',
): AsyncGenerator<BegunItem, void, undefined> {
  for await (const { number, line, call } of itemsOf(file, kind))
    yield {
      key: String(number),
      name: `${prefix}${line}`,
      toCall: () => ids.apply(call),
      isParkable: call.identity === undefined,
    }
}
