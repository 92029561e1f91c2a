import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { QueuedBatch } from 'sceyt-platform/bulk/bullmq'
import { fileProblem } from '../file-problem.js'
import { parseObject } from './read-rows.js'
import { type RowCall, rowKinds, toRowCall } from './row-kind.js'
import { hashFile, type RowFormat } from './rows-file.js'

/** What workers need for the rows of a file: the input of a job. */
export interface QueuedFile {
  /** What the rows are, such as `users`. */
  kind: string
  /** The path of the file on every machine. */
  path: string
  format: RowFormat
  /** The SHA-256 of the file. */
  hash: string
  /** The columns of CSV. */
  columns: readonly string[]
  /** The server that the rows are for. */
  baseUrl: string
  /** Whether to update what exists. */
  update: boolean
}

/** Where the rows of a batch are: the offset of the first byte, and that of the byte after the last one. */
export type ByteRange = readonly [start: number, end: number]

/** A row of a queued file. */
export interface QueuedRow {
  /** The name of the file and the number of the row. */
  place: string
  call: RowCall
  update: boolean
}

/** Reads rows of queued files. Each file is compared with the one that was enqueued. */
export class QueuedRows {
  readonly #baseUrl: string
  /** By its path, a file as it was found at last, and its hash. */
  readonly #files = new Map<string, { state: string; hash: Promise<string> }>()

  /** @param baseUrl - The server of this worker. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl
  }

  /**
   * Reads the rows of a batch.
   *
   * @throws Error if the file is not the one that was enqueued, or the rows are for another server.
   */
  async *read({ input, reference, from }: QueuedBatch): AsyncGenerator<QueuedRow, void, undefined> {
    const file = input as QueuedFile
    const kind = rowKinds.find(({ name }) => name === file.kind)
    if (!kind) throw new Error(`The rows of ${file.path} are ${file.kind}, which this version does not import.`)
    if (file.baseUrl !== this.#baseUrl)
      throw new Error(`The rows of ${file.path} are for ${file.baseUrl}, and this worker is for ${this.#baseUrl}.`)
    const state = await this.#check(file)
    const text = await readRange(file.path, reference as ByteRange)
    if (stateOf(file.path) !== state) throw new Error(`${file.path} has changed while it was read.`)
    let number = from
    for (const fields of file.format === 'csv' ? parseCsv(text, file.columns, from === 0) : parseNdjson(text)) {
      number++
      yield {
        place: `${file.path}, row ${number}`,
        call: toRowCall(kind, fields, file.format === 'csv'),
        update: file.update,
      }
    }
  }

  /**
   * Checks that a file is the one that was enqueued. It may come, or be replaced, later.
   *
   * @returns Its state.
   */
  async #check({ path, hash }: QueuedFile): Promise<string> {
    const state = stateOf(path)
    let found = this.#files.get(path)
    if (found?.state !== state) {
      found = { state, hash: hashFile(path) }
      this.#files.set(path, found)
      found.hash.catch(() => this.#files.delete(path))
    }
    if ((await found.hash) !== hash) throw new Error(`${path} is not the file that was enqueued.`)
    return state
  }
}

/** Returns what changes when the content of a file does. */
function stateOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch (error) {
    throw new Error(`Cannot read the file ${JSON.stringify(path)}: ${fileProblem(error)}.`)
  }
}

async function readRange(path: string, [start, end]: ByteRange): Promise<string> {
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    if (bytesRead < bytes.length) throw new Error(`${path} cannot be read whole.`)
    return bytes.toString()
  } finally {
    await file.close()
  }
}

function parseNdjson(text: string): Record<string, unknown>[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => ({ ...parseObject(line).fields }))
}

/** @param hasHeader - Whether the text begins with the header of the file. */
function parseCsv(text: string, columns: readonly string[], hasHeader: boolean): Record<string, unknown>[] {
  return parse(text, { bom: hasHeader, columns: [...columns], from: hasHeader ? 2 : 1, skip_empty_lines: true })
}
