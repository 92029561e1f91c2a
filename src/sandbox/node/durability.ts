import { closeSync, fsyncSync, openSync } from 'node:fs'

/** What acknowledged changes survive: the end of the process, or the loss of power too. */
export type Durability = 'process' | 'power'

/** Writes the names of the files in a folder to the disk. Systems that cannot open a folder do so by themselves. */
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
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EACCES') throw error
  }
}
