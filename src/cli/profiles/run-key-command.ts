import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Interrupted } from '../interrupted.js'
import { UsageError } from '../usage-error.js'
import { endProcessTree } from './end-process-tree.js'

/** The longest output in which a line is looked for. */
const longestOutput = 65_536

/** Milliseconds for the command: with a terminal, it may have to wait for the user. */
const timeLimits = { alone: 30_000, withUser: 300_000 }

/**
 * Runs a shell command that prints a key. It may ask on the terminal, and its errors are shown.
 *
 * @param place - The field or the variable with the command, for errors. They quote neither the command nor its output.
 * @param timeLimit - Milliseconds after which the command and the processes that it has started are ended.
 * @returns The first line of its output, trimmed.
 * @throws UsageError if the command fails, prints nothing, or does not end in time.
 * @throws Interrupted if Ctrl-C has ended it.
 */
export async function runKeyCommand(
  command: string,
  place: string,
  environment: NodeJS.ProcessEnv,
  timeLimit = process.stderr.isTTY ? timeLimits.withUser : timeLimits.alone,
): Promise<string> {
  const child = spawn(command, { shell: true, env: environment, stdio: ['inherit', 'pipe', 'inherit'] })
  let output = ''
  // A command that cannot be run never closes; `exited` reports it.
  const closed = once(child, 'close').catch(() => {})
  const line = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < longestOutput) output += text
      if (/[\r\n]/.test(output)) resolve()
    })
  })
  const exited = once(child, 'exit').then(async (result) => {
    // An agent that the command has started may keep its output open.
    await Promise.race([closed, line])
    child.stdout.destroy()
    return result
  })
  const timer = new AbortController()
  const late = delay(timeLimit, undefined, { signal: timer.signal }).catch(() => undefined)
  const ended = await Promise.race([exited, late])
    .catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`The command of ${place} cannot be run: ${error.code ?? 'the shell has not started'}.`)
    })
    .finally(() => timer.abort())
  if (!ended) {
    if (child.pid !== undefined) await endProcessTree(child.pid)
    // A process that has left the tree may still have the pipe.
    child.stdout.destroy()
    throw new UsageError(
      `The command of ${place} did not end within ${timeLimit / 1000} s, and was stopped. Nothing was sent. Run it in a shell to see what it waits for.`,
    )
  }
  const [status, signal] = ended
  if (signal === 'SIGINT') throw new Interrupted('Interrupted.')
  if (status !== 0) {
    const end = signal === null ? `exit status ${status}` : `signal ${signal}`
    throw new UsageError(`The command of ${place} failed with the ${end}.`)
  }
  const key = output.split(/[\r\n]/, 1)[0]?.trim() ?? ''
  if (key === '') throw new UsageError(`The command of ${place} has printed no key on the first line of its output.`)
  return key
}
