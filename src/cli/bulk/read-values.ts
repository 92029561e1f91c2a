import { readLines } from '../../bulk/read-lines.js'

/** Reads the values of an NDJSON file that an export has written. */
export async function* readValues<Value>(path: string): AsyncGenerator<Value, void, undefined> {
  for await (const lines of readLines(path, 'dir')) for (const { text } of lines) yield JSON.parse(text) as Value
}
