import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a command has printed, and its exit status. */
export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs a compiled command in a process of its own, without the variables of the client in its environment. */
export async function runCommand(
  file: string,
  parameters: readonly string[],
  { env = {}, input = '' }: { env?: Readonly<Record<string, string>>; input?: string | Uint8Array } = {},
): Promise<Outcome> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SCEYT_'))
  const child = spawn(process.execPath, [file, ...parameters], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const outcome = { code: -1, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => (outcome.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk) => (outcome.stderr += chunk))
  // A command that fails early does not read its input.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { ...outcome, code }
}
