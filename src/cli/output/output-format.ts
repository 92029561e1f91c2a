/** The formats that results are printed in. */
export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const

/** A format that results are printed in. */
export type OutputFormat = (typeof outputFormats)[number]

/** Returns the format for people on a terminal, or for programs. */
export function defaultFormat(isTerminal: boolean): OutputFormat {
  return isTerminal ? 'table' : 'json'
}
