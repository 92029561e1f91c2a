import { createHash, webcrypto } from 'node:crypto'
import { statSync } from 'node:fs'
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type AddedApp, type Sandbox, SeedError, type Snapshot } from 'sceyt-platform/sandbox'
import { fromRecord, withContents } from './change-record.js'
import type { DataFile } from './data-file.js'
import { type Durability, syncFolder } from './durability.js'
import type { FileContents } from './file-contents.js'

/** The content of a data file: a snapshot, and what is needed to continue from it. */
interface DataSnapshot extends Snapshot {
  /** The number of the last change in the snapshot. */
  readonly change?: number
  readonly clock?: Sandbox['clock']['state']
  /** The applications that were added. */
  readonly added?: readonly AddedApp[]
  /** Of all text before it, and of the validators. If it does not match, everything is validated. */
  readonly checksum?: string
}

/** The size of the pieces in which a file is written, in characters. */
const pieceLength = 256 * 1024

/** A file that is always one whole snapshot. */
export class SnapshotFile {
  readonly path: string
  /** Whether files beside it are lost with the container. */
  readonly isMounted: boolean
  readonly #contents: FileContents
  readonly #durability: Durability

  constructor({ path, isMounted }: DataFile, contents: FileContents, durability: Durability) {
    this.path = path
    this.isMounted = isMounted
    this.#contents = contents
    this.#durability = durability
  }

  get bytes(): number {
    return statSync(this.path).size
  }

  /**
   * Restores the snapshot.
   *
   * @returns The number of the last change in it.
   * @throws Error if the file is not a snapshot. The sandbox is then as before.
   */
  async restore(sandbox: Sandbox): Promise<number> {
    if (await exists(nextOf(this.path))) await writeFromNext(this.path)
    try {
      const bytes = await readFile(this.path)
      // In another thread, while this one parses.
      const isUnchanged = hasChecksum(bytes, sandbox.validatorsHash)
      const snapshot = JSON.parse(decode(bytes)) as DataSnapshot
      const added = snapshot?.added ?? []
      if (!Array.isArray(added)) throw new SeedError('added must be an array.')
      for (const add of added) sandbox.replay(fromRecord({ add }, this.#contents))
      sandbox.replay({
        restore: withContents(snapshot, this.#contents),
        isValid: await isUnchanged,
      })
      if (snapshot.clock) sandbox.clock.state = snapshot.clock
      return snapshot.change ?? 0
    } catch (cause) {
      if (!(cause instanceof SeedError || cause instanceof SyntaxError)) throw cause
      throw new Error(
        `${this.path} is damaged or not a data file of this sandbox. It was not changed. ${cause.message}`,
        {
          cause,
        },
      )
    }
  }

  /**
   * Writes the current state to a temporary file and renames it, so that the file is whole even after a power failure.
   *
   * @param isLate - Whether to give up. The file then remains unchanged.
   * @returns A function that completes the write, given the number of the last change in the state.
   */
  write(sandbox: Sandbox): (change: number, isLate?: () => boolean) => Promise<boolean> {
    const { state } = sandbox.clock
    const contentOf = (content: Uint8Array) => ({ sha256: this.#contents.put(content) })
    const texts = sandbox.snapshotText(this.isMounted ? undefined : contentOf)
    return async (change, isLate = () => false) => {
      const start = `{"change":${change},"clock":${JSON.stringify(state)},`
      // The same name in every run, so that a leftover of a killed process is overwritten.
      const temporary = `${this.path}.tmp`
      try {
        if (
          !(await writePieces(temporary, join(start, texts, sandbox.validatorsHash), await modeOf(this.path), isLate))
        )
          return false
        await replace(temporary, this.path)
        if (this.#durability === 'power') syncFolder(dirname(this.path))
        return true
      } finally {
        await rm(temporary, { force: true })
      }
    }
  }
}

async function writePieces(
  path: string,
  pieces: Iterable<string>,
  mode: number | undefined,
  isLate: () => boolean,
): Promise<boolean> {
  const file = await open(path, 'w', mode)
  try {
    for (const piece of pieces) {
      if (isLate()) return false
      await file.appendFile(piece)
    }
    await file.sync()
    return true
  } finally {
    await file.close()
  }
}

function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mode }) => mode,
    () => undefined,
  )
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Replaces a file with a temporary one, or writes it in place if it is mounted without its folder. */
async function replace(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error
    // A whole copy, from which the next start writes the file again if the process is killed now.
    await rename(temporary, nextOf(path))
    await writeFromNext(path)
  }
}

async function writeFromNext(path: string): Promise<void> {
  await copyFile(nextOf(path), path)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(nextOf(path))
}

function nextOf(path: string): string {
  return `${path}.next`
}

/** Joins texts into longer pieces, with the given fields at the start of the object, and a checksum at its end. */
function* join(start: string, texts: Iterable<string>, validatorsHash: string): Generator<string> {
  const hash = createHash('sha256')
  let piece = start
  let isFirst = true
  for (const text of texts) {
    if (piece.length >= pieceLength) {
      hash.update(piece)
      yield piece
      piece = ''
    }
    piece += isFirst ? text.slice(1) : text
    isFirst = false
  }
  const end = piece.slice(0, -1)
  yield end + endOf(validatorsHash, hash.update(end).digest('hex'))
}

/** Checks whether a file is unchanged since it was written, and whether the same validators accepted it. */
async function hasChecksum(bytes: Buffer, validatorsHash: string): Promise<boolean> {
  const start = bytes.lastIndexOf(endOf('', '').slice(0, -3))
  if (start < 0) return false
  const digest = await webcrypto.subtle.digest('SHA-256', bytes.subarray(0, start))
  return bytes.toString('latin1', start) === endOf(validatorsHash, Buffer.from(digest).toString('hex'))
}

function endOf(validatorsHash: string, hash: string): string {
  return `,"checksum":"${validatorsHash}${hash}"}\n`
}

/** Decodes a file, without its byte order mark. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
