import { useLayoutEffect, useRef } from 'preact/hooks'
import { ShownText } from '../parts/shown-text.js'
import { cellText, columnTitle, type DataRow, valueAt } from './data-collections.js'

interface RowTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** The field that identifies a row. */
  readonly keyField: string
  readonly rows: readonly DataRow[]
  /** The key of the one that is open. */
  readonly opened: string | null
  /** The page of rows. Another one is shown from its top. */
  readonly offset: number
  readonly sort: string | undefined
  readonly order: string | undefined
  onSort(sort: string | undefined, order: string | undefined): void
  onOpen(key: string): void
}

/** Longer texts are cut, since a cell shows less. */
const mostShown = 200

/** A table of rows with columns to sort by: up, then down, then as they were added. */
export function RowTable(props: RowTableProps) {
  const { label, columns, keyField, rows, opened, offset, sort, order, onSort, onOpen } = props
  const box = useRef<HTMLDivElement>(null)
  const view = JSON.stringify([label, offset, sort, order])
  useLayoutEffect(() => box.current?.scrollTo(0, 0), [view])
  const sorted = (column: string) => (column === sort ? (order === 'desc' ? 'descending' : 'ascending') : 'none')
  const next = (column: string) => {
    const state = sorted(column)
    if (state === 'none') onSort(column, undefined)
    else if (state === 'ascending') onSort(column, 'desc')
    else onSort(undefined, undefined)
  }
  return (
    <div ref={box} class="table-box tall">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={sorted(column)}>
                <button type="button" class="sort" onClick={() => next(column)}>
                  {columnTitle(column)}
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
              <tr key={key} class="openable" aria-current={key === opened || undefined}>
                {columns.map((column) => {
                  const text = cellText(valueAt(row, column), column).slice(0, mostShown)
                  return (
                    <td key={column}>
                      {column === keyField ? (
                        <button type="button" class="link" data-row={key} onClick={() => onOpen(key)}>
                          <ShownText text={text} />
                        </button>
                      ) : (
                        <ShownText text={text} />
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
