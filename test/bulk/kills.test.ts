import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { killRuns } from '../../bench/bulk/kill-runs.js'
import { killSeed } from '../../bench/bulk/kill-target.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { compileCommand } from '../lib/command.js'
import { isThorough } from '../lib/random.js'

const command = await compileCommand()

it('neither loses nor doubles a row when an import is killed, and names each whose outcome is unknown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-kills-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const seed = Math.floor(Math.random() * 2 ** 32)
  const open = async () => {
    const sandbox = createSandbox({ seed: killSeed })
    const server = await listen(sandbox)
    return { sandbox, ...server.connection(), close: () => server.close() }
  }
  const { problems } = await killRuns({ command, open, folder, runs: isThorough ? 20 : 2, seed })
  expect(problems, `seed ${seed}`).toEqual([])
}, 300_000)
