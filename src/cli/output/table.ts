import { styleText } from 'node:util'
import { cellText } from './cell-text.js'
import { leavesOf, valueOfField } from './field-path.js'
import type { Output, OutputOptions } from './output-options.js'
import { cutTo, padTo, widthOf } from './text-width.js'

interface Column {
  field: string
  width: number
}

const gap = '  '
/** The least width of a column whose cells are cut. A time fits into it. */
const leastWidth = 24

/**
 * Prints aligned columns: a row for each item of a list, or for each field of one value. The widths are those of the first page.
 * If the terminal is too narrow, long texts are cut, and then columns at the right are left out, with a note on stderr. Names and
 * ids are never cut.
 */
export function createTable(options: OutputOptions): Output {
  const { write, note, width, isColored } = options
  const style = (text: string) => (isColored ? styleText('bold', text, { validateStream: false }) : text)
  let columns: Column[] | undefined
  let count = 0

  async function printItems(items: readonly unknown[]): Promise<void> {
    count += items.length
    if (items.length === 0) return
    const lines: string[] = []
    if (!columns) {
      columns = fitColumns(columnsOf(items, options), options)
      lines.push(style(lineOf(columns.map((column) => padTo(cutTo(column.field, column.width), column.width)))))
    }
    for (const item of items)
      lines.push(lineOf(columns.map((column) => padTo(cutTo(textOf(item, column.field), column.width), column.width))))
    await write(lines.map((line) => `${line}\n`).join(''))
  }

  return {
    items: printItems,
    async value(value) {
      if (Array.isArray(value)) return printItems(value)
      count = 1
      const fields = options.fields ?? leavesOf(value)
      if (fields.length === 0) return write(`${cellText(value)}\n`)
      const nameWidth = Math.max(...fields.map(widthOf))
      const room = Math.max(leastWidth, width - nameWidth - gap.length)
      const lines = fields.map((field) => {
        const text = textOf(value, field)
        return `${style(padTo(field, nameWidth))}${gap}${isWhole(field) ? text : cutTo(text, room)}`.trimEnd()
      })
      await write(lines.map((line) => `${line}\n`).join(''))
      if (fields.some((field) => !isWhole(field) && widthOf(textOf(value, field)) > room))
        note('Some values are cut. Show them with --output json.')
    },
    async end() {
      if (count === 0) note('No items.')
    },
  }
}

function lineOf(cells: readonly string[]): string {
  return cells.join(gap).trimEnd()
}

function textOf(item: unknown, field: string): string {
  return cellText(field === '' ? item : valueOfField(item, field))
}

/** Names and ids are of no use if they are cut: people copy them into the next command. */
function isWhole(field: string): boolean {
  return /(^|[._])(id|username|uri|name)$/.test(field)
}

/** Lists the columns of items: the fields that are named, or every field of the first page that is not empty everywhere. */
function columnsOf(
  items: readonly unknown[],
  { fields, columns: first = [], knownFields = [] }: OutputOptions,
): Column[] {
  const found = [...new Set(items.flatMap((item) => leavesOf(item)))]
  const all = fields ?? [...new Set([...first, ...knownFields, ...found])].filter((field) => found.includes(field))
  const columns = (all.length > 0 ? all : ['']).map((field) => ({
    field,
    width: Math.max(widthOf(field), ...items.map((item) => widthOf(textOf(item, field)))),
  }))
  return fields ? columns : columns.filter(({ field }) => items.some((item) => textOf(item, field) !== ''))
}

/** Makes columns narrower, the widest first, and leaves out those at the right that still do not fit, unless they were named. */
function fitColumns(columns: Column[], { width, fields, columns: first = [], note }: OutputOptions): Column[] {
  const total = (some: readonly Column[]) =>
    some.reduce((sum, column) => sum + column.width, 0) + gap.length * (some.length - 1)
  const narrow = (some: Column[]) => {
    for (;;) {
      const excess = total(some) - width
      const least = (column: Column) => Math.max(leastWidth, widthOf(column.field))
      const candidates = some.filter((column) => !isWhole(column.field) && column.width > least(column))
      const widest = candidates.toSorted((a, b) => b.width - a.width)[0]
      if (excess <= 0 || !widest) return some
      const second = candidates.toSorted((a, b) => b.width - a.width)[1]
      const target = Math.max(least(widest), widest.width - excess, Math.min(second?.width ?? 0, widest.width - 1))
      widest.width = target
    }
  }
  const copy = () => columns.map((column) => ({ ...column }))
  if (fields) return narrow(copy())
  for (let kept = columns.length; ; kept--) {
    const narrowed = narrow(copy().slice(0, kept))
    if (kept > 1 && total(narrowed) > width) continue
    const left = columns.slice(kept).map(({ field }) => field)
    // The rest are details, which people look for in one item.
    const missed = first.length > 0 ? left.filter((field) => first.includes(field)) : left
    if (missed.length > 0) note(describeLeft(missed))
    return narrowed
  }
}

const mostNames = 3

function describeLeft(fields: readonly string[]): string {
  const names = fields.length > mostNames ? [...fields.slice(0, mostNames), '…'] : fields
  const count = fields.length === 1 ? 'One column does' : `${fields.length} columns do`
  return `${count} not fit: ${names.join(', ')}. Show them with --fields or --output json.`
}
