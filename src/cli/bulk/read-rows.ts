import { createReadStream } from 'node:fs'
import { type CsvError, type Info, parse } from 'csv-parse'
import { readLines } from '../../bulk/read-lines.js'
import { describe } from '../../common/describe.js'
import { endSentence } from '../../common/end-sentence.js'
import { unknownName } from '../../common/unknown-name.js'
import { UsageError } from '../usage-error.js'
import type { RowFields, RowKind } from './row-kind.js'
import type { RowsFile } from './rows-file.js'

/** A row of a file. */
export interface Row {
  /** Number of the row, from 1. */
  number: number
  /** Number of the line where the row begins. */
  line: number
  /** Offset of the byte after the row. */
  end: number
  fields: RowFields
  /** The cells of CSV, or the line of NDJSON as the only item. */
  source: readonly string[]
  /** Why the row cannot be read. */
  problem?: string
}

const mostColumns = 1_000
const longestRow = 2 ** 24

/**
 * Reads the rows of a file, one after another.
 *
 * @throws UsageError if the header of CSV is not valid, or the file is not text.
 */
export function readRows(file: RowsFile, kind: RowKind): AsyncGenerator<Row, void, undefined> {
  return file.format === 'csv' ? readCsv(file, kind) : readNdjson(file)
}

async function* readNdjson({ path, name }: RowsFile): AsyncGenerator<Row, void, undefined> {
  let number = 0
  for await (const lines of readLines(path, name)) {
    for (const { text, number: line, end } of lines) {
      if (text.trim() === '') continue
      yield { number: ++number, line, end, source: [text], ...parseObject(text) }
    }
  }
}

/** Parses a line of NDJSON. */
export function parseObject(text: string): { fields: RowFields; problem?: string } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { fields: { ...value } }
    return { fields: {}, problem: `expected a JSON object, got ${describe(value)}.` }
  } catch (error) {
    return { fields: {}, problem: `not valid JSON: ${endSentence((error as Error).message)}` }
  }
}

async function* readCsv({ path, name }: RowsFile, kind: RowKind): AsyncGenerator<Row, void, undefined> {
  const skipped: CsvError[] = []
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    on_skip: (error) => {
      if (error) skipped.push(error)
    },
  })
  const stream = createReadStream(path)
  stream.once('error', (error) => parser.destroy(error))
  stream.pipe(parser)
  let header: readonly string[] | undefined
  let number = 0
  // The parser reads ahead, so that rows that it skips may come after those that are not yielded yet.
  const takeSkipped = function* (line = Infinity): Generator<Row> {
    const count = skipped.filter(({ lines }) => Number(lines) < line).length
    for (const error of skipped.splice(0, count)) {
      if (!header) throw new UsageError(`${name}: the header is not valid CSV: ${problemOf(error)}`)
      yield badRow(++number, error)
    }
  }
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield* takeSkipped(info.lines)
      // The parser counts the lines up to the end of a row, whose cells may contain line breaks.
      const line = info.lines - record.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
      if (!header) {
        header = checkHeader(record, name, kind)
        continue
      }
      yield toRow(header, record, { number: ++number, line, end: info.bytes })
    }
    yield* takeSkipped()
  } catch (error) {
    if (error instanceof UsageError || !('records' in (error as object))) throw error
    yield badRow(++number, error as CsvError)
  } finally {
    stream.destroy()
  }
  if (!header) throw new UsageError(`${name} is empty: expected a header with columns such as ${columnsOf(kind)}.`)
}

function badRow(number: number, error: CsvError): Row {
  const [line, end] = [Number(error['lines'] ?? 0), Number(error['bytes'] ?? 0)]
  return { number, line, end, fields: {}, source: [], problem: problemOf(error) }
}

function toRow(header: readonly string[], cells: readonly string[], place: Pick<Row, 'number' | 'line' | 'end'>): Row {
  const row = { ...place, source: cells }
  if (cells.length !== header.length) {
    const problem = `expected ${header.length} ${header.length === 1 ? 'cell' : 'cells'} as in the header, got ${cells.length}.`
    return { ...row, fields: {}, problem }
  }
  const fields: Record<string, string> = {}
  for (const [index, column] of header.entries()) fields[column] = cells[index] as string
  return { ...row, fields }
}

function checkHeader(cells: readonly string[], name: string, kind: RowKind): readonly string[] {
  const header = cells.map((cell) => cell.trim())
  const fail = (problem: string): never => {
    throw new UsageError(`${name}:1: ${problem}`)
  }
  const [first = ''] = header
  if (header.length === 1 && /[;\t|]/.test(first))
    fail(`the columns are separated by ${JSON.stringify(/[;\t|]/.exec(first)?.[0])}: expected commas.`)
  if (header.length > mostColumns) fail(`expected ${columnsOf(kind)}, got ${header.length} columns.`)
  for (const [index, column] of header.entries()) {
    if (!Object.hasOwn(kind.columns, column))
      fail(`${unknownName('column', column, Object.keys(kind.columns))} The first line must be a header.`)
    if (header.indexOf(column) !== index) fail(`the column ${column} appears twice.`)
  }
  return header
}

function columnsOf({ columns }: RowKind): string {
  return Object.keys(columns).join(', ')
}

/** Describes an error of the parser without the text of the row, which may be long. */
function problemOf({ code, message, records }: CsvError): string {
  const [problem = ''] = message.split(', got')
  // Its line is that where the file ends.
  return code === 'CSV_QUOTE_NOT_CLOSED' ? `a quote that begins in row ${records} is not closed.` : endSentence(problem)
}
