import { open, readFile, rename, rm } from 'node:fs/promises'
import { type Sandbox, SeedError, type Snapshot } from 'sceyt-platform/sandbox'

/** State that is kept in a file. */
export interface Store {
  /** Whether there was state to begin with. */
  readonly found: boolean
  /** Writes what is not written yet, and stops. */
  close(): Promise<void>
}

const delay = 200

/**
 * Keeps what a sandbox holds in a file: reads it now, and writes it a moment after each change, whole or not at all.
 *
 * @param path - A file; it is made with the first change.
 * @param onError - Told when a change cannot be written.
 * @throws Error if the file cannot be read or holds anything else. It is then left as it is.
 *
 * @example
 * ```ts
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { keepIn } from 'sceyt-platform/sandbox/node'
 *
 * const sandbox = createSandbox()
 * const store = await keepIn('sandbox.json', sandbox, console.error)
 * sandbox.seed({ users: [{ username: 'zoe' }] })
 * await store.close()
 * ```
 */
export async function keepIn(path: string, sandbox: Sandbox, onError: (error: unknown) => void): Promise<Store> {
  const found = await restore(path, sandbox)
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(() => write(path, sandbox.snapshot())).catch(onError)
  }
  const stop = sandbox.onChange(() => {
    timer ??= setTimeout(save, delay)
  })
  return {
    found,
    async close() {
      stop()
      if (timer) save()
      await writing
    },
  }
}

async function restore(path: string, sandbox: Sandbox): Promise<boolean> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  try {
    sandbox.restore(JSON.parse(text) as Snapshot)
    return true
  } catch (cause) {
    if (!(cause instanceof SeedError || cause instanceof SyntaxError)) throw cause
    throw new Error(`${path} is damaged, or is no data file of the sandbox. It was left as it is. ${cause.message}`, {
      cause,
    })
  }
}

/** A file that is renamed is there whole or not at all, even if the machine stops now. */
async function write(path: string, snapshot: Snapshot): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(`${JSON.stringify(snapshot)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
