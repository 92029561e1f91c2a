import { checks } from './checks.js'
import { differences } from './differences.js'

/** Results by implementation: a cell for each check. */
export type Results = ReadonlyMap<string, readonly string[]>

/** Formats a row for each check with a cell for each implementation, followed by the reasons of the differences. */
export function toMarkdown(results: Results): string {
  const rows = [
    ['', ...results.keys()],
    ...checks.map(({ name }, index) => [name, ...[...results.values()].map((cells) => cells[index] ?? '')]),
  ]
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...body.map(line),
    '',
    ...differences.map(({ why }, index) => `${index + 1}. ${why}`),
  ].join('\n')
}
