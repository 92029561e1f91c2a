import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileProblem } from '../file-problem.js'
import { makeFolder } from '../make-folder.js'
import { UsageError } from '../usage-error.js'
import type { Profiles } from './profile.js'

/**
 * Writes the file of profiles, for this user alone. It is replaced as a whole, so that no other process reads a part of it.
 *
 * @throws UsageError if it cannot be written; the file is then as it was.
 */
export async function writeProfiles(path: string, { default: byDefault, byName }: Profiles): Promise<void> {
  const value = { ...(byDefault !== undefined && { default: byDefault }), profiles: Object.fromEntries(byName) }
  try {
    await makeFolder(dirname(path))
    await replace(await behindLinks(path), `${JSON.stringify(value, null, 2)}\n`)
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(`Cannot write ${path}: ${isFolder ? 'its folder cannot be created' : fileProblem(error)}.`)
  }
}

/** Returns the file that a link leads to, which may be in a folder under version control. */
async function behindLinks(path: string): Promise<string> {
  return realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return path
    throw error
  })
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
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
