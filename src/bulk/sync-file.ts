import { fdatasync } from 'node:fs'
import { promisify } from 'node:util'

const sync = promisify(fdatasync)
/** The errors of file systems that cannot sync, such as some of a network. */
const unsupported = ['EINVAL', 'ENOSYS', 'ENOTSUP']

/** Waits until everything that was written to a file is on the disk, where the file system can tell. */
export async function syncFile(descriptor: number): Promise<void> {
  try {
    await sync(descriptor)
  } catch (error) {
    if (!unsupported.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
