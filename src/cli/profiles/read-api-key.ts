import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileProblem } from '../file-problem.js'
import { readTextFile } from '../read-text-file.js'
import { UsageError } from '../usage-error.js'
import { readVariable } from './read-variable.js'
import { runKeyCommand } from './run-key-command.js'

/** Where an API key comes from. */
export interface KeySource {
  kind: 'stored' | 'env' | 'file' | 'command'
  /** The key itself, the name of a variable, a path or a shell command. */
  value: string
  /** The field or the variable that states it, for errors. */
  place: string
  /** The folder from which a path leads to the file. */
  folder: string
}

/**
 * Reads an API key. No error quotes the value of the source, since a key may have been put there by mistake.
 *
 * @throws UsageError naming the field or the variable of a source that has no key.
 */
export async function readApiKey(
  { kind, value, place, folder }: KeySource,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  if (kind === 'stored') return value.trim()
  if (kind === 'command') return runKeyCommand(value, place, environment)
  if (kind === 'env') {
    const key = readVariable(environment, value)
    if (key === undefined) throw new UsageError(`The environment variable of ${place}${nameOf(value)} is not set.`)
    return key
  }
  const path = /^~[/\\]/.test(value) ? resolve(homedir(), value.slice(2)) : resolve(folder, value)
  const text = await readTextFile(path).catch((error: unknown) => {
    throw new UsageError(`Cannot read the file of ${place}: ${fileProblem(error)}.`)
  })
  if (text.trim() === '') throw new UsageError(`The file of ${place} is empty.`)
  return text.trim()
}

/** Names a variable, unless its name might be a key. */
function nameOf(variable: string): string {
  return /^[A-Z]+(_[A-Z\d]+)+$/.test(variable) ? `, ${variable},` : ''
}
