import { expect, it } from 'vitest'
import { syncFile } from '../../src/bulk/sync-file.js'
import { syncFolder } from '../../src/node/sync-folder.js'

// The file system of processes cannot sync.
it.skipIf(process.platform !== 'linux')('a folder on a file system that cannot sync is not an error', () => {
  expect(() => syncFolder('/proc/self')).not.toThrow()
})

it('a folder that does not exist, and a file that is closed, are errors', async () => {
  expect(() => syncFolder('/none')).toThrow('ENOENT')
  await expect(syncFile(1_000_000)).rejects.toThrow('EBADF')
})
