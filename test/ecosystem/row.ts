import { readFile } from 'node:fs/promises'

/** The result of one tool on the OpenAPI document. */
export interface Row {
  readonly tool: string
  readonly version: string
  /** What it did with the OpenAPI document. */
  readonly did: string
  readonly result: string
  /** The problems that it reported. */
  readonly problems: readonly string[]
}

/** Returns the installed version of a package. */
export async function versionOf(name: string): Promise<string> {
  return JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
}

/** Formats the rows as a table, followed by the problems. */
export function printRows(rows: readonly Row[]): string {
  const cells = [
    ['tool', 'version', 'what it did', 'result'],
    ...rows.map(({ tool, version, did, result }) => [tool, version, did, result]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const table = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return [...table, ...rows.flatMap(({ tool, problems }) => problems.map((problem) => `${tool}: ${problem}`))].join(
    '\n',
  )
}
