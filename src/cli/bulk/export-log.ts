import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from 'sceyt-platform'
import { KeyTable } from '../../bulk/key-table.js'
import { readLines } from '../../bulk/read-lines.js'
import { writeAll } from '../../bulk/write-all.js'
import { lockFile } from '../../node/file-lock.js'

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
}

/** Pages that are written at once, in characters. A process that is killed reads these pages again. */
const writtenAtOnce = 65_536

/** The files of an export, and the log of what they contain. A page is appended to its file before the log records it. */
export class ExportLog {
  readonly folder: string
  readonly #log: number
  readonly #unlock: () => void
  readonly #files = new Map<string, TargetFile>()
  readonly #sizes: ReadonlyMap<string, number>
  readonly #done: KeyTable
  readonly #begun: ReadonlyMap<string, string>
  #records = ''
  #waiting = 0

  /** @internal Use `openExportLog`. */
  constructor(
    folder: string,
    log: number,
    unlock: () => void,
    state: { sizes: ReadonlyMap<string, number>; done: KeyTable; begun: ReadonlyMap<string, string> },
  ) {
    this.folder = folder
    this.#log = log
    this.#unlock = unlock
    this.#sizes = state.sizes
    this.#done = state.done
    this.#begun = state.begun
  }

  /** Returns whether an earlier run has written all pages of a list. */
  isDone(list: string): boolean {
    return this.#done.get(list) > 0
  }

  /** Returns the query of the next page of a list that an earlier run has begun. */
  nextOf(list: string): string | undefined {
    return this.#begun.get(list)
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

  /** Writes the pages that are not written yet. */
  flush(): void {
    for (const target of this.#files.values()) {
      if (target.text === '') continue
      writeAll(target.descriptor, target.text)
      target.text = ''
    }
    writeAll(this.#log, this.#records)
    this.#records = ''
    this.#waiting = 0
  }

  close(): void {
    try {
      this.flush()
    } finally {
      for (const { descriptor } of this.#files.values()) closeSync(descriptor)
      closeSync(this.#log)
      this.#unlock()
    }
  }

  #fileOf(file: string): TargetFile {
    const known = this.#files.get(file)
    if (known) return known
    const size = this.#sizes.get(file) ?? 0
    const path = join(this.folder, file)
    const descriptor = openSync(path, 'a+')
    if (fstatSync(descriptor).size < size) {
      const problem = `${path} is shorter than its journal says. Use another folder.`
      throw new InputError('dir', problem, undefined, problem)
    }
    ftruncateSync(descriptor, size)
    const opened = { descriptor, size, text: '' }
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
  await mkdir(folder, { recursive: true }).catch((error: Error) => fail(`Cannot create ${folder}: ${error.message}`))
  const path = join(folder, 'export.journal.ndjson')
  const unlock = await lockFile(path, 'the export').catch((error: Error) => fail(error.message, error))
  try {
    const state = { sizes: new Map<string, number>(), done: new KeyTable(), begun: new Map<string, string>() }
    const log = openSync(path, 'a+')
    let end = 0
    for await (const lines of readLines(path, 'dir', true)) {
      for (const line of lines) {
        if (!line.isEnded) break
        const value = parse(line.text)
        if (line.number === 1) {
          if (value?.['export'] !== version) fail(`${path} is not the journal of an export.`)
          if (value?.['source'] !== source)
            fail(`${folder} has an export of ${String(value?.['source'])}, not of ${source}. Use another folder.`)
        } else if (!note(value as PageRecord | undefined, state))
          fail(`${path}:${line.number} is not a record of an export.`)
        end = line.end
      }
    }
    ftruncateSync(log, end)
    if (end === 0) writeAll(log, `${JSON.stringify({ export: version, source })}\n`)
    return new ExportLog(folder, log, unlock, state)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Adds a record to the state of an export. Returns false if it is not a record. */
function note(
  record: PageRecord | undefined,
  { sizes, done, begun }: { sizes: Map<string, number>; done: KeyTable; begun: Map<string, string> },
): boolean {
  if (typeof record?.list !== 'string' || typeof record.size !== 'number') return false
  sizes.set(record.file, record.size)
  if (record.next === null) {
    done.set(record.list, 1)
    begun.delete(record.list)
  } else begun.set(record.list, record.next)
  return true
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}
