/** Prints the rows that the matrices reported to the file `MATRIX_ROWS`, as one table. */
import { readFile } from 'node:fs/promises'
import type { Row } from './lib/row.js'

const path = process.env['MATRIX_ROWS']
if (!path) throw new Error('MATRIX_ROWS must be the path of the file with the rows.')
const rows = (await readFile(path, 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row)
const cells = [
  ['matrix', 'row', 'result', 'note'],
  ...rows.map(({ matrix, name, note = '', problem }) => [matrix, name, problem === undefined ? 'ok' : 'FAIL', note]),
]
const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
for (const line of cells)
  console.log(
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
