import { access, constants, open, readFile, readlink, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'

/** A data file, behind links. */
export interface DataFile {
  readonly path: string
  /** Whether the file exists and is not empty. */
  readonly found: boolean
  /** The permissions of the file. Files beside it get the same. */
  readonly mode: number
  /** Whether it is mounted into a container without its folder. Files beside it are then lost with the container. */
  readonly isMounted: boolean
}

/**
 * Finds the file behind links, and checks that it can be replaced.
 *
 * @throws Error if it cannot be read or written, or its folder does not exist or cannot be written.
 */
export async function locate(path: string): Promise<DataFile> {
  const file = await realpath(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const { R_OK, W_OK } = constants
  if (file === undefined) {
    const folder = await realpath(dirname(path)).catch((cause) => {
      throw new Error(`The folder of ${path} cannot be opened: ${cause.message}`, { cause })
    })
    const target = await readlink(path).catch(() => undefined)
    if (target !== undefined) return locate(resolve(folder, target))
    await access(folder, W_OK)
    return { path: resolve(folder, basename(path)), found: false, mode: 0o666, isMounted: false }
  }
  const stats = await stat(file)
  if (!stats.isFile()) throw new Error(`${path} is not a file.`)
  await access(file, R_OK | W_OK)
  await access(dirname(file), W_OK)
  const found = stats.size > 0 || (await exists(nextOf(file)))
  return { path: file, found, mode: stats.mode & 0o666, isMounted: await isMountPoint(file) }
}

/** The whole copy of a file while the file is written in place. */
export function nextOf(path: string): string {
  return `${path}.next`
}

export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/**
 * Removes the files that a killed process was writing.
 *
 * @throws Error naming a file with such a name that a user has made.
 */
export async function removeLeftovers(path: string): Promise<void> {
  await removeLeftover(`${path}.tmp`, '{"change":')
  await removeLeftover(`${path}.log.tmp`, '{"n":')
}

async function removeLeftover(path: string, start: string): Promise<void> {
  if (!(await exists(path))) return
  const text = await readStart(path, start.length).catch(() => undefined)
  if (text === undefined || !start.startsWith(text)) throw inTheWay(path)
  await rm(path)
}

/** A file of a user has a name that the sandbox needs. */
function inTheWay(path: string): Error {
  return new Error(`${path} is in the way, and was not written by the sandbox. Move it, or use another data file.`)
}

async function readStart(path: string, length: number): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Checks whether a file system or a single file is mounted at a path, on systems that list their mounts. */
async function isMountPoint(path: string): Promise<boolean> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return mounts.split('\n').some((mount) => unescapeOctal(mount.split(' ')[4] ?? '') === path)
}

/** Decodes the characters that would end a field, such as `\\040` for a space. */
function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}
