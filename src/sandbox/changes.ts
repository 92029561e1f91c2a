import { messageOf } from '../common/message-of.js'
import type { CallChange, Change } from './change.js'
import { Listeners } from './listeners.js'
import { Problem } from './problem.js'
import { RecordFailure } from './record-failure.js'
import type { Disk, Recorder } from './recorder.js'

/** A change that is recorded, and made once its record is on the disk. */
interface Pending {
  /** About how much it adds to the state. */
  readonly bytes: number
  readonly make: () => void
  readonly fail: (error: unknown) => void
}

/** The only way to change the state of a sandbox: a change is recorded, made, and reported. */
export class Changes {
  readonly failure = new RecordFailure()
  readonly #listeners = new Listeners<void>()
  #recorder: Recorder | undefined
  /** Changes whose records are being written to the disk. */
  readonly #syncing: Pending[] = []
  /** Changes that are recorded meanwhile. */
  readonly #waiting: Pending[] = []
  #isSyncing = false
  #waitingBytes = 0

  /** About how much the changes that wait for the disk add to the state. */
  get waitingBytes(): number {
    return this.#waitingBytes
  }

  /** Sets what records further changes. */
  recordWith(recorder: Recorder | undefined): void {
    this.flush()
    this.#recorder = recorder
  }

  /** @returns A function that unsubscribes. */
  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  /**
   * Makes a change.
   *
   * @param make - Changes the state, or throws and changes nothing.
   * @throws Problem 500 if the change cannot be recorded. It is then not made.
   */
  make<T>(change: Change, make: () => T): T {
    this.flush()
    this.#record(change)
    const { disk } = this.#recorder ?? {}
    try {
      disk?.syncNow?.()
      this.failure.set(undefined)
    } catch (error) {
      disk?.rollback()
      throw this.#toProblem(error)
    }
    let result: T
    try {
      result = make()
    } catch (error) {
      this.#recorder?.retract()
      throw error
    }
    this.notify()
    return result
  }

  /** Calls the listeners. */
  notify(): void {
    this.#listeners.notify()
  }

  /**
   * Makes the changes that others have recorded. Without a recorder that has others, it takes no time.
   *
   * @throws Problem 500 if they cannot be read.
   */
  refresh(): Promise<void> | undefined {
    return this.#recorder?.refresh?.().catch((error) => {
      throw this.#toProblem(error, 'The state cannot be read: ')
    })
  }

  /**
   * Makes the change of a request: at once, or together with others when their records are on the disk.
   *
   * @param bytes - About how much it adds to the state.
   * @throws Problem 500 if the change cannot be recorded. It is then not made.
   */
  call<T>(change: CallChange, bytes: number, make: () => T): T | Promise<T> {
    const { disk } = this.#recorder ?? {}
    if (!disk) return this.make(change, make)
    this.#record(change)
    return new Promise((resolve, fail) => {
      this.#waiting.push({ bytes, make: () => resolve(make()), fail })
      this.#waitingBytes += bytes
      if (!this.#isSyncing) void this.#sync(disk)
    })
  }

  /** Makes the changes that are recorded and wait for the disk. */
  flush(): void {
    const { disk } = this.#recorder ?? {}
    if (!disk?.syncNow || this.#syncing.length + this.#waiting.length === 0) return
    try {
      disk.syncNow()
      this.#makeAll(this.#syncing)
      this.#makeAll(this.#waiting)
    } catch (error) {
      this.#fail(disk, error)
    }
  }

  #record(change: Change): void {
    try {
      this.#recorder?.record(change)
    } catch (error) {
      throw this.#toProblem(error)
    }
  }

  /** Writes waiting records to the disk, all in one write, until none are left. */
  async #sync(disk: Disk): Promise<void> {
    this.#isSyncing = true
    while (this.#waiting.length > 0) {
      this.#syncing.push(...this.#waiting.splice(0))
      try {
        await disk.sync()
        this.failure.set(undefined)
        this.#makeAll(this.#syncing)
      } catch (error) {
        this.#fail(disk, error)
      }
    }
    this.#isSyncing = false
  }

  #makeAll(pending: Pending[]): void {
    let count = 0
    for (const { bytes, make, fail } of pending.splice(0)) {
      this.#waitingBytes -= bytes
      try {
        make()
        count++
      } catch (error) {
        // Its record stays, since others may follow it. It is rejected again when it is replayed.
        fail(error)
      }
    }
    // A listener may change the state, which must not come between changes that are recorded already.
    while (count-- > 0) this.notify()
  }

  #fail(disk: Disk, error: unknown): void {
    disk.rollback()
    const problem = this.#toProblem(error)
    this.#waitingBytes = 0
    for (const { fail } of [...this.#syncing.splice(0), ...this.#waiting.splice(0)]) fail(problem)
  }

  #toProblem(error: unknown, what = 'The change cannot be saved, so it was not made: '): Problem {
    const reason = messageOf(error)
    this.failure.set(reason)
    return new Problem(500, what + reason)
  }
}
