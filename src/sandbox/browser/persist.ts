import type { Sandbox } from 'sceyt-platform/sandbox'
import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { SharedLog } from './shared-log.js'

/** Options of `persist`. */
export interface PersistOptions {
  /**
   * Name of the IndexedDB database. Sandboxes with the same name, in all tabs of an origin, have the same state.
   * Default: `sceyt-sandbox`.
   */
  name?: string | undefined
}

/** The stored state of a sandbox. */
export interface PersistedState {
  /** Whether a stored state was found. If so, it has replaced the state of the sandbox. */
  readonly found: boolean
  /** Stops storing changes and following those of other tabs, once every change is stored. */
  close(): Promise<void>
}

const optionNames: readonly (keyof PersistOptions)[] = ['name']

const persisted = new WeakSet<Sandbox>()
const closing = new WeakMap<Sandbox, Promise<void>>()

/**
 * Keeps the state of a sandbox in IndexedDB: it survives a reload, and is the same in all tabs of the origin.
 *
 * A response arrives once its change is stored, and every request sees the changes that any tab has stored before it.
 * `sandbox.onChange` also reports the changes of other tabs. Changes by methods, such as `sandbox.reset()`, are made at
 * once and stored right after. Each tab has its own faults, rate limits, request log and token keys.
 *
 * @param sandbox - The sandbox. A stored state replaces its state; `sandbox.reset()` restores its seed, in all tabs.
 * @param options - The name of the database.
 * @throws RangeError naming an option that is invalid, or if the sandbox is persisted already.
 * @throws Error if the environment has no IndexedDB, or if a stored state cannot be loaded. The stored state is then left as it was.
 *
 * @example
 * ```ts
 * import { createSceyt } from 'sceyt-platform'
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { persist } from 'sceyt-platform/sandbox/browser'
 * import { demo } from 'sceyt-platform/sandbox/demo'
 *
 * const sandbox = createSandbox({ seed: demo })
 * await persist(sandbox)
 * const sceyt = createSceyt(sandbox.connection())
 * ```
 */
export async function persist(sandbox: Sandbox, options: PersistOptions = {}): Promise<PersistedState> {
  const { name = 'sceyt-sandbox' } = readRangeOptions('options', options, optionNames)
  if (typeof name !== 'string' || name === '')
    throw new RangeError(`name must be a non-empty string, got ${describe(name)}.`)
  await closing.get(sandbox)?.catch(() => {})
  if (persisted.has(sandbox))
    throw new RangeError('The sandbox is persisted already: call close() of the result of persist first.')
  if (typeof indexedDB === 'undefined' || typeof BroadcastChannel === 'undefined')
    throw new Error('persist needs IndexedDB and BroadcastChannel, which browsers have.')
  persisted.add(sandbox)
  const log = new SharedLog(sandbox, name)
  try {
    // Requests wait for the stored state from now on.
    sandbox.recordWith(log)
    const found = await log.start()
    let closed: Promise<void> | undefined
    return {
      found,
      close() {
        closed ??= close(sandbox, log)
        closing.set(sandbox, closed)
        return closed
      },
    }
  } catch (cause) {
    sandbox.recordWith(undefined)
    persisted.delete(sandbox)
    const { message } = cause as Error
    throw new Error(`The state in the database ${describe(name)} cannot be loaded: ${message}`, { cause })
  }
}

async function close(sandbox: Sandbox, log: SharedLog): Promise<void> {
  sandbox.recordWith(undefined)
  try {
    await log.close()
  } finally {
    persisted.delete(sandbox)
  }
}
