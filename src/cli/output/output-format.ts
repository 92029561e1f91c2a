export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const
export function defaultFormat(isTerminal: boolean): (typeof outputFormats)[number] {
  return isTerminal ? 'table' : 'json'
}
