// Imports users from a CSV file with the columns username, first_name, last_name and avatar_url.
// An existing user is updated, so the file can be imported again. If several rows are for the same user, the last one wins.
// A bad row is reported, and the import continues.
import { setMaxListeners } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { AuthenticationError, createSceyt, PermissionDeniedError, type Sceyt } from 'sceyt-platform'

/** The number of imported rows, and why others were not imported, by the line on which each ends. */
export type ImportReport = { imported: number; bad: Map<number, string> }
type Row = Record<string, string>
const columns = ['username', 'first_name', 'last_name', 'avatar_url']

export async function importUsers(sceyt: Sceyt, csv: Readable): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, bad: new Map() }
  const stop = new AbortController()
  // Node warns about more than ten calls with one signal.
  setMaxListeners(0, stop.signal)
  const failed = (line: number, error: Error) => {
    // If the key is rejected, every other row would fail too.
    if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) stop.abort(error)
    else report.bad.set(line, error.message)
  }
  const parser = parse({ columns: true, info: true, bom: true, skip_empty_lines: true, skip_records_with_error: true })
  parser.on('skip', (error) => failed(error.lines, error))
  csv.once('error', (error) => parser.destroy(error))
  try {
    // At most 500 rows are in memory. The client decides how many are in flight.
    const batch: Promise<void>[] = []
    for await (const { record, info } of csv.pipe(parser) as AsyncIterable<{ record: Row; info: Info }>) {
      const row = put(sceyt, record, stop.signal).then(() => void report.imported++)
      batch.push(row.catch((error) => failed(info.lines, error)))
      if (batch.length === 500) await Promise.all(batch.splice(0))
      stop.signal.throwIfAborted()
    }
    await Promise.all(batch)
    stop.signal.throwIfAborted()
    return report
  } finally {
    csv.destroy()
  }
}

async function put(sceyt: Sceyt, record: Row, signal: AbortSignal): Promise<void> {
  // An empty cell is omitted, so that it does not overwrite the current value.
  const { username = '', ...names } = Object.fromEntries(
    columns.flatMap((name) => (record[name] ? [[name, record[name]]] : [])),
  )
  await sceyt.users.upsert({ username, ...names }, { signal })
}

if (process.argv[1] === import.meta.filename) {
  console.log(await importUsers(createSceyt({ maxConcurrent: 20 }), createReadStream(process.argv[2] ?? 'users.csv')))
}
