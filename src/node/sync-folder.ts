import { closeSync, fsyncSync, openSync } from 'node:fs'

/** The errors of file systems that cannot sync, such as some of a network. */
const unsupported = ['EINVAL', 'ENOSYS', 'ENOTSUP']

/** Returns whether an error is that of a file system that cannot sync. */
export function isUnsupportedSync(error: unknown): boolean {
  return unsupported.includes((error as NodeJS.ErrnoException).code ?? '')
}

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
