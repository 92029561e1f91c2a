import { imports } from '../../../generated/imports.js'
import { channelTypeNumbers } from '../../../generated/operations.js'
import { valueAt } from '../../operation/json-pointer.js'
import type { RowImport } from '../../operation/row-import.js'
import { operationOf } from './row-kind.js'

const wordOfNumber = new Map<unknown, string>(
  Object.entries(channelTypeNumbers).map(([word, number]) => [number, word]),
)

/** Returns the rule for an item of a list, and the type of the item as a word, if the list has several types. */
export function ruleOfItem(list: string, item: unknown): { rule: RowImport; type: unknown } {
  const own = imports.filter((rule) => rule.list === list) as [RowImport, ...RowImport[]]
  const given = valueAt(item, '/type')
  const type = wordOfNumber.get(given) ?? given
  return { rule: own.find((rule) => rule.type === type) ?? own[0], type }
}

/** Converts an item of a list to the fields of a row that creates it. */
export function toRow(
  { rule, type }: { rule: RowImport; type: unknown },
  item: unknown,
  path: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { properties = {} } = operationOf(rule.create).body?.shape ?? {}
  const shapes = rule.items === undefined ? properties : (properties[rule.items]?.items?.properties ?? {})
  const row: Record<string, unknown> = {}
  if (rule.id !== undefined) row['id'] = valueAt(item, rule.id)
  if (rule.type !== undefined) row['type'] = type
  for (const [parameter, column] of Object.entries(rule.path)) row[column] = path[parameter]
  for (const [column, pointer] of Object.entries(rule.read)) {
    const value = valueAt(item, pointer)
    // Some servers return "" for a field without a value.
    const isNone = value === '' && (shapes[column]?.minLength ?? 0) > 0
    if (value !== undefined && value !== null && !isNone) row[column] = value
  }
  return row
}
