import { readLines } from '../../bulk/read-lines.js'
import { UsageError } from '../usage-error.js'

/**
 * Reads the values of an NDJSON file that an export has written.
 *
 * @throws UsageError naming the line that is not JSON.
 */
export async function* readValues<Value>(path: string): AsyncGenerator<Value, void, undefined> {
  for await (const lines of readLines(path, 'dir'))
    for (const { text, number } of lines) yield parse(path, number, text) as Value
}

function parse(path: string, number: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${path}:${number}: not valid JSON.`)
  }
}
