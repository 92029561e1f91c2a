import type { Sandbox } from 'sceyt-platform/sandbox'
import type { ChangeLog } from './change-log.js'
import type { FileContents } from './file-contents.js'
import type { SnapshotFile } from './snapshot-file.js'

/** A log of fewer bytes is only merged at the end. */
const shortLog = 1024 * 1024
/** The longest time to merge the log at the end, in milliseconds. */
const longestEnd = 700

/** What a store consists of. */
export interface StoreParts {
  readonly sandbox: Sandbox
  readonly snapshot: SnapshotFile
  readonly log: ChangeLog
  readonly contents: FileContents
}

/** Merges the log of changes into the snapshot: in the background once it is longer than the snapshot, and at the end. */
export class Merger {
  readonly #parts: StoreParts
  readonly #onError: (error: unknown) => void
  #running: Promise<void> | undefined
  /** The length of the log at which it is merged, in bytes. */
  #limit: number

  constructor(parts: StoreParts, onError: (error: unknown) => void) {
    this.#parts = parts
    this.#onError = onError
    this.#limit = Math.max(shortLog, parts.snapshot.bytes)
  }

  /** Starts to merge the log, unless it is short. The last change in it may not have been made yet. */
  mergeIfLong(): void {
    const { log, snapshot } = this.#parts
    if (this.#running || log.bytes < this.#limit) return
    // After the change has been made, or rejected.
    this.#running = Promise.resolve()
      .then(() => this.#merge())
      .then(
        () => {
          this.#limit = Math.max(shortLog, snapshot.bytes)
        },
        (error) => {
          // The log still contains every change.
          this.#limit = log.bytes * 2
          this.#onError(error)
        },
      )
      .finally(() => {
        this.#running = undefined
      })
  }

  /** Merges the log. If that takes longer than `longestEnd`, the log remains, unless it would be lost with a container. */
  async close(): Promise<void> {
    const { log, snapshot } = this.#parts
    await this.#running
    const end = performance.now() + longestEnd
    await this.#merge(() => performance.now() > end && !snapshot.isMounted)
    if (log.bytes === 0) log.delete()
  }

  /** Writes the changes in the log to the snapshot, and removes them from the log. */
  async #merge(isLate?: () => boolean): Promise<void> {
    const { sandbox, snapshot, log, contents } = this.#parts
    if (log.bytes === 0) return
    contents.begin()
    const complete = snapshot.write(sandbox)
    // Read after the state, which then contains every change in the log.
    const { number, bytes } = log
    if (!(await complete(number, isLate))) return
    log.drop(bytes)
    contents.tidy()
  }
}
