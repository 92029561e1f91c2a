import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Mutant } from './table.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The outcome of the tests with a mutant. */
export interface Result {
  mutant: Mutant
  killed: boolean
  seconds: number
}

/**
 * Runs the tests with each mutant, two at a time, in copies of the repository.
 *
 * @param paths - Tests to run with the configuration of the repository, in place of those that must notice mutants.
 * @throws Error if a mutant does not apply, or if the tests fail without one.
 */
export async function tryMutants(
  mutants: readonly Mutant[],
  paths: readonly string[],
  onResult: (result: Result) => void,
): Promise<Result[]> {
  // Before the first test runs, since a mutant that does not apply would look like one that survives.
  for (const mutant of mutants) applyMutant(mutant, await readFile(join(root, mutant.file), 'utf8'))
  const folder = await mkdtemp(join(tmpdir(), 'mutants-'))
  try {
    const lanes = await Promise.all(['a', 'b'].map((name) => copyTo(join(folder, name))))
    const healthy = await runTests(lanes[0] as string, paths)
    if (healthy.code !== 0) throw new Error(`The tests fail without a mutant:\n${healthy.output}`)
    const results: Result[] = []
    const waiting = [...mutants]
    const run = async (lane: string) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        const result = await tryMutant(lane, mutant, paths)
        results.push(result)
        onResult(result)
      }
    }
    await Promise.all(lanes.map(run))
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function tryMutant(lane: string, mutant: Mutant, paths: readonly string[]): Promise<Result> {
  const file = join(lane, mutant.file)
  const source = await readFile(file, 'utf8')
  const started = performance.now()
  await writeFile(file, applyMutant(mutant, source))
  try {
    const { code, output } = await runTests(lane, paths)
    // Anything else, such as a syntax error in the mutant, is not a test that noticed it.
    if (code !== 0 && !/Tests .*failed/.test(output)) throw new Error(`No test ran with "${mutant.name}":\n${output}`)
    return { mutant, killed: code !== 0, seconds: (performance.now() - started) / 1000 }
  } finally {
    await writeFile(file, source)
  }
}

/** Replaces the text of a mutant in its file. @throws Error if the file does not have it exactly once. */
export function applyMutant({ name, file, find, replace }: Mutant, source: string): string {
  const count = source.split(find).length - 1
  if (count !== 1) throw new Error(`"${name}": ${file} must contain the text once, got ${count} times: ${find}`)
  return source.replace(find, () => replace)
}

/** Copies every file that Git tracks or would track, with the packages by a link. */
async function copyTo(folder: string): Promise<string> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await promisify(execFile)('git', list, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  for (const path of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await cp(join(root, path), join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      // Deleted, and not yet committed.
      if (error.code !== 'ENOENT') throw error
    })
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return folder
}

function runTests(folder: string, paths: readonly string[]): Promise<{ code: number | null; output: string }> {
  const options = paths.length > 0 ? [...paths, '--bail', '1'] : ['--config', 'scripts/mutants/vitest.config.ts']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
