import { closeSync, fsyncSync, openSync } from 'node:fs'
import { isUnsupportedSync } from '../common/unsupported-sync.js'

/** Syncs the names of the files in a folder to the disk. Systems where a folder cannot be opened or synced do not need it. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EACCES' && !isUnsupportedSync(error)) throw error
  }
}
