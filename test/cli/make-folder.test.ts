import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeFolder } from '../../src/cli/make-folder.js'
import { compileCommand } from '../lib/command.js'
import { runCommand } from '../lib/run-command.js'

const command = await compileCommand()
const folder = await mkdtemp(join(tmpdir(), 'sceyt-folder-'))
afterAll(() => rm(folder, { recursive: true }))

it('creates a folder and those that it is in, for this user alone, or leaves them as they are', async () => {
  const path = join(folder, 'a/b/c')
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(folder, 'a'))])
  await makeFolder(path)
  for (const one of [path, join(folder, 'a')]) {
    const stats = await stat(one)
    expect(stats.isDirectory()).toBe(true)
    if (process.platform !== 'win32') expect(stats.mode & 0o777).toBe(0o700)
  }
})

it('fails in a file, and for a file', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(file, 'a'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

it.runIf(process.platform === 'linux')(
  'fails in /proc, where no folder can be created',
  { timeout: 30_000 },
  async () => {
    await expect(makeFolder('/proc/none/config')).rejects.toMatchObject({ code: 'ENOENT' })
    const words = ['profiles', 'add', 'play', '--sandbox']
    expect(await runCommand(command, words, { env: { SCEYT_CONFIG_DIR: '/proc/none/config' } })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Cannot write /proc/none/config/profiles.json: its folder cannot be created.\n',
    })
  },
)
