import { text } from 'node:stream/consumers'
import { InputError } from 'sceyt-platform'
import { createUserToken } from 'sceyt-platform/token'
import { fileProblem } from './file-problem.js'
import { readTextFile } from './read-text-file.js'
import { writeToStdout } from './stdout.js'
import type { TokenValues } from './token-values.js'
import { UsageError } from './usage-error.js'

/** Runs `sceyt-platform token`. */
export async function printToken(
  username: string,
  { privateKey: source, appId, expiresIn, json }: TokenValues,
): Promise<void> {
  if (source === undefined) throw new UsageError('Missing --private-key: pass a PEM file, or - for the standard input.')
  const privateKey = await read(source)
  const made = await createUserToken(username, { privateKey, appId, expiresIn }).catch((error: unknown) => {
    throw error instanceof InputError
      ? new UsageError(`${flags[error.parameter] ?? error.parameter}${error.message.slice(error.parameter.length)}`)
      : error
  })
  await writeToStdout(`${json ? JSON.stringify(made) : made.token}\n`)
}

const flags: Readonly<Record<string, string>> = {
  username: '<username>',
  privateKey: '--private-key',
  appId: '--app-id',
  expiresIn: '--expires-in',
}

async function read(source: string): Promise<string> {
  try {
    return source === '-' ? await text(process.stdin) : await readTextFile(source)
  } catch (error) {
    // The message omits the path, which may be the key itself.
    throw new UsageError(`Cannot read the file of --private-key: ${fileProblem(error)}.`)
  }
}
