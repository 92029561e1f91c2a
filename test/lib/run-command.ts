import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a command has printed, and its exit status. */
export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** How to run a command. */
export interface CommandOptions {
  env?: Readonly<Record<string, string>>
  input?: string | Uint8Array
  /** Called with the process, for example to send it a signal later. */
  onStart?: (child: ChildProcess) => void
}

/** Runs a compiled command in a process of its own, without the variables of the client in its environment. */
export async function runCommand(
  file: string,
  parameters: readonly string[],
  { env = {}, input = '', onStart }: CommandOptions = {},
): Promise<Outcome> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SCEYT_'))
  const child = spawn(process.execPath, [file, ...parameters], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onStart?.(child)
  const outcome = { code: -1, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => (outcome.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk) => (outcome.stderr += chunk))
  // A command that fails early does not read its input.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { ...outcome, code }
}
