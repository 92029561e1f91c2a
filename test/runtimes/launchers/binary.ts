import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { SuiteRun } from '../runtime.js'

const packages = fileURLToPath(new URL('../node_modules/', import.meta.url))

/**
 * Returns the path of a runtime's binary: from an environment variable, or else from a package here, which is for Linux on x64.
 *
 * @param name - For `Node 22`, the variable is `NODE_22_PATH`.
 */
export function locate(name: string, inPackages: string): string {
  return process.env[`${name.toUpperCase().replace(' ', '_')}_PATH`] ?? packages + inPackages
}

/**
 * Returns the version that a binary reports.
 *
 * @throws Error if the binary does not exist.
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
 * Runs a binary in the folder of the programs, with only the given environment variables.
 *
 * @throws Error with its last output, if its exit code is not 0.
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
  let lastOutput = ''
  child.stderr.on('data', (data) => {
    lastOutput = `${lastOutput}${data}`.slice(-2000)
  })
  createInterface(child.stdout).on('line', report)
  const [code, by] = await once(child, 'close')
  if (code !== 0) throw new Error(`exited with ${code ?? by}: ${lastOutput}`)
}
