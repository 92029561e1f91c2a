import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Interrupted } from '../interrupted.js'
import { UsageError } from '../usage-error.js'

/** The longest output in which a line is looked for. */
const longestOutput = 65_536

/**
 * Runs a shell command that prints a key. It may ask on the terminal, and its errors are shown.
 *
 * @param place - The field or the variable with the command, for errors. They quote neither the command nor its output.
 * @returns The first line of its output, trimmed.
 * @throws UsageError if the command fails or prints nothing.
 * @throws Interrupted if Ctrl-C has ended it.
 */
export async function runKeyCommand(command: string, place: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, { shell: true, env: environment, stdio: ['inherit', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < longestOutput) output += text
  })
  const [status, signal] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The command of ${place} cannot be run: ${error.code ?? 'the shell has not started'}.`)
  })
  if (signal === 'SIGINT') throw new Interrupted('Interrupted.')
  if (status !== 0) {
    const end = signal === null ? `exit status ${status}` : `signal ${signal}`
    throw new UsageError(`The command of ${place} failed with the ${end}.`)
  }
  const key = output.split(/[\r\n]/, 1)[0]?.trim() ?? ''
  if (key === '') throw new UsageError(`The command of ${place} has printed no key on the first line of its output.`)
  return key
}
