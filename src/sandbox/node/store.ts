import { open, readFile, rename, rm } from 'node:fs/promises'
import { type Sandbox, SeedError, type Snapshot } from 'sceyt-platform/sandbox'

/** State in a file. */
export interface Store {
  /** Whether the file existed. */
  readonly found: boolean
  /** Writes pending changes, and stops. */
  close(): Promise<void>
}

const delay = 200

/**
 * Keeps the state of a sandbox in a file: reads it now, and writes it atomically 200 ms after a change.
 *
 * @param path - The file. It is created on the first change.
 * @param onError - Called when a change cannot be written.
 * @throws Error if the file cannot be read or is not a data file. It is then not changed.
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
export async function keepIn(path: string, sandbox: Sandbox, onError: (error: unknown) => void): Promise<Store> {
  const found = await restore(path, sandbox)
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(() => write(path, sandbox.snapshot())).catch(onError)
  }
  const unsubscribe = sandbox.onChange(() => {
    timer ??= setTimeout(save, delay)
  })
  return {
    found,
    async close() {
      unsubscribe()
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
    throw new Error(`${path} is damaged or not a data file of the sandbox. It was not changed. ${cause.message}`, {
      cause,
    })
  }
}

/** Writes a temporary file and renames it, so that the file is always complete, even if the machine stops now. */
async function write(path: string, snapshot: Snapshot): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(`${JSON.stringify(snapshot)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
