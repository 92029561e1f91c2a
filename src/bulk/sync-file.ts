import { fdatasync } from 'node:fs'
import { promisify } from 'node:util'
import { isUnsupportedSync } from '../node/sync-folder.js'

const sync = promisify(fdatasync)

/** Waits until everything that was written to a file is on the disk, where the file system can tell. */
export async function syncFile(descriptor: number): Promise<void> {
  try {
    await sync(descriptor)
  } catch (error) {
    if (!isUnsupportedSync(error)) throw error
  }
}
