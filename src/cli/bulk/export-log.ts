import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from 'sceyt-platform'
import { KeyTable } from '../../bulk/key-table.js'
import { type OpenLog, openLog } from '../../bulk/open-log.js'
import type { LogFormat } from '../../bulk/read-log.js'
import { syncFile } from '../../bulk/sync-file.js'
import { writeAll } from '../../bulk/write-all.js'
import { fieldOf } from '../../common/field-of.js'
import { syncFolder } from '../../node/sync-folder.js'
import { makeFolder, sharedMode } from '../make-folder.js'

/** A record of the log: a page of a list was written to a file, whose size was then `size` bytes. */
interface PageRecord {
  list: string
  file: string
  size: number
  /** The query of the next page; null after the last one. */
  next: string | null
}

const version = 1

interface TargetFile {
  descriptor: number
  size: number
  /** What is not written yet. */
  text: string
  /** Whether what was written is on the disk, or is being synced. */
  isSynced: boolean
}

/** What the log of an earlier run says. */
interface ExportState {
  /** The size of each file. */
  sizes: Map<string, number>
  /** The lists that are complete. */
  done: KeyTable
  /** The query of the next page of each list that is not. */
  begun: Map<string, string>
}

/** Pages that are written at once, in characters. A process that is killed reads these pages again. */
const writtenAtOnce = 65_536

/**
 * The files of an export, and the log of what they contain. A page is on the disk before the log records it, so that a crash or a
 * power failure costs only a page that is read again.
 */
export class ExportLog {
  readonly folder: string
  readonly #log: OpenLog
  readonly #files = new Map<string, TargetFile>()
  readonly #state: ExportState
  /** Records of pages that are not written yet. */
  #records = ''
  /** Records of pages that are written, and may not be on the disk yet. */
  #unsynced = ''
  #waiting = 0
  #syncing: Promise<void> | undefined
  #problem: unknown

  /** @internal Use `openExportLog`. */
  constructor(folder: string, log: OpenLog, state: ExportState) {
    this.folder = folder
    this.#log = log
    this.#state = state
  }

  /** Returns whether an earlier run has written all pages of a list. */
  isDone(list: string): boolean {
    return this.#state.done.get(list) > 0
  }

  /** Returns the query of the next page of a list that an earlier run has begun. */
  nextOf(list: string): string | undefined {
    return this.#state.begun.get(list)
  }

  /** Opens a file, so that it exists even if nothing is written, and truncates it to its size in the log. */
  open(file: string): void {
    this.#fileOf(file)
  }

  /** Appends a page of a list to a file. It is written with the pages after it. */
  append(list: string, file: string, text: string, next: string | null): void {
    const target = this.#fileOf(file)
    target.text += text
    target.size += Buffer.byteLength(text)
    const record: PageRecord = { list, file, size: target.size, next }
    this.#records += `${JSON.stringify(record)}\n`
    this.#waiting += text.length
    if (this.#waiting >= writtenAtOnce) this.flush()
  }

  /** Writes the pages that are not written yet. Their records follow once they are on the disk. */
  flush(): void {
    if (this.#problem !== undefined) throw this.#problem
    for (const target of this.#files.values()) {
      if (target.text === '') continue
      try {
        writeAll(target.descriptor, target.text)
      } catch (error) {
        // A part of the text may be in the file, and a second attempt would append all of it.
        this.#problem = error
        throw error
      }
      target.text = ''
      target.isSynced = false
    }
    this.#unsynced += this.#records
    this.#records = ''
    this.#waiting = 0
    if (this.#unsynced === '') return
    this.#syncing ??= this.#sync().catch((error: unknown) => {
      this.#problem = error
    })
  }

  /** Writes what is left, waits until it is on the disk, and releases the folder. */
  async close(): Promise<void> {
    try {
      try {
        if (this.#problem === undefined) this.flush()
      } finally {
        // It needs the descriptors.
        await this.#syncing
      }
      if (this.#problem !== undefined) throw this.#problem
      await syncFile(this.#log.descriptor)
      syncFolder(this.folder)
    } finally {
      for (const { descriptor } of this.#files.values()) closeSync(descriptor)
      this.#log.close()
    }
  }

  async #sync(): Promise<void> {
    while (this.#unsynced !== '') {
      const records = this.#unsynced
      this.#unsynced = ''
      const targets = [...this.#files.values()].filter(({ isSynced }) => !isSynced)
      for (const target of targets) target.isSynced = true
      await Promise.all(targets.map(({ descriptor }) => syncFile(descriptor)))
      writeAll(this.#log.descriptor, records)
    }
    this.#syncing = undefined
  }

  #fileOf(file: string): TargetFile {
    const known = this.#files.get(file)
    if (known) return known
    const size = this.#state.sizes.get(file) ?? 0
    const path = join(this.folder, file)
    const descriptor = openSync(path, 'a+')
    if (fstatSync(descriptor).size < size) {
      const problem = `${path} is shorter than its journal says. Use another folder.`
      throw new InputError('dir', problem, undefined, problem)
    }
    ftruncateSync(descriptor, size)
    const opened = { descriptor, size, text: '', isSynced: true }
    this.#files.set(file, opened)
    return opened
  }
}

/**
 * Opens the log of an export in its folder, or creates both.
 *
 * @param source - What is exported: the log of another export is rejected.
 * @throws InputError if the folder cannot be created, has another export, or is in use.
 */
export async function openExportLog(folder: string, source: string): Promise<ExportLog> {
  const fail = (message: string, cause?: unknown): never => {
    throw new InputError('dir', message, { cause }, message)
  }
  await makeFolder(folder, sharedMode).catch((error: Error) => fail(`Cannot create ${folder}: ${error.message}`, error))
  const path = join(folder, 'export.journal.ndjson')
  const state: ExportState = { sizes: new Map(), done: new KeyTable(), begun: new Map() }
  const format: LogFormat = {
    parameter: 'dir',
    start: '{"export":',
    readHeader(value) {
      if (fieldOf(value, 'export') !== version) fail(`${path} is not the journal of an export.`)
      const found = fieldOf(value, 'source')
      if (found !== source) fail(`${folder} has an export of ${String(found)}, not of ${source}. Use another folder.`)
    },
    readRecord: (value) => note(value as PageRecord | undefined, state),
  }
  const header = { export: version, source }
  return new ExportLog(folder, await openLog({ path, format, header, user: 'the export' }), state)
}

/** Adds a record to the state of an export. Returns false if it is not a record. */
function note(record: PageRecord | undefined, { sizes, done, begun }: ExportState): boolean {
  if (typeof record?.list !== 'string' || typeof record.size !== 'number') return false
  sizes.set(record.file, record.size)
  if (record.next === null) {
    done.set(record.list, 1)
    begun.delete(record.list)
  } else begun.set(record.list, record.next)
  return true
}
