import {
  close,
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Change, Disk } from 'sceyt-platform/sandbox'
import { syncFolder } from '../../node/sync-folder.js'
import { type ChangeRecord, fromRecord, toRecord } from './change-record.js'
import type { Durability } from './durability.js'
import type { FileContents } from './file-contents.js'
import { copyBytes, linesOf } from './open-file.js'
import { parseRecord, serializeRecord } from './record-line.js'

/**
 * An append-only file with a JSON line for each change, which ends with its checksum. A change is handed to the operating
 * system before it is made, so it survives the end of the process. All functions are synchronous, so that changes are recorded in the order in which they are made.
 */
export class ChangeLog implements Disk {
  readonly #path: string
  readonly #contents: FileContents
  readonly #durability: Durability
  readonly #mode: number
  #file: number
  #number = 0
  /** The number of the line that was read last. */
  #line = 0
  /** The end of the last whole record, in bytes. */
  #end = 0
  #previousEnd = 0
  /** The last record on the disk. */
  #synced = { number: 0, end: 0 }
  /** How many times the end of the file was removed. */
  #truncations = 0
  /** Resolves when no write to the disk is in progress. */
  #syncing: Promise<unknown> = Promise.resolve()
  /** Whether the file may be longer than that, after a failure. */
  #isTorn = false

  /**
   * @param mode - The permissions of a new file.
   * @throws Error if the file cannot be opened for reading and writing.
   */
  constructor(path: string, contents: FileContents, durability: Durability, mode: number) {
    this.#path = path
    this.#contents = contents
    this.#durability = durability
    this.#mode = mode
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT, mode)
    if (durability === 'power') syncFolder(dirname(path))
  }

  /** The number of the last change. */
  get number(): number {
    return this.#number
  }

  get bytes(): number {
    return this.#end
  }

  /** The file and the line that was read last. */
  get place(): string {
    return `${this.#path}:${this.#line}`
  }

  /** The size of the file, in bytes, including records that have not been read yet. */
  get size(): number {
    return fstatSync(this.#file).size
  }

  /**
   * Reads the changes from the start, and continues after them. A record without an end is one that was being written when the
   * process was killed, and is dropped.
   *
   * @param number - The number of the last change that is already in the state. Changes up to it are skipped.
   * @throws Error naming the line that is damaged.
   */
  *read(number: number): Generator<Change> {
    this.#number = number
    this.#line = 0
    for (const { bytes, end } of linesOf(this.#file)) {
      this.#line++
      const { n, crc, ...record } = parseRecord(bytes, this.place)
      if (n > this.#number + 1)
        throw new Error(
          `${this.place} is damaged: expected the change ${this.#number + 1}, got ${n}. It was not changed.`,
        )
      this.#previousEnd = this.#end
      this.#end = end
      if (n <= this.#number) continue
      this.#number = n
      yield fromRecord(record as ChangeRecord, this.#contents)
    }
    this.#isTorn = true
    this.#synced = { number: this.#number, end: this.#end }
  }

  /** @throws Error of the file system. The file is then as before. */
  record(change: Change): void {
    this.keep()
    this.#repair()
    const bytes = serializeRecord({ n: this.#number + 1, ...toRecord(change, this.#contents) })
    this.#isTorn = true
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#end + written)
    this.#isTorn = false
    this.#previousEnd = this.#end
    this.#end += bytes.length
    this.#number++
  }

  /** Removes the last record. If that fails, it stays until the next one, and does no harm: it is rejected again when it is replayed. */
  retract(): void {
    this.#truncate({ number: this.#number - 1, end: this.#previousEnd })
  }

  async sync(): Promise<void> {
    const written = { number: this.#number, end: this.#end }
    const truncations = this.#truncations
    const syncing = promisify(fdatasync)(this.#file)
    this.#syncing = syncing.catch(() => {})
    try {
      await syncing
    } catch (error) {
      // A merge may have written the records to a new file.
      if (truncations === this.#truncations && written.number <= this.#synced.number) return
      throw error
    }
    // Since then, the records may have been rolled back, dropped or synced again.
    if (truncations === this.#truncations && written.number > this.#synced.number) this.#synced = written
  }

  syncNow(): void {
    fdatasyncSync(this.#file)
    this.#synced = { number: this.#number, end: this.#end }
  }

  rollback(): void {
    this.#truncate(this.#synced)
  }

  /**
   * Writes the file again if it was deleted, since the next start would not find the open one.
   *
   * @throws Error of the file system.
   */
  keep(): void {
    if (!existsSync(this.#path)) this.drop(0)
  }

  /**
   * Removes the first records, since a snapshot contains them.
   *
   * @param bytes - Their length.
   * @throws Error of the file system. The file is then as before.
   */
  drop(bytes: number): void {
    const isPower = this.#durability === 'power'
    const temporary = `${this.#path}.tmp`
    const file = openSync(temporary, 'w+', this.#mode)
    try {
      copyBytes(this.#file, file, bytes, this.#end)
      if (isPower) fsyncSync(file)
      renameSync(temporary, this.#path)
    } catch (error) {
      closeSync(file)
      rmSync(temporary, { force: true })
      throw error
    }
    this.close()
    this.#file = file
    this.#end -= bytes
    this.#previousEnd = Math.max(0, this.#previousEnd - bytes)
    this.#synced = { number: this.#number, end: this.#end }
    this.#isTorn = false
    if (isPower) syncFolder(dirname(this.#path))
  }

  /** Deletes the file, since a snapshot contains the changes. */
  delete(): void {
    rmSync(this.#path, { force: true })
  }

  close(): void {
    const file = this.#file
    // In the background, since it also frees the disk if the file is deleted.
    this.#syncing.then(() => close(file))
  }

  #truncate({ number, end }: { number: number; end: number }): void {
    this.#truncations++
    this.#number = number
    this.#end = end
    this.#previousEnd = end
    if (this.#synced.number > number) this.#synced = { number, end }
    this.#isTorn = true
    try {
      this.#repair()
    } catch {}
  }

  #repair(): void {
    if (this.#isTorn) ftruncateSync(this.#file, this.#end)
    this.#isTorn = false
  }
}
