import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileProblem } from './file-problem.js'
import { UsageError } from './usage-error.js'

/**
 * Looks up a file of the user.
 *
 * @throws UsageError if it cannot be read.
 */
export function statFile(path: string): Promise<Stats> {
  return stat(path).catch((error: unknown) => {
    throw new UsageError(`Cannot read the file ${JSON.stringify(path)}: ${fileProblem(error)}.`)
  })
}
