import { closeSync } from 'node:fs'
import { itemStates, type JournalRecord } from './journal-record.js'
import type { KeyTable } from './key-table.js'
import { writeAll } from './write-all.js'

/**
 * The file in which a bulk job writes what it begins and what has ended, one JSON value per line. A begin is in the file before
 * its item is sent, so that a killed job never sends an item again without knowing that it may have been sent.
 */
export class JobJournal {
  readonly path: string
  readonly #descriptor: number
  readonly #unlock: () => void
  readonly #states: KeyTable
  #text = ''
  #isScheduled = false
  #written: PromiseWithResolvers | undefined
  #problem: unknown
  #isClosed = false
  readonly #onExit = () => this.#write()

  /** @internal Use `openJournal`. */
  constructor(path: string, descriptor: number, states: KeyTable, unlock: () => void) {
    this.path = path
    this.#descriptor = descriptor
    this.#states = states
    this.#unlock = unlock
    process.on('exit', this.#onExit)
  }

  stateOf(key: string): number {
    return this.#states.get(key)
  }

  /** Notes that this run has an item to send, so that another with its key is none. */
  take(key: string): void {
    this.#states.set(key, itemStates.inProgress)
  }

  /** Notes that an item is about to be sent. Resolves once that is in the file. */
  begin(key: string, at?: number): Promise<void> {
    this.take(key)
    this.#append({ begin: key, ...(at !== undefined && { at }) })
    this.#written ??= promiseWithResolvers()
    return this.#written.promise
  }

  /** Notes that an item is done, and what later jobs need of its result. */
  done(key: string, result?: unknown): void {
    try {
      this.#end(key, { done: key, ...(result !== undefined && { result }) })
    } catch (error) {
      // It is done even if the result is no JSON.
      if (result !== undefined) this.#end(key, { done: key })
      throw error
    }
  }

  /** Notes that an item was rejected. */
  failed(key: string, error: string): void {
    this.#end(key, { failed: key, error })
  }

  /** Notes that an item may have been sent. */
  unknown(key: string, error: string): void {
    this.#end(key, { unknown: key, error })
  }

  /** Notes that an item has not been sent. */
  unsent(key: string): void {
    this.#end(key, { unsent: key })
  }

  /** Writes what is left, and releases the file. */
  close(): void {
    if (this.#isClosed) return
    this.#write()
    this.#isClosed = true
    process.off('exit', this.#onExit)
    closeSync(this.#descriptor)
    this.#unlock()
    if (this.#problem !== undefined) throw this.#problem
  }

  /** Notes that this run leaves an item as it is. */
  pass(key: string): void {
    this.#states.set(key, itemStates.ended)
  }

  #end(key: string, record: JournalRecord): void {
    this.#states.set(key, itemStates.ended)
    this.#append(record)
  }

  /** Records of one turn of the event loop share a write. */
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
        writeAll(this.#descriptor, text)
      } catch (cause) {
        // The last line may be torn, so that no other may follow it.
        this.#problem = new Error(`The journal ${this.path} cannot be written: ${(cause as Error).message}`, { cause })
      }
    }
    if (this.#problem === undefined) written?.resolve()
    else written?.reject(this.#problem)
  }
}

interface PromiseWithResolvers {
  promise: Promise<void>
  resolve(): void
  reject(reason: unknown): void
}

function promiseWithResolvers(): PromiseWithResolvers {
  let [resolve, reject]: [() => void, (reason: unknown) => void] = [() => {}, () => {}]
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
