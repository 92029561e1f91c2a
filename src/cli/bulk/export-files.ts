import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ApiError, AuthenticationError, InputError, RateLimitError } from 'sceyt-platform'
import { saveTo } from 'sceyt-platform/node'
import { operations } from '../../../generated/operations.js'
import { KeyTable } from '../../bulk/key-table.js'
import { readLines } from '../../bulk/read-lines.js'
import { makeFolder, sharedMode } from '../make-folder.js'
import { methodOf } from '../method-of.js'
import type { BulkClient } from './bulk-client.js'
import type { ExportLog } from './export-log.js'
import { readValues } from './read-values.js'
import { fileOf, rowKinds } from './row-kind.js'
import { shortHash } from './short-hash.js'

/** The file that lists the exported files by their URLs. */
export const filesList = 'files.ndjson'
const filesFolder = 'files'

/** A line of `filesList`. */
export interface ExportedFile {
  /** The URL that rows refer to. */
  url: string
  /** The name of the file in its URL. */
  name: string
  /** The path of the copy, relative to the folder of the export. */
  path: string
}

const download = operations.find(
  ({ result, pathParameters }) =>
    result === 'file' && Object.values(pathParameters).some(({ address }) => address !== undefined),
)

/**
 * Downloads every file that rows refer to by a URL of this API. Files at other URLs are not exported.
 *
 * @param note - Called with a message about each file that cannot be downloaded.
 */
export async function exportFiles(
  { sceyt, baseUrl }: BulkClient,
  log: ExportLog,
  note: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!download) return
  const prefix = `${baseUrl}${download.path.slice(0, download.path.indexOf('{'))}`
  log.open(filesList)
  const known = new KeyTable()
  for await (const { url, path } of readValues<ExportedFile>(join(log.folder, filesList)))
    if (existsSync(join(log.folder, path))) known.set(url, 1)
  await makeFolder(join(log.folder, filesFolder), sharedMode)
  for await (const url of urlsOfRows(log.folder, prefix)) {
    signal.throwIfAborted()
    if (known.get(url) > 0) continue
    known.set(url, 1)
    const file = fileAt(url, prefix)
    try {
      const content = methodOf(sceyt, download.name)(url, { as: 'stream', signal }) as Promise<
        ReadableStream<Uint8Array>
      >
      await saveTo(join(log.folder, file.path), content)
      log.append(filesList, filesList, `${JSON.stringify(file)}\n`, '')
      log.flush()
    } catch (error) {
      // A message may name anything. The row keeps its URL.
      const isOfFile = error instanceof InputError || (error instanceof ApiError && error.status < 500)
      if (!isOfFile || error instanceof AuthenticationError || error instanceof RateLimitError) throw error
      note(`${url} is not exported: ${error.message}`)
    }
  }
}

/** Lists the URLs in all rows that begin with a prefix. */
async function* urlsOfRows(folder: string, prefix: string): AsyncGenerator<string, void, undefined> {
  for (const kind of rowKinds)
    for await (const lines of readLines(join(folder, fileOf(kind)), 'dir'))
      for (const { text } of lines) if (text.includes(prefix)) yield* urlsIn(JSON.parse(text), prefix)
}

function fileAt(url: string, prefix: string): ExportedFile {
  const name = decode(url.slice(prefix.length))
  const safe = name.replaceAll(/[^\w.-]/g, '_').slice(-60)
  return { url, name, path: `${filesFolder}/${shortHash(url)}-${safe}` }
}

/** Decodes a URL that anyone may have written into a message. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Lists the strings in a value that begin with a prefix and are longer. */
function urlsIn(value: unknown, prefix: string): string[] {
  if (typeof value === 'string') return value.startsWith(prefix) && value.length > prefix.length ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((inner) => urlsIn(inner, prefix))
}
