import { cellText, type DataRow, valueAt } from './data-collections.js'

interface RowTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** The field that identifies a row. */
  readonly keyField: string
  readonly rows: readonly DataRow[]
  readonly sort: string | undefined
  readonly order: string | undefined
  onSort(sort: string | undefined, order: string | undefined): void
  onOpen(key: string): void
}

/** Longer texts are cut, since a cell shows less. */
const mostShown = 200

/** A table of rows with columns to sort by: up, then down, then as they were added. */
export function RowTable({ label, columns, keyField, rows, sort, order, onSort, onOpen }: RowTableProps) {
  const sorted = (column: string) => (column === sort ? (order === 'desc' ? 'descending' : 'ascending') : 'none')
  const next = (column: string) => {
    const state = sorted(column)
    if (state === 'none') onSort(column, undefined)
    else if (state === 'ascending') onSort(column, 'desc')
    else onSort(undefined, undefined)
  }
  return (
    <div class="table-box">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={sorted(column)}>
                <button type="button" class="sort" onClick={() => next(column)}>
                  {column}
                  <span aria-hidden="true">{{ none: '', ascending: ' ↑', descending: ' ↓' }[sorted(column)]}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = String(row[keyField])
            return (
              <tr key={key} class="openable">
                {columns.map((column) => {
                  const text = cellText(valueAt(row, column)).slice(0, mostShown)
                  return (
                    <td key={column}>
                      {column === keyField ? (
                        <button type="button" class="link" data-row onClick={() => onOpen(key)}>
                          <bdi>{text}</bdi>
                        </button>
                      ) : (
                        <bdi>{text}</bdi>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
