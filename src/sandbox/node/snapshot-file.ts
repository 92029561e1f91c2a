import { createHash, webcrypto } from 'node:crypto'
import { createReadStream, createWriteStream, type Stats, statSync } from 'node:fs'
import { chmod, chown, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type AddedApp, type Sandbox, SeedError, type Snapshot } from 'sceyt-platform/sandbox'
import { describe } from '../../common/describe.js'
import { syncFolder } from '../../node/sync-folder.js'
import { fromRecord, withContents } from './change-record.js'
import { type DataFile, exists, nextOf } from './data-file.js'
import type { Durability } from './durability.js'
import type { FileContents } from './file-contents.js'
import { longPieces } from './long-pieces.js'

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
   * @throws Error if the file is not a snapshot.
   */
  async restore(sandbox: Sandbox): Promise<number> {
    try {
      const [snapshot, isUnchanged] = await this.#read(sandbox.validatorsHash)
      const { added = [], change = 0, clock } = snapshot ?? {}
      if (!Array.isArray(added)) throw new SeedError('added must be an array.')
      if (!(Number.isSafeInteger(change) && change >= 0 && change < 2 ** 52))
        throw new SeedError(`change must be a whole number, got ${describe(change)}.`)
      for (const add of added) sandbox.replay(fromRecord({ add }, this.#contents))
      sandbox.replay({
        restore: withContents(snapshot, this.#contents),
        isValid: await isUnchanged,
      })
      if (clock !== undefined) sandbox.replay({ clock })
      return change
    } catch (cause) {
      if (!(cause instanceof SeedError || cause instanceof SyntaxError || cause instanceof RangeError)) throw cause
      throw new Error(
        `${this.path} is damaged or not a data file of this sandbox. It was not changed. ${cause.message}`,
        {
          cause,
        },
      )
    }
  }

  /** Parses the file, or the copy beside it if the process was killed while it wrote the file in place. */
  async #read(validatorsHash: string): Promise<[DataSnapshot, isUnchanged: Promise<boolean>]> {
    const next = nextOf(this.path)
    try {
      const parsed = await parse(this.path, validatorsHash)
      if (this.isMounted) await rm(next, { force: true })
      return parsed
    } catch (error) {
      if (!(error instanceof SyntaxError && (await exists(next)))) throw error
      const parsed = await parse(next, validatorsHash)
      await writeFromNext(this.path)
      return parsed
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
        const stats = await stat(this.path).catch(() => undefined)
        if (!(await writePieces(temporary, join(start, texts, sandbox.validatorsHash), stats?.mode, isLate)))
          return false
        if (stats && (stats.nlink > 1 || !(await keepOwner(temporary, stats)))) await writeInPlace(temporary, this.path)
        else await replace(temporary, this.path)
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
    // Whatever the mask of the process is.
    if (mode !== undefined) await file.chmod(mode & 0o7777)
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

/** Gives a file to the owner of another one. Returns whether it is theirs. */
async function keepOwner(path: string, { uid, gid, mode }: Stats): Promise<boolean> {
  const own = await stat(path)
  if (own.uid === uid && own.gid === gid) return true
  try {
    await chown(path, uid, gid)
    // The change of the owner may have reset a part of it.
    await chmod(path, mode & 0o7777)
    return true
  } catch {
    return false
  }
}

/** Replaces a file with a temporary one, or writes it in place if it is mounted without its folder. */
async function replace(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error
    await writeInPlace(temporary, path)
  }
}

/** Writes a file that cannot be replaced: it is mounted by itself, or has another owner or other names that it must keep. */
async function writeInPlace(temporary: string, path: string): Promise<void> {
  // A whole copy, from which the file is written again if the process is killed now.
  await rename(temporary, nextOf(path))
  await writeFromNext(path)
}

async function writeFromNext(path: string): Promise<void> {
  await pipeline(createReadStream(nextOf(path)), createWriteStream(path, { flush: true }))
  await rm(nextOf(path))
}

/** Parses a file, and checks meanwhile whether these validators have accepted it. */
async function parse(path: string, validatorsHash: string): Promise<[DataSnapshot, isUnchanged: Promise<boolean>]> {
  const bytes = await readFile(path)
  // In a thread of its own, while this one parses.
  const isUnchanged = hasChecksum(bytes, validatorsHash)
  return [JSON.parse(decode(bytes)) as DataSnapshot, isUnchanged]
}

/** Joins texts into longer pieces, with the given fields at the start of the object, and a checksum at its end. */
function* join(start: string, texts: Iterable<string>, validatorsHash: string): Generator<string> {
  const hash = createHash('sha256')
  let previous = ''
  for (const piece of longPieces(texts)) {
    if (previous) {
      hash.update(previous)
      yield previous
      previous = piece
    } else previous = start + piece.slice(1)
  }
  const end = previous.slice(0, -1)
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
