import { KeyTable } from '../../bulk/key-table.js'
import { readLines } from '../../bulk/read-lines.js'
import { InputError } from '../../errors/input-error.js'
import { UsageError } from '../usage-error.js'
import { type Row, readRows } from './read-rows.js'
import { type RowKind, toRowCall } from './row-kind.js'
import type { RowsFile } from './rows-file.js'

/** Invalid rows that are reported one by one. */
const mostReported = 20

/**
 * Checks every row of a file, before any of them is sent.
 *
 * @param report - Called with a line for each invalid row.
 * @param note - Called with each row.
 * @returns The number of rows.
 * @throws UsageError if the file or one of its rows is not valid.
 */
export async function checkRows(
  file: RowsFile,
  kind: RowKind,
  report: (line: string) => void,
  note: (row: Row) => void = () => {},
): Promise<number> {
  // The CSV parser would replace invalid UTF-8 in place of rejecting it.
  if (file.format === 'csv') for await (const _lines of readLines(file.path, file.name));
  const identities = new KeyTable()
  let bad = 0
  let count = 0
  for await (const row of readRows(file, kind)) {
    count++
    note(row)
    const problem = row.problem ?? problemOf(file, kind, row.fields, identities)
    if (problem === undefined) continue
    if (++bad <= mostReported) report(`${file.name}:${row.line}: ${problem}`)
  }
  if (bad > mostReported) report(`and ${bad - mostReported} more.`)
  if (bad > 0)
    throw new UsageError(`${bad} of ${count} ${count === 1 ? 'row is' : 'rows are'} not valid. Nothing was sent.`)
  if (count === 0) throw new UsageError(`${file.name} has no rows.`)
  return count
}

function problemOf({ format }: RowsFile, kind: RowKind, fields: object, identities: KeyTable): string | undefined {
  try {
    const { identity, rule, fields: own } = toRowCall(kind, fields as Record<string, unknown>, format === 'csv')
    const id = own['id'] === undefined ? undefined : `id ${own['id']}`
    if (id !== undefined && identities.get(id) > 0)
      return `an earlier row has the same id, ${JSON.stringify(own['id'])}.`
    if (id !== undefined) identities.set(id, 1)
    if (identity === undefined) return undefined
    if (identities.get(identity) > 0)
      return `an earlier row has the same ${rule.key}, ${JSON.stringify(own[rule.key ?? ''])}.`
    identities.set(identity, 1)
    return undefined
  } catch (error) {
    if (error instanceof InputError) return withoutOperation(error)
    throw error
  }
}

/** Returns the message of an error without the method and the array of the body, neither of which is in the file. */
function withoutOperation({ message, parameter, operationId }: InputError): string {
  const text = operationId === undefined ? message : message.slice(Math.max(0, message.indexOf(parameter)))
  return text.replace(/^\w+\[0\]\.?/, '')
}
