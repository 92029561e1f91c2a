import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { SuiteRun } from '../runtime.js'

const packages = fileURLToPath(new URL('../node_modules/', import.meta.url))

/**
 * Where the binary of a runtime is: that of a package here, which is for Linux on x64, or what a variable says.
 *
 * @param name - `Node 22` has the variable `NODE_22_PATH`.
 */
export function locate(name: string, inPackages: string): string {
  return process.env[`${name.toUpperCase().replace(' ', '_')}_PATH`] ?? packages + inPackages
}

/**
 * The version that a binary says it has.
 *
 * @throws Error if there is no such binary.
 */
export async function versionOf(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ['--version']).catch((cause: Error) => {
    throw new Error(
      `${cause.message}. Run \`npm run runtimes\` at the root, or set the path of another binary, such as NODE_22_PATH.`,
      { cause },
    )
  })
  return /\d[\d.-]*/.exec(stdout)?.[0] ?? stdout
}

/**
 * Runs a binary in the folder of the programs, with nothing of the environment but what is given.
 *
 * @throws Error with what it wrote last if it does not end well.
 */
export async function runBinary(
  binary: string,
  parameters: readonly string[],
  env: Record<string, string>,
  suite: SuiteRun,
): Promise<void> {
  const { programs: cwd, signal, report } = suite
  const child = spawn(binary, parameters, {
    cwd,
    env,
    signal,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (data) => {
    complaint = `${complaint}${data}`.slice(-2000)
  })
  createInterface(child.stdout).on('line', report)
  const [code, by] = await once(child, 'close')
  if (code !== 0) throw new Error(`it ended with ${code ?? by}: ${complaint}`)
}
