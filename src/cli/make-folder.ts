import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Creates a folder for this user alone, and those that it is in, unless they exist. The `recursive` option of Node never ends where
 * no folder can be created, as in `/proc`.
 *
 * @throws Error with the code of the system, such as `EACCES`.
 */
export async function makeFolder(path: string): Promise<void> {
  const create = () => mkdir(path, { mode: 0o700 })
  const parent = dirname(path)
  await create()
    .catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' || parent === path) throw error
      await makeFolder(parent)
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
