import { checkFields } from './check-fields.js'
import { createCsv } from './csv.js'
import { createJson, createJsonLines } from './json.js'
import type { OutputFormat } from './output-format.js'
import { createTable } from './table.js'

/** How results are printed, and where. */
export interface OutputOptions {
  format: OutputFormat
  /** The fields to print: dotted paths, such as `owner.username`. */
  fields?: readonly string[]
  /** The fields that the OpenAPI document has, which are allowed even if no item has them. */
  knownFields?: readonly string[]
  /** Those of the fields that a table shows first, by importance. */
  columns?: readonly string[]
  /** Writes a text to stdout, and waits until it is written. */
  write(text: string): Promise<void>
  /** Writes a line to stderr. */
  note(text: string): void
  /** Number of columns of the terminal. */
  width: number
  isColored: boolean
}

/** Prints results. A list is printed page by page; any other result is one value. */
export interface Output {
  items(items: readonly unknown[]): Promise<void>
  value(value: unknown): Promise<void>
  end(): Promise<void>
}

const formats = { table: createTable, json: createJson, ndjson: createJsonLines, csv: createCsv }

/** Creates the output of a command. A field that neither the first items nor the document have is a UsageError. */
export function createOutput(options: OutputOptions): Output {
  const output = formats[options.format](options)
  let isChecked = false
  const check = (items: readonly unknown[]) => {
    if (!isChecked && items.length > 0) checkFields(options, items)
    isChecked ||= items.length > 0
  }
  return {
    items(items) {
      check(items)
      return output.items(items)
    },
    value(value) {
      if (value === undefined) return Promise.resolve()
      check(Array.isArray(value) ? value : [value])
      return output.value(value)
    },
    end: () => output.end(),
  }
}
