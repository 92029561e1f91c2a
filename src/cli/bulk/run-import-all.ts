import { existsSync } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BulkProgress } from 'sceyt-platform/bulk'
import { fromPath } from 'sceyt-platform/node'
import { operations } from '../../../generated/operations.js'
import { checkJournal } from '../../bulk/open-journal.js'
import { makeFolder, sharedMode } from '../make-folder.js'
import { methodOf } from '../method-of.js'
import { printNote } from '../print-note.js'
import { UsageError } from '../usage-error.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { checkRows } from './check-rows.js'
import { countOf } from './count-of.js'
import { type ExportedFile, filesList } from './export-files.js'
import { IdMap } from './id-map.js'
import { readValues } from './read-values.js'
import { fileOf, type RowKind, rowKinds } from './row-kind.js'
import { type RowsFile, watchForChanges } from './rows-file.js'
import { begunItems, importRows, jobOf } from './run-import.js'
import { exitStatusOfCounts, runJob } from './run-job.js'
import { type Settled, settleParked, showParked } from './settle-parked.js'
import { shortHash } from './short-hash.js'

/** The options of the import of a folder. */
export interface ImportAllOptions extends BulkOptions, Settled {
  dryRun?: true
  resolve?: true
}

const filesJournalName = 'files.journal.ndjson'
const upload = operations.find(({ body }) => body?.media === 'form')

/**
 * Imports what `export` has written: files, and then each kind of rows, whose ids and URLs are replaced by the new ones. Roles that
 * exist already are updated, since every application has some.
 *
 * @throws UsageError if a row is not valid; nothing was sent then.
 */
export async function runImportAll(folder: string, options: ImportAllOptions): Promise<void> {
  const found: { kind: RowKind; path: string; total: number; checkUnchanged: () => void }[] = []
  for (const kind of rowKinds) {
    const path = join(folder, fileOf(kind))
    if (!(await stat(path).catch(() => undefined))?.size) continue
    const checkUnchanged = watchForChanges(rowsIn(path))
    found.push({ kind, path, total: await checkRows(rowsIn(path), kind, printNote), checkUnchanged })
  }
  if (found.length === 0)
    throw new UsageError(`${JSON.stringify(folder)} has no rows: expected ${rowKinds.map(fileOf).join(', ')}.`)
  const files = await checkFiles(folder)
  const counts = found.map(({ kind, total }) => countOf(total, kind.name)).join(', ')
  if (options.dryRun) return printNote(`${counts}: valid. Nothing was sent.`)
  const client = await openBulkClient(options)
  try {
    const isSettling = options.markDone !== undefined || options.sendAgain !== undefined
    if (!isSettling && !options.resolve) await client.confirm(`An import of ${counts}`)
    // Each application has its own, since a folder may be imported into several.
    const journals = join(folder, `import-${shortHash(client.baseUrl).slice(0, 8)}`)
    const ids = new IdMap(client.baseUrl)
    // What was not imported must not be sent to whatever has its id here.
    ids.complete()
    const imports = await Promise.all(
      found.map(async ({ kind, path, ...checked }) => {
        const file = rowsIn(path, join(journals, kind.name))
        const journal = join(journals, `${kind.name}.journal.ndjson`)
        return { ...checked, file, kind, journal, job: await jobOf(file, kind, client) }
      }),
    )
    for (const { journal, job } of imports) await checkJournal(journal, job)
    if (isSettling || options.resolve) {
      const filesJournal = join(journals, filesJournalName)
      if (existsSync(filesJournal)) await ids.addUrls(filesJournal)
      for (const { kind, journal } of imports) if (kind.hasId && existsSync(journal)) await ids.add(journal)
      const parts = imports.map(({ file, kind, journal, job }) => ({
        journal,
        job,
        items: begunItems(file, kind, ids, `${kind.name}:`),
      }))
      const begun = { item: 'row', names: 'ROWS', parts }
      return await (isSettling ? settleParked(client.sceyt, begun, options) : showParked(client.sceyt, begun))
    }
    await makeFolder(journals, sharedMode)
    const all: BulkProgress[] = await importFiles(client, folder, files, journals, ids, options)
    for (const one of imports) {
      const { concurrency } = options
      const update = one.kind.name === 'roles'
      all.push(await importRows(client, { ...one, ids, update, concurrency }))
      if (one.kind.hasId) await ids.add(one.journal)
    }
    const sum = (name: 'failed' | 'parked') => all.reduce((total, progress) => total + progress[name], 0)
    const [failed, parked] = [sum('failed'), sum('parked')]
    if (failed > 0 || parked > 0) printNote(`The journals, and the rows that were rejected, are in ${journals}.`)
    if (parked > 0)
      printNote(
        'Parked rows may have been sent, and are not sent again. To see them, run the same command with --resolve.',
      )
    process.exitCode = exitStatusOfCounts({ done: 0, skipped: 0, inFlight: 0, failed, parked })
  } finally {
    await client.close()
  }
}

function rowsIn(path: string, base = path): RowsFile {
  return { path, name: path, format: 'ndjson', base }
}

/**
 * Reads the list of files of an export.
 *
 * @throws UsageError if a line is not valid. A path outside of the folder is not: it could be any file of this machine.
 */
async function checkFiles(folder: string): Promise<ExportedFile[]> {
  const path = join(folder, filesList)
  if (!(await stat(path).catch(() => undefined))?.size) return []
  const files: ExportedFile[] = []
  for await (const file of readValues<Partial<ExportedFile> | null>(path)) {
    const { url, name, path: own } = file ?? {}
    const isValid = typeof url === 'string' && typeof name === 'string' && /^files\/[\w-][\w.-]*$/.test(own ?? '')
    if (!isValid) throw new UsageError(`${path}:${files.length + 1}: expected a file in ${join(folder, 'files')}.`)
    const copy = await lstat(join(folder, own as string)).catch(() => undefined)
    if (!copy?.isFile()) throw new UsageError(`${path}:${files.length + 1}: ${own} is not a file.`)
    files.push(file as ExportedFile)
  }
  // An export lists a file again if its copy was missing when it was resumed.
  return [...new Map(files.map((file) => [file.url, file])).values()]
}

/** Uploads the files of an export. */
async function importFiles(
  { sceyt, limiter, baseUrl }: BulkClient,
  folder: string,
  files: readonly ExportedFile[],
  journals: string,
  ids: IdMap,
  { concurrency }: BulkOptions,
): Promise<BulkProgress[]> {
  if (!upload || files.length === 0) return []
  const { name: method } = upload
  const journal = join(journals, filesJournalName)
  const progress = await runJob<ExportedFile, unknown>({
    what: 'files',
    total: files.length,
    items: files,
    key: ({ url }) => url,
    placeOf: ({ path: file }) => join(folder, file),
    perform: async (file, call) =>
      methodOf(sceyt, method)(await fromPath(join(folder, file.path), { name: file.name }), call),
    // A duplicate upload does no harm: the rows refer to the URL of the last one.
    isRepeatable: () => true,
    toRecord: (result, { url }) => ({ from: url, to: (result as { url?: unknown }).url }),
    journal: { path: journal, job: `import of files to ${baseUrl}` },
    concurrency,
    limiter,
  })
  await ids.addUrls(journal)
  return [progress]
}
