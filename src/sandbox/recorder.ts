import type { Change } from './change.js'

/** @internal Keeps the changes of a sandbox, for example in a file. */
export interface Recorder {
  /** Records a change that is about to be made. If it throws, the change is not made. */
  record(change: Change): void
  /** Removes the change that was recorded last, since it was rejected. */
  retract(): void
  /** Writes records to the disk. Without it, changes are made as soon as they are recorded. */
  readonly disk?: Disk | undefined
  /** Makes the changes that others have recorded in the same place. */
  refresh?(): Promise<void>
}

/** @internal Writes records to the disk. */
export interface Disk {
  /** Writes the records made so far. */
  sync(): Promise<void>
  /** Without it, the changes of methods, such as a reset, are made before they are on the disk. */
  syncNow?(): void
  /** Removes the records that were made since the last successful write. */
  rollback(): void
}
