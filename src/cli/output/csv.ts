import { stringify } from 'csv-stringify/sync'
import { escapeControls } from './escape-controls.js'
import { leavesOf, valueOfField } from './field-path.js'
import type { Output, OutputOptions } from './output-options.js'

/**
 * Prints CSV as RFC 4180 describes it, with a header. The columns are those of the first page. A cell is its value, unchanged: a text
 * that a spreadsheet would take for a formula too. On a terminal, control characters are escaped.
 */
export function createCsv({ fields, knownFields = [], write, note, isTerminal }: OutputOptions): Output {
  const show = isTerminal ? escapeControls : (text: string) => text
  let columns: readonly string[] | undefined
  const left = new Set<string>()
  const print = async (items: readonly unknown[]) => {
    const found = [...new Set(items.flatMap((item) => leavesOf(item)))]
    const isFirst = columns === undefined
    // Items that are not objects have no fields, and are a column of their own.
    columns ??= fields ?? (found.length > 0 ? order(found, knownFields) : [valueColumn])
    const names = columns
    if (!fields) for (const name of found) if (!names.includes(name)) left.add(name)
    const rows = items.map((item) => row(names.map((name) => show(cellOf(item, name)))))
    if (isFirst) rows.unshift(row(names.map(show)))
    await write(rows.join(''))
  }
  return {
    items: async (items) => {
      if (items.length > 0) await print(items)
    },
    value: (value) => print(Array.isArray(value) ? value : [value]),
    async end() {
      // A program that reads the columns expects them in an empty list too.
      if (fields && !columns) await write(row(fields))
      if (left.size > 0)
        note(
          `Fields that no item of the first page has were left out: ${[...left].join(', ')}. Name them with --fields.`,
        )
    },
  }
}

/** The column of items without fields. */
const valueColumn = 'value'

/** Puts the columns into the order of the OpenAPI document, since the first item may lack some; others follow. */
function order(found: readonly string[], known: readonly string[]): string[] {
  const positions = new Map(known.map((name, index) => [name, index]))
  const positionOf = (name: string) => positions.get(name) ?? positions.get(name.split('.')[0] ?? '') ?? known.length
  return found.toSorted((a, b) => positionOf(a) - positionOf(b))
}

function row(cells: readonly string[]): string {
  // Most programs skip an empty line, and so a row of one empty cell.
  const quoted_empty = cells.length === 1
  return stringify([cells], { record_delimiter: '\r\n', quoted_match: /[\r\n]/, quoted_empty })
}

function cellOf(item: unknown, field: string): string {
  const value = isObject(item) ? valueOfField(item, field) : field === valueColumn ? item : undefined
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isObject(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}
