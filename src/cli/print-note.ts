import { errorFormat } from './error-format.js'
import { escapeControls } from './output/escape-controls.js'
import { escapeJson } from './output/escape-json.js'

/** Prints a line on stderr, of which a server may have written a part. With `--errors json`, it is a line of JSON, as errors are. */
export function printNote(line: string): void {
  console.error(toNote(line))
}

/** Returns a line as `printNote` prints it. */
export function toNote(line: string): string {
  return errorFormat() === 'json' ? escapeJson(JSON.stringify({ note: line })) : escapeControls(line)
}
