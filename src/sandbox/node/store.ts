import { type Change, type Disk, type Sandbox, SeedError } from 'sceyt-platform/sandbox'
import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { lockFile } from '../../node/file-lock.js'
import { ChangeLog } from './change-log.js'
import { type DataFile, locate, removeLeftovers } from './data-file.js'
import type { Durability } from './durability.js'
import { FileContents } from './file-contents.js'
import { Merger, type StoreParts } from './merger.js'
import { SnapshotFile } from './snapshot-file.js'

/** Options of `keepIn`. */
export interface StoreOptions {
  /**
   * What acknowledged changes survive: with `process`, the end of the process; with `power`, a power failure too.
   * Requests then wait for the disk, and those that arrive meanwhile share one write. Default: `process`.
   */
  durability?: Durability | undefined
}

/** The most items to index at once, which takes about a millisecond. */
const sliceLength = 2_000

const optionNames: readonly (keyof StoreOptions)[] = ['durability']

/** State in a file. */
export interface Store {
  /** Whether the file existed. */
  readonly found: boolean
  /**
   * Whether the file is mounted into a container without its folder. Changes that are only in the log are then lost
   * with the container.
   */
  readonly isMounted: boolean
  /**
   * Stops recording changes. The log is merged into the file if that takes less than a second.
   *
   * @throws Error if an acknowledged change is neither in the file nor in the log.
   */
  close(): Promise<void>
  /** Closes it at the end of a scope: `await using store = await keepIn(…)`. */
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Keeps the state of a sandbox in a file, and each change in a log beside it, `FILE.log`, before it is made. No
 * acknowledged change is lost if the process is killed. The file is always a whole snapshot.
 *
 * @param path - The file. It is created now, if it does not exist.
 * @param onError - Called when a change cannot be recorded. It is then not made, and its request fails with a 500.
 * @param options - What acknowledged changes survive.
 * @throws RangeError naming an option that is invalid.
 * @throws Error if the file cannot be read or written, is not a data file, or is in use. It is then not changed.
 *
 * @example
 * ```ts
 * import { mkdtemp, readdir } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { keepIn } from 'sceyt-platform/sandbox/node'
 *
 * const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
 * const sandbox = createSandbox()
 * const store = await keepIn(join(folder, 'data.json'), sandbox, console.error)
 * sandbox.seed({ users: [{ username: 'zoe' }] })
 * await store.close()
 * console.log(await readdir(folder)) // data.json
 * ```
 */
export async function keepIn(
  path: string,
  sandbox: Sandbox,
  onError: (error: unknown) => void,
  options: StoreOptions = {},
): Promise<Store> {
  const { durability = 'process' } = readRangeOptions('options', options, optionNames)
  if (durability !== 'process' && durability !== 'power')
    throw new RangeError(`durability must be 'process' or 'power', got ${describe(durability)}.`)
  const file = await locate(path)
  const unlock = await lockFile(file.path, 'the sandbox')
  let parts: StoreParts
  try {
    await removeLeftovers(file.path)
    parts = await load(file, sandbox, durability)
  } catch (error) {
    unlock()
    throw error
  }
  const { log } = parts
  const merger = new Merger(parts, onError)
  buildIndexes(sandbox)
  const report = (error: unknown): never => {
    onError(error)
    throw error
  }
  const disk: Disk = {
    sync: () => log.sync().catch(report),
    syncNow() {
      try {
        log.syncNow()
      } catch (error) {
        report(error)
      }
    },
    rollback: () => log.rollback(),
  }
  sandbox.recordWith({
    record(change: Change) {
      try {
        log.record(change)
      } catch (error) {
        report(error)
      }
      merger.mergeIfLong()
    },
    retract: () => log.retract(),
    disk: durability === 'power' ? disk : undefined,
  })
  const close = async () => {
    sandbox.recordWith(undefined)
    try {
      await merger.close().catch((error) => {
        // The log still contains every change, if it can be written.
        log.keep()
        onError(error)
      })
    } finally {
      log.close()
      unlock()
    }
  }
  let closed: Promise<void> | undefined
  const closeOnce = () => {
    closed ??= close()
    return closed
  }
  return { found: file.found, isMounted: file.isMounted, close: closeOnce, [Symbol.asyncDispose]: closeOnce }
}

/** Builds the indexes of a large state between requests. */
function buildIndexes(sandbox: Sandbox): void {
  if (!sandbox.buildIndexes(sliceLength)) setImmediate(buildIndexes, sandbox).unref()
}

/** Loads the snapshot, and makes the changes in the log again. */
async function load(file: DataFile, sandbox: Sandbox, durability: Durability): Promise<StoreParts> {
  const { path, found, mode } = file
  const contents = new FileContents(`${path}.files`, durability, mode)
  const snapshot = new SnapshotFile(file, contents, durability)
  const number = found ? await snapshot.restore(sandbox) : 0
  const log = new ChangeLog(`${path}.log`, contents, durability, mode)
  try {
    if (!found && log.size > 0)
      throw new Error(`${path} is missing, but ${path}.log has changes of it. Restore the file, or delete the log.`)
    let rejected: Error | undefined
    for (const change of log.read(number)) {
      // A change that was rejected can only be the last one, if the process was killed before it removed the record.
      if (rejected) throw rejected
      try {
        sandbox.replay(change)
      } catch (cause) {
        const error = new Error(`${log.place} cannot be replayed: ${(cause as Error).message}`, { cause })
        if (!(cause instanceof SeedError)) throw error
        rejected = error
      }
    }
    if (rejected) log.retract()
    if (!found) await snapshot.write(sandbox)(log.number)
    return { sandbox, snapshot, log, contents }
  } catch (error) {
    log.close()
    throw error
  }
}
