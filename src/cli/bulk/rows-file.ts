import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileProblem } from '../file-problem.js'
import { statFile } from '../stat-file.js'
import { UsageError } from '../usage-error.js'

/** The formats of files with rows. */
export const rowFormats = ['csv', 'ndjson'] as const
export type RowFormat = (typeof rowFormats)[number]

/** A file with rows. */
export interface RowsFile {
  path: string
  /** The name of the file in messages. */
  name: string
  format: RowFormat
  /** The prefix of the paths of the files beside it. */
  base: string
}

const formatOfExtension: Readonly<Record<string, RowFormat>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

/**
 * Finds the file of an import. The standard input is copied to a file, since its rows are read once to check them, and once to send
 * them.
 *
 * @throws UsageError if it cannot be read, or its format is not known.
 */
export async function locateRows(
  path: string,
  given: { format?: RowFormat | undefined; journal?: string | undefined },
): Promise<RowsFile> {
  if (path === '-') {
    if (given.format === undefined)
      throw new UsageError('The standard input has no file extension: pass --format csv or ndjson.')
    if (given.journal === undefined)
      throw new UsageError('The standard input has no path for its journal: pass --journal FILE.')
    // Of its own for each run: one that is refused must not change the input of another.
    const copy = `${given.journal}.${randomUUID()}.input`
    process.once('exit', () => rmSync(copy, { force: true }))
    await pipeline(process.stdin, createWriteStream(copy)).catch((error: unknown) => {
      throw new UsageError(`Cannot copy the standard input to ${JSON.stringify(copy)}: ${fileProblem(error)}.`)
    })
    return { path: copy, name: 'stdin', format: given.format, base: given.journal }
  }
  const format = given.format ?? formatOfExtension[extname(path).toLowerCase()]
  if (format === undefined)
    throw new UsageError(`${JSON.stringify(path)} ends in neither .csv nor .ndjson: pass --format csv or ndjson.`)
  const stats = await statFile(path)
  if (!stats.isFile())
    throw new UsageError(
      `Cannot read the file ${JSON.stringify(path)}: it is ${stats.isDirectory() ? 'a folder' : 'not a file; pass - for the standard input'}.`,
    )
  return { path, name: path, format, base: path }
}

/** Returns the path of the journal of a file. */
export function journalPathOf({ base }: RowsFile, given: string | undefined): string {
  return given ?? `${base}.journal.ndjson`
}

/** Returns a function that throws if a file has changed since: rows that were not checked must not be sent. */
export function watchForChanges({ path, name }: Pick<RowsFile, 'path' | 'name'>): () => void {
  const stateOf = () => {
    const { ino, size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
    return `${ino} ${size} ${mtimeMs}`
  }
  const before = stateOf()
  return () => {
    if (stateOf() !== before)
      throw new Error(`${name} has changed since its rows were checked. No further row is sent.`)
  }
}

/** Hashes the content of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
