import { escapeJson } from './escape-json.js'
import { pickFields } from './field-path.js'
import type { Output, OutputOptions } from './output-options.js'

/** Prints JSON with an indentation: a list as one array, which is written page by page. */
export function createJson({ fields, write }: OutputOptions): Output {
  let count = 0
  let isList = false
  const print = (value: unknown, indent = '') =>
    escapeJson(JSON.stringify(select(value, fields), null, 2)).replaceAll('\n', `\n${indent}`)
  return {
    async items(items) {
      isList = true
      if (items.length === 0) return
      const texts = items.map((item) => `  ${print(item, '  ')}`)
      await write(`${count === 0 ? '[' : ','}\n${texts.join(',\n')}`)
      count += items.length
    },
    value: (value) => write(`${print(value)}\n`),
    // Without the bracket, no program takes a part of a list for the whole.
    breakOff: () => (count > 0 ? write('\n') : Promise.resolve()),
    end: () => (isList ? write(count === 0 ? '[]\n' : '\n]\n') : Promise.resolve()),
  }
}

/** Prints one line of JSON for each item, or for a value. */
export function createJsonLines({ fields, write }: OutputOptions): Output {
  const print = async (items: readonly unknown[]) => {
    if (items.length > 0)
      await write(items.map((item) => `${escapeJson(JSON.stringify(select(item, fields)))}\n`).join(''))
  }
  return { items: print, value: (value) => print(Array.isArray(value) ? value : [value]), end: async () => {} }
}

function select(value: unknown, fields: readonly string[] | undefined): unknown {
  if (!fields) return value
  return Array.isArray(value) ? value.map((item) => pickFields(item, fields)) : pickFields(value, fields)
}
