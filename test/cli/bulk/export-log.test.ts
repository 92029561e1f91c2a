import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExportLog } from '../../../src/cli/bulk/export-log.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sceyt-export-'))
})
afterEach(() => rm(folder, { recursive: true }))

const [list, file] = ['messages 1', 'messages.ndjson']
/** Pages that are each written at once. */
const pages = ['a', 'b'].map((letter) => `"${letter.repeat(69)}"\n`.repeat(1_000))

/** Limits the size of the files that this process can write, as a full disk does. */
const limitFiles = (bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])

describe('a write that fails in the middle', () => {
  it.skipIf(process.platform !== 'linux').each([
    ['and is possible again at the end', true],
    ['and at the end, too', false],
  ])('%s leaves a folder that the next run completes', async (_name, isPossible) => {
    const log = await openExportLog(folder, 'a server')
    log.append(list, file, pages[0] as string, 'offset=1000')
    limitFiles(82_000)
    try {
      expect(() => log.append(list, file, pages[1] as string, null)).toThrow('EFBIG')
      if (isPossible) limitFiles('unlimited')
      await expect(log.close()).rejects.toThrow('EFBIG')
    } finally {
      limitFiles('unlimited')
    }
    const next = await openExportLog(folder, 'a server')
    expect(next.nextOf(list)).toBe('offset=1000')
    next.append(list, file, pages[1] as string, null)
    await next.close()
    expect(await readFile(join(folder, file), 'utf8')).toBe(pages.join(''))
  })
})
