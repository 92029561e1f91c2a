import { statSync } from 'node:fs'
import type { Sandbox } from 'sceyt-platform/sandbox'
import type { ChangeLog } from './change-log.js'
import { snapshotText, writeSnapshot } from './data-file.js'
import type { FileContents } from './file-contents.js'

/** A log of fewer bytes is only merged at the end. */
const shortLog = 1024 * 1024
/** The longest time to merge the log at the end, in milliseconds. */
const longestEnd = 1_000

/** Merges the log of changes into the snapshot: in the background once it is longer than the snapshot, and at the end. */
export class Merger {
  readonly #file: string
  readonly #sandbox: Sandbox
  readonly #log: ChangeLog
  readonly #contents: FileContents
  readonly #onError: (error: unknown) => void
  #running: Promise<void> | undefined
  /** The length of the log at which it is merged, in bytes. */
  #limit: number

  constructor(
    file: string,
    sandbox: Sandbox,
    log: ChangeLog,
    contents: FileContents,
    onError: (error: unknown) => void,
  ) {
    this.#file = file
    this.#sandbox = sandbox
    this.#log = log
    this.#contents = contents
    this.#onError = onError
    this.#limit = Math.max(shortLog, statSync(file).size)
  }

  /** Starts to merge the log, unless it is short. The last change in it may not have been made yet. */
  mergeIfLong(): void {
    if (this.#running || this.#log.bytes < this.#limit) return
    // After the change has been made, or rejected.
    this.#running = Promise.resolve()
      .then(() => this.#merge())
      .then(
        () => {
          this.#limit = Math.max(shortLog, statSync(this.#file).size)
        },
        (error) => {
          // The log still has every change.
          this.#limit = this.#log.bytes * 2
          this.#onError(error)
        },
      )
      .finally(() => {
        this.#running = undefined
      })
  }

  /** Waits until the log is merged. If that would take more than a second, the log stays. */
  async close(): Promise<void> {
    await this.#running
    const end = performance.now() + longestEnd
    await this.#merge(() => performance.now() > end)
    if (this.#log.bytes === 0) this.#log.delete()
  }

  /** Writes what the log has until now to the snapshot, and removes it from the log. */
  async #merge(isLate?: () => boolean): Promise<void> {
    if (this.#log.bytes === 0) return
    const { clock } = this.#sandbox
    this.#contents.begin()
    const snapshot = snapshotText(this.#sandbox, this.#contents)
    // Read after the snapshot, which has every change of the log.
    const { number, bytes } = this.#log
    if (!(await writeSnapshot(this.#file, snapshot, number, clock.state, isLate))) return
    this.#log.drop(bytes)
    this.#contents.tidy()
  }
}
