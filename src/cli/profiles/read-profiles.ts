import { open } from 'node:fs/promises'
import { fileProblem } from '../file-problem.js'
import { parseJson } from '../parse-json.js'
import { UsageError } from '../usage-error.js'
import { checkProfiles } from './check-profiles.js'
import type { Profiles } from './profile.js'

/** What group and others may not do: read and write. */
const sharedModes = 0o066

/**
 * Reads the file of profiles. Without a file there are none.
 *
 * @throws UsageError if it cannot be read, is not valid, or is open to other users of the machine.
 */
export async function readProfiles(path: string): Promise<Profiles> {
  const text = await readPrivateFile(path)
  if (text === undefined) return { default: undefined, byName: new Map() }
  return checkProfiles(parseJson(text, path), path)
}

async function readPrivateFile(path: string): Promise<string | undefined> {
  try {
    // The mode is that of the open file, which nobody can replace in between.
    const file = await open(path)
    try {
      const stats = await file.stat()
      const isShared = process.platform !== 'win32' && (stats.mode & sharedModes) !== 0
      if (stats.isFile() && isShared)
        throw new UsageError(
          `${path} may contain API keys, and other users of this machine can read or write it. Run: chmod 600 ${quote(path)}`,
        )
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof UsageError) throw error
    throw new UsageError(`Cannot read ${path}: ${fileProblem(error)}.`)
  }
}

function quote(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
