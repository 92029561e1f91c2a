import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFoundError } from 'sceyt-platform'
import { saveTo } from 'sceyt-platform/node'
import { operations } from '../../../generated/operations.js'
import { KeyTable } from '../../bulk/key-table.js'
import { readLines } from '../../bulk/read-lines.js'
import { methodOf } from '../method-of.js'
import type { BulkClient } from './bulk-client.js'
import type { ExportLog } from './export-log.js'
import { fileOf, rowKinds } from './row-kind.js'

/** The file that says which file was at which URL. */
export const filesList = 'files.ndjson'
const filesFolder = 'files'

/** A line of that file. */
export interface ExportedFile {
  /** Where the file was. */
  url: string
  /** The name under which it was known. */
  name: string
  /** Its path in the folder of the export. */
  path: string
}

const download = operations.find(
  ({ result, pathParameters }) =>
    result === 'file' && Object.values(pathParameters).some(({ address }) => address !== undefined),
)

/**
 * Downloads every file of this API that a row names: URLs of other hosts stay as they are.
 *
 * @param note - Receives a message about a file that does not exist.
 */
export async function exportFiles(
  { sceyt, baseUrl }: BulkClient,
  log: ExportLog,
  note: (message: string) => void,
  isStopped: () => boolean,
): Promise<void> {
  if (!download) return
  const prefix = `${baseUrl}${download.path.slice(0, download.path.indexOf('{'))}`
  log.open(filesList)
  const known = new KeyTable()
  for await (const lines of readLines(join(log.folder, filesList), 'dir'))
    for (const { text } of lines) known.set((JSON.parse(text) as ExportedFile).url, 1)
  await mkdir(join(log.folder, filesFolder), { recursive: true })
  for (const kind of rowKinds) {
    for await (const lines of readLines(join(log.folder, fileOf(kind)), 'dir')) {
      for (const { text } of lines) {
        if (!text.includes(prefix)) continue
        for (const url of urlsIn(JSON.parse(text), prefix)) {
          if (isStopped()) return
          if (known.get(url) > 0) continue
          known.set(url, 1)
          const file = fileAt(url, prefix)
          try {
            const content = methodOf(sceyt, download.name)(url, { as: 'stream' }) as Promise<ReadableStream<Uint8Array>>
            await saveTo(join(log.folder, file.path), content)
            log.append(filesList, filesList, `${JSON.stringify(file)}\n`, '')
          } catch (error) {
            if (!(error instanceof NotFoundError)) throw error
            note(`${url} does not exist.`)
          }
        }
      }
    }
  }
}

function fileAt(url: string, prefix: string): ExportedFile {
  const name = decodeURIComponent(url.slice(prefix.length))
  const safe = name.replaceAll(/[^\w.-]/g, '_').slice(-60)
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 16)
  return { url, name, path: `${filesFolder}/${hash}-${safe}` }
}

/** Lists the strings in a value that begin with a prefix. */
function urlsIn(value: unknown, prefix: string): string[] {
  if (typeof value === 'string') return value.startsWith(prefix) && value.length > prefix.length ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((inner) => urlsIn(inner, prefix))
}
