import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../../node/sync-folder.js'
import type { Durability } from './durability.js'

/** A folder with the contents of uploaded files: each once, with its SHA-256 in hexadecimal as its name. */
export class FileContents {
  readonly #folder: string
  readonly #durability: Durability
  readonly #mode: number
  readonly #hashes = new WeakMap<Uint8Array, string>()
  /** The contents that were used since the last call of `begin`. */
  #used = new Set<string>()

  /** @param mode - The permissions of new files. */
  constructor(folder: string, durability: Durability, mode: number) {
    this.#folder = folder
    this.#durability = durability
    this.#mode = mode
  }

  /**
   * Stores the content of a file, unless it is in the folder already.
   *
   * @returns Its SHA-256.
   * @throws Error of the file system.
   */
  put(content: Uint8Array): string {
    const hash = this.#hashes.get(content) ?? hashOf(content)
    const path = join(this.#folder, hash)
    if (statSync(path, { throwIfNoEntry: false })?.size !== content.length) {
      const isPower = this.#durability === 'power'
      createFolder(this.#folder, this.#mode)
      try {
        writeFileSync(`${path}.tmp`, content, { mode: this.#mode, flush: isPower })
        renameSync(`${path}.tmp`, path)
      } catch (error) {
        // It may be what fills the disk.
        rmSync(`${path}.tmp`, { force: true })
        throw error
      }
      if (isPower) for (const folder of [this.#folder, dirname(this.#folder)]) syncFolder(folder)
    }
    this.#hashes.set(content, hash)
    this.#used.add(hash)
    return hash
  }

  /** @throws Error if the content is missing or damaged. */
  get(hash: string): Uint8Array<ArrayBuffer> {
    const path = join(this.#folder, hash)
    let content: Uint8Array<ArrayBuffer>
    try {
      const { buffer, byteOffset, byteLength } = readFileSync(path)
      content = new Uint8Array(buffer, byteOffset, byteLength)
    } catch (cause) {
      throw new Error(`Cannot read the content of an uploaded file, ${path}. Keep this folder beside the data file.`, {
        cause,
      })
    }
    if (hashOf(content) !== hash) throw new Error(`${path} is damaged: its SHA-256 is not its name.`)
    this.#hashes.set(content, hash)
    this.#used.add(hash)
    return content
  }

  /** Starts to collect the contents that are in use. */
  begin(): void {
    this.#used = new Set()
  }

  /** Removes the contents that were not used since the last call of `begin`, and the folder if it is empty. */
  tidy(): void {
    try {
      // A user may keep other files there.
      for (const name of readdirSync(this.#folder))
        if (/^[\da-f]{64}(\.tmp)?$/.test(name) && !this.#used.has(name))
          rmSync(join(this.#folder, name), { force: true })
      if (this.#used.size === 0) rmdirSync(this.#folder)
    } catch {
      // Files that remain are removed the next time.
    }
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function createFolder(path: string, mode: number): void {
  try {
    // With search permission for those who may read.
    mkdirSync(path, mode | ((mode & 0o444) >> 2))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
