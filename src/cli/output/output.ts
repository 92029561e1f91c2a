import { checkFields } from './check-fields.js'
import { createCsv } from './csv.js'
import { createJson, createJsonLines } from './json.js'
import type { Output, OutputOptions } from './output-options.js'
import { createTable } from './table.js'

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
    breakOff: async () => output.breakOff?.(),
  }
}
