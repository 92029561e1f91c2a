import { access, constants, lstat, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError } from 'sceyt-platform'
import { toFilePath } from './file-path.js'

/**
 * Returns the real path of a file that is to be created or replaced, and its mode.
 *
 * @throws InputError if no file can be created at this path.
 */
export async function fileToReplace(given: string | URL): Promise<{ path: string; mode?: number }> {
  const path = toFilePath(given)
  const fail = (problem: string, cause?: unknown) =>
    new InputError('path', `${problem}, got ${JSON.stringify(path)}.`, { cause })
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw fail('must be in a folder that exists and is writable', cause)
  })
  if (/[/\\]$/.test(path)) throw fail('must be the path of a file, not of a folder')
  const present = await stat(path).catch(() => undefined)
  const link = await lstat(path).catch(() => undefined)
  if (!present && link) throw fail('is a symbolic link to a file that does not exist')
  if (!present) return { path }
  // Replacing a device or a pipe would delete it.
  if (!present.isFile()) throw fail('must be the path of a file')
  // A symbolic link is kept, and points to the new content.
  return { path: await realpath(path), mode: present.mode & 0o777 }
}
