import { type ChildProcess, spawn } from 'node:child_process'
import { Refusal } from './refusal.js'

interface RunOptions {
  readonly cwd: string
  /** Written to stdin. */
  readonly input?: string
  /** Exit codes that are no failure; only 0 by default. */
  readonly exitCodes?: readonly number[]
}

const running = new Set<ChildProcess>()
let interruption: NodeJS.Signals | undefined

/** Passes a signal on to the commands that run. They and later ones are refused, so that the caller can clean up. */
export function interruptRuns(signal: NodeJS.Signals): void {
  interruption = signal
  for (const child of running) child.kill(signal)
}

/**
 * Runs a command, and returns what it writes to stdout.
 *
 * @throws Refusal with the end of its output if it fails, or if it was interrupted.
 */
export async function run(command: string, parameters: string[], options: RunOptions): Promise<string> {
  const { cwd, input = '', exitCodes = [0] } = options
  checkInterruption()
  // `npm run --silent` silences every npm below it, errors included.
  const child = spawn(command, parameters, { cwd, env: { ...process.env, npm_config_loglevel: 'error' } })
  running.add(child)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  // The exit code says more than a closed pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve(exitCode ?? 1))
  }).finally(() => running.delete(child))
  checkInterruption()
  if (exitCodes.includes(code)) return output.stdout
  const lines = `${output.stdout}${output.stderr}`.trimEnd().split('\n').slice(-20)
  throw new Refusal(`\`${[command, ...parameters].join(' ')}\` failed with exit code ${code}:\n${lines.join('\n')}`)
}

function checkInterruption(): void {
  if (interruption) throw new Refusal(`Interrupted by ${interruption}.`)
}
