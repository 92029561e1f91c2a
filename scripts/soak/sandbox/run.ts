import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { runInCopies } from './copies.js'
import { Difference } from './difference.js'
import { runInProcesses } from './processes.js'
import { writeScript } from './script.js'
import { WorldTally } from './tally.js'

/** The options of a soak of the sandbox. */
export interface WorldOptions {
  /** The seed of the first world. The next one has the next number. */
  seed: number
  worlds: number
  /** The number of steps of each world. */
  steps: number
  /** Called after each world. */
  onProgress?: ((tally: WorldTally) => void) | undefined
}

/** One in this many worlds is killed as a process. The others are copied, which takes a tenth of the time. */
const processShare = 8

/** Takes the steps of random worlds with restarts, and compares them with the same worlds without. */
export async function soakSandbox({ seed, worlds, steps, onProgress }: WorldOptions): Promise<WorldTally> {
  const tally = new WorldTally()
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-worlds-'))
  try {
    let worker: string | undefined
    for (let world = seed; world < seed + worlds; world++) {
      const script = await writeScript(world, steps)
      const own = await mkdtemp(join(folder, 'world-'))
      try {
        if (world % processShare > 0) await runInCopies(script, own, tally)
        else {
          worker ??= await compileWorker(folder)
          await runInProcesses(script, own, tally, worker)
        }
      } catch (error) {
        if (!(error instanceof Difference)) throw error
        tally.differences.push(`seed ${world}: ${error.message}`)
      }
      tally.worlds++
      await rm(own, { recursive: true })
      onProgress?.(tally)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return tally
}

/** Compiles the worker: to start it from its sources takes five times as long. */
async function compileWorker(folder: string): Promise<string> {
  const file = join(folder, 'worker.mjs')
  await build({
    absWorkingDir: fileURLToPath(new URL('../../..', import.meta.url)),
    entryPoints: ['scripts/soak/sandbox/worker.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
  return file
}
