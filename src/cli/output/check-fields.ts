import { didYouMean } from '../../common/unknown-name.js'
import { UsageError } from '../usage-error.js'
import { leavesOf, valueOfField } from './field-path.js'
import type { OutputOptions } from './output-options.js'

/**
 * Reads the names of `--fields`.
 *
 * @throws UsageError if a name is empty.
 */
export function parseFields(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.includes(''))
    throw new UsageError(`--fields must be names separated by commas, got ${JSON.stringify(text)}.`)
  return [...new Set(names)]
}

/**
 * Refuses a field that neither the OpenAPI document nor any of the items has.
 *
 * @throws UsageError naming the field, and the fields that there are.
 */
export function checkFields(
  { fields = [], knownFields = [] }: Pick<OutputOptions, 'fields' | 'knownFields'>,
  items: readonly unknown[],
): void {
  const missing = fields.find(
    (field) => !knownFields.includes(field) && items.every((item) => valueOfField(item, field) === undefined),
  )
  if (missing === undefined) return
  const known = [...new Set([...knownFields, ...items.flatMap((item) => leavesOf(item))])]
  throw new UsageError(
    `--fields: there is no field ${JSON.stringify(missing)}${didYouMean(missing, known, known.length > 0 ? `; use ${known.join(', ')}.` : '.')}`,
  )
}
