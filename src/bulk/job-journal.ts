import { fstatSync, statSync } from 'node:fs'
import type { ItemJournal } from './item-journal.js'
import { itemStates, type JournalRecord } from './journal-record.js'
import type { KeyTable } from './key-table.js'
import type { OpenLog } from './open-log.js'
import { syncFile } from './sync-file.js'
import { writeAll } from './write-all.js'

/**
 * The file that records the start and the end of every item, one JSON value per line. The start is in the file before the item is
 * sent, so that the next run after a crash knows which items may have been sent. That of an item that is not repeatable is on the
 * disk by then: after a power failure, it would be sent twice. No other record is needed: an item without its end is parked.
 */
export class JobJournal implements ItemJournal {
  readonly path: string
  readonly #log: OpenLog
  readonly #states: KeyTable
  #text = ''
  #isScheduled = false
  #written: PromiseWithResolvers | undefined
  /** Settles when the starts since the last sync are on the disk. */
  #synced: PromiseWithResolvers | undefined
  #isSyncing = false
  #problem: unknown
  #isClosed = false
  readonly #onExit = () => this.#write()

  /** @internal Use `openJournal`. */
  constructor(path: string, log: OpenLog, states: KeyTable) {
    this.path = path
    this.#log = log
    this.#states = states
    process.on('exit', this.#onExit)
  }

  stateOf(key: string): number {
    return this.#states.get(key)
  }

  take(key: string): void {
    this.#states.set(key, itemStates.inProgress)
  }

  /** Resolves once the record is in the file, or on the disk with a time. No other run can begin an item meanwhile. */
  begin(key: string, at?: number): Promise<undefined> {
    this.take(key)
    this.#append({ begin: key, ...(at !== undefined && { at }) })
    if (at !== undefined) {
      this.#synced ??= promiseWithResolvers()
      return this.#synced.promise
    }
    this.#written ??= promiseWithResolvers()
    return this.#written.promise
  }

  done(key: string, result?: unknown): void {
    try {
      this.#end(key, { done: key, ...(result !== undefined && { result }) })
    } catch (error) {
      // The item is done even if its result cannot be written as JSON.
      if (result !== undefined) this.#end(key, { done: key })
      throw error
    }
  }

  failed(key: string, error: string): void {
    this.#end(key, { failed: key, error })
  }

  unknown(key: string, error: string): void {
    this.#end(key, { unknown: key, error })
  }

  unsent(key: string): void {
    this.#end(key, { unsent: key })
  }

  /** Writes what is left, and releases the file. */
  close(): void {
    if (this.#isClosed) return
    this.#write()
    this.#isClosed = true
    process.off('exit', this.#onExit)
    this.#log.close()
    if (this.#problem !== undefined) throw this.#problem
  }

  pass(key: string): void {
    this.#states.set(key, itemStates.ended)
  }

  #end(key: string, record: JournalRecord): void {
    this.#states.set(key, itemStates.ended)
    this.#append(record)
  }

  /** Appends a record. Those of one turn of the event loop share a write. */
  #append(record: JournalRecord): void {
    if (this.#problem !== undefined) throw this.#problem
    this.#text += `${JSON.stringify(record)}\n`
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => this.#write())
  }

  #write(): void {
    this.#isScheduled = false
    const [text, written] = [this.#text, this.#written]
    this.#text = ''
    this.#written = undefined
    if (this.#problem === undefined && text !== '') {
      try {
        this.#checkFile()
        writeAll(this.#log.descriptor, text)
      } catch (cause) {
        // The last line may be torn, and a record after it would be unreadable.
        this.#fail(cause)
      }
    }
    if (this.#problem === undefined) written?.resolve()
    else written?.reject(this.#problem)
    if (!this.#isSyncing) void this.#sync()
  }

  /** Syncs the file for all starts that wait for it. Those that are recorded meanwhile share the next sync. */
  async #sync(): Promise<void> {
    this.#isSyncing = true
    for (let synced = this.#synced; synced; synced = this.#synced) {
      this.#synced = undefined
      try {
        if (this.#problem === undefined) await syncFile(this.#log.descriptor)
      } catch (cause) {
        this.#fail(cause)
      }
      if (this.#problem === undefined) synced.resolve()
      else synced.reject(this.#problem)
      // It may contain starts that wait for the next sync.
      if (this.#text !== '') this.#write()
    }
    this.#isSyncing = false
  }

  #fail(cause: unknown): void {
    this.#problem ??= new Error(`The journal ${this.path} cannot be written: ${(cause as Error).message}`, { cause })
  }

  /** @throws Error if another file has taken the place of this one: the next run would not know what was sent. */
  #checkFile(): void {
    const [own, atPath] = [fstatSync(this.#log.descriptor), statSync(this.path, { throwIfNoEntry: false })]
    if (atPath?.ino !== own.ino || atPath.dev !== own.dev)
      throw new Error('it was moved, deleted or replaced. Nothing more is sent.')
  }
}

interface PromiseWithResolvers {
  promise: Promise<undefined>
  resolve(): void
  reject(reason: unknown): void
}

function promiseWithResolvers(): PromiseWithResolvers {
  let [resolve, reject]: [() => void, (reason: unknown) => void] = [() => {}, () => {}]
  const promise = new Promise<undefined>((onResolve, onReject) => {
    resolve = () => onResolve(undefined)
    reject = onReject
  })
  return { promise, resolve, reject }
}
