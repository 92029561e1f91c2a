import { appendFile } from 'node:fs/promises'

/** The result of one row of a matrix: one way to install, load or build the package. */
export interface Row {
  /** The matrix: `Jest`, `TypeScript`, `bundler`. */
  readonly matrix: string
  /** The row: a tool with its version, and how it is set up. */
  readonly name: string
  /** A size, or what the row needed. */
  readonly note?: string
  /** Why it failed. */
  readonly problem?: string
}

/** Prints a row, and adds it to the table of `npm run matrix`. A row with a problem makes the process exit with status 1. */
export async function reportRow(row: Row): Promise<void> {
  const { matrix, name, note, problem } = row
  console.log([problem === undefined ? 'ok  ' : 'FAIL', matrix, name, note, problem].filter(Boolean).join('  '))
  if (problem !== undefined) process.exitCode = 1
  const table = process.env['MATRIX_ROWS']
  if (table) await appendFile(table, `${JSON.stringify(row)}\n`)
}
