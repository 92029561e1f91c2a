import { buffer as readAll } from 'node:stream/consumers'
import { describe } from '../common/describe.js'
import type { Shape } from '../operation/shape.js'
import { fileProblem } from './file-problem.js'
import type { OperationFlag } from './operation-flags.js'
import { parseJson } from './parse-json.js'
import { parseItems, parseValue } from './parse-value.js'
import { decodeText, readTextFile } from './read-text-file.js'
import { UsageError } from './usage-error.js'

/** The values of the flags of a command, by the names that the parser gives them. */
export type FlagValues = Readonly<Record<string, unknown>>

/** Returns the parameters of the query, or the fields of the body, that flags state. */
export function readFlags(
  place: OperationFlag['place'],
  flags: readonly OperationFlag[],
  values: FlagValues,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const { place: own, wire, shape, option } of flags) {
    const value = values[option.attributeName()]
    if (own !== place || value === undefined) continue
    fields[wire] = Array.isArray(value)
      ? parseItems(value, shape.items ?? { type: 'string' }, option.long as string)
      : parseValue(String(value), shape, option.long as string)
  }
  return fields
}

/**
 * Reads the body of `--data`: JSON, `@file` or `-` for the standard input.
 *
 * @throws UsageError if the file cannot be read, or is not JSON, or not an object where the operation expects one.
 */
export async function readData(source: string, shape: Shape): Promise<unknown> {
  const value = parseJson(await readSource(source), '--data')
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (shape.type === 'object' && !isObject)
    throw new UsageError(`--data must be a JSON object, got ${describe(value)}.`)
  return value
}

async function readSource(source: string): Promise<string> {
  if (source !== '-' && !source.startsWith('@')) return source
  const path = source === '-' ? '-' : source.slice(1)
  try {
    return path === '-' ? decodeText(await readAll(process.stdin)) : await readTextFile(path)
  } catch (error) {
    throw new UsageError(`Cannot read the file of --data, ${JSON.stringify(path)}: ${fileProblem(error)}.`)
  }
}
