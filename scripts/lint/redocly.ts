import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const require = createRequire(import.meta.url)
const cli = join(require.resolve('@redocly/cli/package.json'), '../bin/cli.js')

/** What the Redocly CLI printed before it exited with another code than 0. */
export class RedoclyError extends Error {
  override readonly name = 'RedoclyError'
  readonly stdout: string

  constructor(command: string, stdout: string, stderr: string) {
    super(`redocly ${command}: ${reasonOf(stderr).replaceAll(`${process.cwd()}${sep}`, '')}`)
    this.stdout = stdout
  }
}

/** Runs the Redocly CLI, and returns its output. What it prints on the standard error is notices of its own, which are dropped. */
export async function redocly(command: string, ...parameters: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [cli, command, ...parameters], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string }
    throw new RedoclyError(command, stdout, stderr || message)
  }
}

/** Finds the reason of a failure among frames, notices and stacks: the first problem, or else the last line of text. */
function reasonOf(stderr: string): string {
  const [, place, problem] = /^\[1\] (\S+:\d+:\d+).*\n\n(.+)$/m.exec(stderr) ?? []
  if (place) return `${place}  ${problem}`
  const [, headline, item] = /^(.+):\n\n {2}- (.+)$/m.exec(stderr) ?? []
  if (headline) return `${headline}: ${item}`
  const lines = stderr.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line && !/^at |[║═]|^Please /.test(line)) ?? 'it failed and printed nothing.'
}
