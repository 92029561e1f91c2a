import { text } from 'node:stream/consumers'
import { InputError } from 'sceyt-platform'
import { parseFlags } from './parse-flags.js'
import { readTextFile } from './read-text-file.js'
import { UsageError } from './usage-error.js'

export const tokenUsage = `Usage: sceyt-platform token USERNAME --private-key FILE [options]

Prints a user access token, signed with the application's private key. No request is made.

  --private-key FILE  the private key, as PEM; - for the standard input
  --app-id ID         the application id, as the claim aid (no such claim)
  --expires-in TIME   lifetime: 10m to 7d, or a number of milliseconds (6h)
  --json              prints { "token", "expiresAt" } instead of the token alone
  --help              prints this text`

/** Runs `sceyt-platform token`. */
export async function runToken(parameters: readonly string[]): Promise<void> {
  const { help, username, privateKey: source, appId, expiresIn, json } = parse(parameters)
  if (help) return console.log(tokenUsage)
  if (username === undefined) throw new UsageError(`Missing USERNAME.\n\n${tokenUsage}`)
  if (source === undefined)
    throw new UsageError(`Missing --private-key: pass a PEM file, or - for the standard input.\n\n${tokenUsage}`)
  const privateKey = await read(source)
  // Imported here, so that the other commands do not load jose.
  const { createUserToken } = await import('sceyt-platform/token')
  const made = await createUserToken(username, { privateKey, appId, expiresIn }).catch((error: unknown) => {
    throw error instanceof InputError
      ? new UsageError(`${flags[error.parameter] ?? error.parameter}${error.message.slice(error.parameter.length)}`)
      : error
  })
  console.log(json ? JSON.stringify(made) : made.token)
}

const flags: Readonly<Record<string, string>> = {
  username: 'USERNAME',
  privateKey: '--private-key',
  appId: '--app-id',
  expiresIn: '--expires-in',
}

function parse(parameters: readonly string[]) {
  // Checked first, since errors of parseArgs quote the command line.
  if (parameters.some((parameter) => parameter.includes('PRIVATE KEY'))) {
    throw new UsageError(
      '--private-key must be a file, or - for the standard input, not the key itself: other users of the machine can read a command line.',
    )
  }
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseFlags(
      parameters,
      { 'private-key': text, 'app-id': text, 'expires-in': text, json: flag, help: flag },
      true,
    )
    if (positionals.length > 1) throw new Error(`Expected one USERNAME, got ${positionals.length}.`)
    const { help, json, 'private-key': privateKey, 'app-id': appId, 'expires-in': expiresIn } = values
    return {
      help,
      json,
      privateKey,
      appId,
      username: positionals[0],
      expiresIn: expiresIn === undefined ? undefined : parseTime(expiresIn),
    }
  } catch (error) {
    // The message may quote a key that was pasted into the command line.
    const message = (error as Error).message.replaceAll(/[\w+/=-]{24,}/g, '…')
    throw new UsageError(`${message}\n\n${tokenUsage}`)
  }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function parseTime(time: string): number {
  const [, count, unit = 'ms'] = /^(\d+)(ms|s|m|h|d)?$/.exec(time) ?? []
  if (count === undefined) {
    throw new Error(
      `--expires-in must be a time such as 30m, 6h or 7d, or a number of milliseconds, got ${JSON.stringify(time)}.`,
    )
  }
  return Number(count) * (units[unit] as number)
}

async function read(source: string): Promise<string> {
  try {
    return source === '-' ? await text(process.stdin) : await readTextFile(source)
  } catch (error) {
    // The message omits the path, which may be the key itself.
    throw new UsageError(
      `Cannot read the file of --private-key: ${(error as NodeJS.ErrnoException).code ?? 'the file is not readable'}.`,
    )
  }
}
