import { access, constants, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'

/** A data file, behind links. */
export interface DataFile {
  readonly path: string
  /** Whether the file exists and is not empty. */
  readonly found: boolean
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
    await access(folder, W_OK)
    return { path: resolve(folder, basename(path)), found: false, isMounted: false }
  }
  const stats = await stat(file)
  if (!stats.isFile()) throw new Error(`${path} is not a file.`)
  await access(file, R_OK | W_OK)
  await access(dirname(file), W_OK)
  return { path: file, found: stats.size > 0, isMounted: await isMountPoint(file) }
}

/** Removes the files that a killed process was writing. */
export async function removeLeftovers(path: string): Promise<void> {
  for (const name of [`${path}.tmp`, `${path}.log.tmp`]) await rm(name, { force: true })
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
