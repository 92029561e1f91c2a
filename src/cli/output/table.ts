import { styleText } from 'node:util'
import { cellText } from './cell-text.js'
import { leavesOf, valueOfField } from './field-path.js'
import type { Output, OutputOptions } from './output-options.js'
import { cutTo, padTo, widthOf } from './text-width.js'

interface Column {
  field: string
  /** The field as the header shows it: its name comes from the server, which may not control the terminal. */
  title: string
  width: number
  /** Whether its cells are never cut. */
  isWhole: boolean
}

const gap = '  '
/** The least width of a column whose cells are cut. */
const leastWidth = 16
const timeWidth = 24
/** The least width of columns that were named, none of which is left out. */
const leastNamedWidth = 8

/**
 * Prints aligned columns: a row for each item of a list, or for each field of one value. The widths are those of the first page.
 * If the terminal is too narrow, long texts are cut, and then columns at the right are left out, with a note on stderr. Usernames
 * and ids are never cut: on a later page, a longer one moves the rest of its row to the right.
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
      lines.push(
        style(
          columns
            .map((column) => padTo(cutTo(column.title, column.width), column.width))
            .join(gap)
            .trimEnd(),
        ),
      )
    }
    for (const item of items) lines.push(rowOf(item, columns, width))
    await write(lines.map((line) => `${line}\n`).join(''))
  }

  return {
    items: printItems,
    async value(value) {
      if (Array.isArray(value)) return printItems(value)
      count = 1
      const fields = options.fields ?? leavesOf(value)
      if (fields.length === 0) return write(`${cellText(value)}\n`)
      const titles = fields.map(cellText)
      const titleWidth = Math.min(Math.max(...titles.map(widthOf)), Math.max(timeWidth, width - timeWidth - gap.length))
      const room = Math.max(timeWidth, width - titleWidth - gap.length)
      const lines = fields.map((field, index) => {
        const text = textOf(value, field)
        const title = padTo(cutTo(titles[index] as string, titleWidth), titleWidth)
        return `${style(title)}${gap}${isWhole(field) ? text : cutTo(text, room)}`.trimEnd()
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

function rowOf(item: unknown, columns: readonly Column[], width: number): string {
  let row = ''
  for (const [index, column] of columns.entries()) {
    if (index > 0) row += gap
    // The last column of a row may be wider than on the first page.
    const room = index === columns.length - 1 ? Math.max(column.width, width - widthOf(row)) : column.width
    const text = textOf(item, column.field)
    row += padTo(column.isWhole ? text : cutTo(text, room), column.width)
  }
  return row.trimEnd()
}

function textOf(item: unknown, field: string): string {
  return cellText(field === '' ? item : valueOfField(item, field))
}

/** Usernames and ids are of no use if they are cut: people copy them into the next command. */
function isWhole(field: string): boolean {
  return /(^|\.)(username|from|uri|name)$|(^|[._])id$/.test(field)
}

/** A time is of no use without its end. */
function isTimeOrEmpty(text: string): boolean {
  return text === '' || /^\d{4}-\d\d-\d\dT[\d:.]{8,}Z$/.test(text)
}

/** Lists the columns of items: the fields that are named, or every field of the first page that is not empty everywhere. */
function columnsOf(
  items: readonly unknown[],
  { fields, columns: first = [], knownFields = [], width }: OutputOptions,
): Column[] {
  const found = new Set(items.flatMap((item) => leavesOf(item)))
  const all = fields ?? [...new Set([...first, ...knownFields, ...found])].filter((field) => found.has(field))
  const columns = (all.length > 0 ? all : ['']).map((field) => {
    const title = field === '' ? 'value' : cellText(field)
    const texts = items.map((item) => textOf(item, field))
    const cells = Math.max(...texts.map(widthOf))
    const titleWidth = Math.min(widthOf(title), width)
    const isId = isWhole(field)
    return {
      field,
      title,
      width: Math.max(titleWidth, isId ? cells : Math.min(cells, width)),
      // If columns are named, times are cut before one of them is left out.
      isWhole: isId || (!fields && texts.every(isTimeOrEmpty)),
    }
  })
  const filled = fields ?? all.filter((field) => items.some((item) => textOf(item, field) !== ''))
  return filled.length > 0 ? columns.filter(({ field }) => filled.includes(field)) : columns
}

/** Makes columns narrower, the widest first, and leaves out those at the right that still do not fit, unless they were named. */
function fitColumns(columns: Column[], { width, fields, columns: first = [], note }: OutputOptions): Column[] {
  if (fields) {
    const whole = columns.map((column) => column.width)
    narrow(columns, width, timeWidth)
    // Long texts first, so that times stay whole as long as they can.
    const cut = columns.filter((column, index) => column.width < (whole[index] as number))
    narrow(columns, width, leastNamedWidth, cut)
    narrow(columns, width, leastNamedWidth)
    return columns
  }
  let taken = -gap.length
  const kept = columns.filter((column, index) => {
    taken += gap.length + leastWidthOf(column, leastWidth)
    return index === 0 || taken <= width
  })
  narrow(kept, width, leastWidth)
  const left = columns.slice(kept.length).map(({ title }) => title)
  // The rest are details, which people look for in one item.
  const missed = first.length > 0 ? left.filter((field) => first.includes(field)) : left
  if (missed.length > 0) note(describeLeft(missed))
  return kept
}

/** Makes the widest columns narrower until all fit, or none can be cut further. */
function narrow(columns: readonly Column[], width: number, least: number, candidates = columns): void {
  const total = columns.reduce((sum, column) => sum + column.width, gap.length * (columns.length - 1))
  for (let excess = total - width; excess > 0; excess--) {
    const widest = candidates.reduce<Column | undefined>(
      (a, b) => (b.width > leastWidthOf(b, least) && b.width > (a?.width ?? 0) ? b : a),
      undefined,
    )
    if (!widest) return
    widest.width--
  }
}

/** Returns how narrow a column may become. Its title stays whole. */
function leastWidthOf({ isWhole, title, width }: Column, least: number): number {
  return isWhole ? width : Math.min(width, Math.max(least, widthOf(title)))
}

const mostNames = 3

function describeLeft(fields: readonly string[]): string {
  const names = fields.length > mostNames ? [...fields.slice(0, mostNames), '…'] : fields
  const count = fields.length === 1 ? 'One column does' : `${fields.length} columns do`
  return `${count} not fit: ${names.join(', ')}. Show ${fields.length === 1 ? 'it' : 'them'} with --fields or --output json.`
}
