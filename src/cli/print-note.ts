import { escapeControls } from './output/escape-controls.js'

/** Prints a line on stderr, of which a server may have written a part. */
export function printNote(line: string): void {
  console.error(escapeControls(line))
}
