import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BulkProgress } from 'sceyt-platform/bulk'
import { fromPath } from 'sceyt-platform/node'
import { operations } from '../../../generated/operations.js'
import { methodOf } from '../method-of.js'
import { printNote } from '../print-note.js'
import { UsageError } from '../usage-error.js'
import { type BulkClient, openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { checkRows } from './check-rows.js'
import { type ExportedFile, filesList } from './export-files.js'
import { IdMap } from './id-map.js'
import { countText } from './progress-line.js'
import { readValues } from './read-values.js'
import { fileOf, type RowKind, rowKinds } from './row-kind.js'
import type { RowsFile } from './rows-file.js'
import { importRows, jobOf } from './run-import.js'
import { exitStatusOfCounts, runJob } from './run-job.js'
import { shortHash } from './short-hash.js'

/** The options of the import of a folder. */
export interface ImportAllOptions extends BulkOptions {
  dryRun?: true
}

const upload = operations.find(({ body }) => body?.media === 'form')

/**
 * Imports what `export` has written: files, and then each kind of rows, whose ids and URLs are replaced by the new ones. Roles that
 * exist already are updated, since every application has some.
 *
 * @throws UsageError if a row is not valid; nothing was sent then.
 */
export async function runImportAll(folder: string, options: ImportAllOptions): Promise<void> {
  const found: { kind: RowKind; path: string; total: number }[] = []
  for (const kind of rowKinds) {
    const path = join(folder, fileOf(kind))
    if (!(await stat(path).catch(() => undefined))?.size) continue
    found.push({ kind, path, total: await checkRows(rowsIn(path), kind, printNote) })
  }
  if (found.length === 0)
    throw new UsageError(`${JSON.stringify(folder)} has no rows: expected ${rowKinds.map(fileOf).join(', ')}.`)
  const counts = found.map(({ kind, total }) => `${countText(total)} ${kind.name}`).join(', ')
  if (options.dryRun) return printNote(`${counts}: valid. Nothing was sent.`)
  const client = await openBulkClient(options)
  try {
    await client.confirm(`An import of ${counts}`)
    // Each application has its own, since a folder may be imported into several.
    const journals = join(folder, `import-${shortHash(client.baseUrl).slice(0, 8)}`)
    await mkdir(journals, { recursive: true })
    const ids = new IdMap()
    const all: BulkProgress[] = await importFiles(client, folder, journals, ids, options)
    for (const { kind, path, total } of found) {
      const file = rowsIn(path, join(journals, kind.name))
      const journal = join(journals, `${kind.name}.journal.ndjson`)
      const job = await jobOf(file, kind, client)
      const { concurrency } = options
      const update = kind.name === 'roles'
      all.push(await importRows(client, { file, kind, journal, job, total, ids, update, concurrency }))
      if (kind.hasId) await ids.add(journal)
    }
    const sum = (name: 'failed' | 'parked') => all.reduce((total, progress) => total + progress[name], 0)
    const [failed, parked] = [sum('failed'), sum('parked')]
    if (failed > 0 || parked > 0) printNote(`The journals, and the rows that were rejected, are in ${journals}.`)
    process.exitCode = exitStatusOfCounts({ done: 0, skipped: 0, inFlight: 0, failed, parked })
  } finally {
    await client.close()
  }
}

function rowsIn(path: string, base = path): RowsFile {
  return { path, name: path, format: 'ndjson', base }
}

/** Uploads the files of an export. */
async function importFiles(
  { sceyt, limiter, baseUrl }: BulkClient,
  folder: string,
  journals: string,
  ids: IdMap,
  { concurrency }: BulkOptions,
): Promise<BulkProgress[]> {
  const path = join(folder, filesList)
  if (!upload || !(await stat(path).catch(() => undefined))?.size) return []
  const { name: method } = upload
  const journal = join(journals, 'files.journal.ndjson')
  const progress = await runJob<ExportedFile, unknown>({
    what: 'files',
    total: undefined,
    items: readValues<ExportedFile>(path),
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
