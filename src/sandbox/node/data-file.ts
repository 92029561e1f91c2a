import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Sandbox, Snapshot } from 'sceyt-platform/sandbox'

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
    return { file: join(folder, basename(path)), found: false }
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

/**
 * Writes a snapshot beside the file and renames it, so that the file is always whole, even if the machine stops now.
 *
 * @param change - The number of the last change in the state.
 * @param isLate - Whether to give up. The file then stays as it is.
 * @returns Whether it was written.
 */
export async function writeSnapshot(
  path: string,
  sandbox: Sandbox,
  change: number,
  isLate: () => boolean = () => false,
): Promise<boolean> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const mode = await stat(path).then(
      (known) => known.mode,
      () => undefined,
    )
    const file = await open(temporary, 'w', mode)
    try {
      for (const piece of pieces(sandbox, change)) {
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

function* pieces(sandbox: Sandbox, change: number): Generator<string> {
  let piece = `{"change":${change},"clock":${JSON.stringify(sandbox.clock.state)},`
  let isFirst = true
  for (const text of sandbox.snapshotText()) {
    // The snapshot is an object, whose fields follow those of this file.
    piece += isFirst ? text.slice(1) : text
    isFirst = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}
