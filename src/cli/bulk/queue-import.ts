import { resolve } from 'node:path'
import { printNote } from '../print-note.js'
import { UsageError } from '../usage-error.js'
import { openBulkClient } from './bulk-client.js'
import { checkRows } from './check-rows.js'
import { countOf } from './count-of.js'
import { loadQueue } from './load-queue.js'
import type { ByteRange, QueuedFile } from './queued-rows.js'
import { checkRedisUrl } from './redis-option.js'
import type { RowKind } from './row-kind.js'
import { hashFile, locateRows, watchForChanges } from './rows-file.js'
import type { ImportOptions } from './run-import.js'
import { shortHash } from './short-hash.js'

/** The options for a queue. */
export interface QueueOptions {
  queue?: true
  redis?: string
}

const batchSize = 100

/**
 * Adds the rows of a file to the queue.
 *
 * @throws UsageError if a row is not valid; nothing is in the queue then.
 */
export async function queueImport(kind: RowKind, path: string, options: ImportOptions & QueueOptions): Promise<void> {
  if (path === '-') throw new UsageError('Workers cannot read the standard input: pass the path of a file.')
  const connection = checkRedisUrl(options.redis)
  const { enqueue } = await loadQueue()
  const file = await locateRows(resolve(path), options)
  const checkUnchanged = watchForChanges(file)
  const ends: number[] = []
  let columns: readonly string[] = []
  const total = await checkRows(file, kind, printNote, ({ number, end, fields }) => {
    if (number === 1) columns = Object.keys(fields)
    ends[Math.floor((number - 1) / batchSize)] = end
  })
  const inOrder = kind.imports.some((rule) => rule.inOrder === true)
  const client = await openBulkClient(options)
  try {
    const hash = await hashFile(file.path)
    checkUnchanged()
    const { baseUrl } = client
    await client.confirm(`An import of ${countOf(total, kind.name)}`)
    const { update = false } = options
    const input: QueuedFile = { kind: kind.name, path: file.path, format: file.format, hash, columns, baseUrl, update }
    const job = `${kind.name}-${shortHash(JSON.stringify(input)).slice(0, 8)}`
    const reference = ({ from }: { from: number }): ByteRange => {
      const batch = from / batchSize
      return [ends[batch - 1] ?? 0, ends[batch] as number]
    }
    await enqueue({
      connection,
      queue: baseUrl,
      job,
      total,
      batchSize,
      inOrder,
      input,
      reference,
      onWarning: printNote,
    })
    printNote(`${countOf(total, kind.name)} added to the queue, as the job ${job}. To send them: sceyt-platform worker`)
    printNote('Each worker reads the file at the same path. To watch them: sceyt-platform status')
  } finally {
    await client.close()
  }
}
