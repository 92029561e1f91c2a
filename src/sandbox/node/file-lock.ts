import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** The process that holds a lock. */
interface Holder {
  readonly pid: number
  /** When the process started, in the kernel's clock ticks, where that is known: a later process may get the same pid. */
  readonly started: string
  readonly host: string
}

/**
 * Locks a file for this process, by a file beside it that names the process. The lock of a process that has ended is replaced.
 *
 * @returns A function that releases the lock.
 * @throws Error naming the process that holds it.
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`
  const own: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() }
  for (;;) {
    try {
      writeFileSync(lock, `${JSON.stringify(own)}\n`, { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(lock)
    if (holder && isAlive(holder))
      throw new Error(
        `${path} is in use by the sandbox with the process id ${holder.pid}. Stop it, or use another file.`,
      )
    rmSync(lock, { force: true })
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder
  } catch {
    // It has been released, or its process was killed before it was written.
    return undefined
  }
}

/** Returns whether a process runs. One of another host, such as a container that was removed, counts as ended. */
function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startOf(pid) === started
}

function startOf(pid: number): string {
  try {
    // The name of the process is in parentheses, and may contain spaces.
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    )
  } catch {
    return ''
  }
}
