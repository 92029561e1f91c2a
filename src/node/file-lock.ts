import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

/** The process that holds a lock. */
interface Holder {
  readonly pid: number
  /** When the process started, in the kernel's clock ticks, where that is known: a later process may get the same pid. */
  readonly started: string
  readonly host: string
  /** Where the pid is valid: a container has pids of its own. */
  readonly pids: string
  /** Different for each lock. */
  readonly id: string
}

/** Milliseconds between two signs of life. */
const heartbeat = 1_000
const lockStart = '{"pid":'
/** Milliseconds in which another process that found the same stale lock may still move a new one for a moment. */
const settling = 50

/**
 * Locks a file for this process, by a file beside it that names the process. The lock of a process that has ended is replaced.
 *
 * @param user - What uses the file, such as `the sandbox`, for errors.
 * @param patience - How long to wait for a sign of life from a process on another host or in another container, in milliseconds.
 * @returns A function that releases the lock.
 * @throws Error with the code `ELOCKED`, naming the process that holds it.
 */
export async function lockFile(path: string, user: string, patience = 5_000): Promise<() => void> {
  const lock = `${path}.lock`
  const own: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    pids: pidNamespace(),
    id: randomUUID(),
  }
  const ownText = `${JSON.stringify(own)}\n`
  let hasReplaced = false
  for (;;) {
    if (create(lock, ownText, own.id)) {
      if (hasReplaced) await delay(settling)
      if (hasReplaced && read(lock) !== ownText) continue
      const timer = setInterval(() => touch(lock), heartbeat).unref()
      return () => {
        clearInterval(timer)
        if (read(lock) === ownText) rmSync(lock, { force: true })
      }
    }
    const text = readLock(lock, user)
    const holder = parse(text ?? '', lock, user)
    if (holder && (await isAlive(holder, lock, patience))) {
      const where = holder.host === own.host ? '' : ` on ${holder.host}`
      const problem = `${path} is in use by ${user} with the process id ${holder.pid}${where}. Stop it, or use another file.`
      throw Object.assign(new Error(problem), { code: 'ELOCKED' })
    }
    remove(lock, text)
    hasReplaced = true
  }
}

/** Creates a lock with its text at once, so that no other process sees it empty. Returns whether there was none. */
function create(lock: string, text: string, id: string): boolean {
  const temporary = `${lock}.${id}`
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
    return link(temporary, lock, () => writeFileSync(lock, text, { flag: 'wx' }))
  } catch (cause) {
    throw new Error(`${lock} cannot be written: ${(cause as Error).message}`, { cause })
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * Gives a file a second name, unless another file has it.
 *
 * @param orElse - Does that on a file system that has no links.
 * @returns Whether the name was free.
 */
function link(path: string, name: string, orElse: () => void): boolean {
  try {
    try {
      linkSync(path, name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
      orElse()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isAlive(holder: Holder, lock: string, patience: number): Promise<boolean> {
  if (holder.host === hostname() && holder.pids === pidNamespace()) return isRunning(holder)
  const before = modifiedAt(lock)
  for (let waited = 0; waited < patience; waited += heartbeat / 4) {
    await delay(heartbeat / 4)
    if (modifiedAt(lock) !== before) return true
  }
  return false
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startOf(pid) === started
}

/** Removes a lock by its name, unless another process has replaced it meanwhile. */
function remove(lock: string, text: string | undefined): void {
  if (text === undefined || read(lock) !== text) return
  const moved = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, moved)
    if (read(moved) !== text) link(moved, lock, () => renameSync(moved, lock))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    rmSync(moved, { force: true })
  }
}

function touch(lock: string): void {
  try {
    const now = new Date()
    utimesSync(lock, now, now)
  } catch {
    // The folder may be unavailable for a while.
  }
}

function modifiedAt(lock: string): number | undefined {
  return statSync(lock, { throwIfNoEntry: false })?.mtimeMs
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // It has been released.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw error
  }
}

/** @throws Error if a folder has the name of the lock. */
function readLock(lock: string, user: string): string | undefined {
  try {
    return read(lock)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EISDIR' ? inTheWay(lock, user) : error
  }
}

function inTheWay(lock: string, user: string): Error {
  return new Error(`${lock} is in the way, and was not written by ${user}. Move it, or use another file.`)
}

/**
 * Returns undefined for a lock whose process was killed before it was written.
 *
 * @throws Error if it is not a lock.
 */
function parse(text: string, lock: string, user: string): Holder | undefined {
  if (!lockStart.startsWith(text.slice(0, lockStart.length))) throw inTheWay(lock, user)
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

function pidNamespace(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return ''
  }
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
