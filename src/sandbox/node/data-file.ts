import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Sandbox, Snapshot } from 'sceyt-platform/sandbox'
import type { FileContents } from './file-contents.js'

/** The content of a data file: a snapshot, and what else is needed to continue after it. */
export interface DataSnapshot extends Snapshot {
  /** The number of the last change in the snapshot. */
  readonly change?: number
  readonly clock?: Sandbox['clock']['state']
}

/** The size of the pieces in which a file is written, in characters. */
const pieceLength = 256 * 1024

/**
 * Finds the file behind links, and checks that it can be replaced.
 *
 * @throws Error if it cannot be read or written, or its folder does not exist or cannot be written.
 */
export async function locate(path: string): Promise<{ file: string; found: boolean }> {
  const file = await realpath(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const { R_OK, W_OK } = constants
  if (file === undefined) {
    const folder = await realpath(dirname(path))
    await access(folder, W_OK)
    return { file: resolve(folder, basename(path)), found: false }
  }
  if (!(await stat(file)).isFile()) throw new Error(`${path} is not a file.`)
  await access(file, R_OK | W_OK)
  await access(dirname(file), W_OK)
  return { file, found: true }
}

/** @throws Error if it is not JSON of an object. */
export async function readSnapshot(file: string): Promise<DataSnapshot> {
  const text = await readFile(file, 'utf8')
  return JSON.parse(text.replace(/^\uFEFF/, '')) as DataSnapshot
}

/** Returns the JSON of a snapshot, in pieces. In place of the contents of files it has their SHA-256. */
export function snapshotText(sandbox: Sandbox, contents: FileContents): Iterable<string> {
  return sandbox.snapshotText((content) => ({ sha256: contents.put(content) }))
}

/**
 * Writes a snapshot beside the file and renames it, so that the file is always whole, even if the machine stops now.
 *
 * @param snapshot - The JSON of the snapshot, in pieces.
 * @param change - The number of the last change in it.
 * @param isLate - Whether to give up. The file then stays as it is.
 * @returns Whether it was written.
 */
export async function writeSnapshot(
  path: string,
  snapshot: Iterable<string>,
  change: number,
  clock: Sandbox['clock']['state'],
  isLate: () => boolean = () => false,
): Promise<boolean> {
  // One name for every run, so that what a killed one has left is overwritten.
  const temporary = `${path}.tmp`
  const mode = await stat(path).then(
    (known) => known.mode,
    () => undefined,
  )
  try {
    const file = await open(temporary, 'w', mode)
    try {
      for (const piece of join(`{"change":${change},"clock":${JSON.stringify(clock)},`, snapshot)) {
        if (isLate()) return false
        await file.appendFile(piece)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return true
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Removes the files that a killed process was writing. */
export async function removeLeftovers(path: string): Promise<void> {
  for (const name of [`${path}.tmp`, `${path}.log.tmp`]) await rm(name, { force: true })
}

/** Joins texts to longer pieces. The first one is an object, whose fields follow other ones. */
function* join(start: string, texts: Iterable<string>): Generator<string> {
  let piece = start
  let isFirst = true
  for (const text of texts) {
    piece += isFirst ? text.slice(1) : text
    isFirst = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}
