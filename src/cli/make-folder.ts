import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Creates a folder, and those that it is in, unless they exist. The `recursive` option of Node never ends where
 * no folder can be created, as in `/proc`.
 *
 * @param mode - The permissions. By default, the folders are for this user alone.
 * @throws Error with the code of the system, such as `EACCES`.
 */
export async function makeFolder(path: string, mode = 0o700): Promise<void> {
  const create = () => mkdir(path, { mode })
  const parent = dirname(path)
  await create()
    .catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' || parent === path) throw error
      await makeFolder(parent, mode)
      await create()
    })
    .catch(async (error: unknown) => {
      const isFolder = await stat(path).then(
        (stats) => stats.isDirectory(),
        () => false,
      )
      if (!isFolder) throw error
    })
}

/** The permissions of a folder that others may read, unless the umask of the user forbids it. */
export const sharedMode = 0o777
