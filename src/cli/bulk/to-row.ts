import { imports } from '../../../generated/imports.js'
import { channelTypeNumbers } from '../../../generated/operations.js'
import { fieldOf } from '../../common/field-of.js'
import { keysOf } from '../../operation/json-pointer.js'
import type { RowImport } from '../../operation/row-import.js'
import { operationOf } from './row-kind.js'

/** A column that is read from an item of a list. */
interface ReadColumn {
  name: string
  keys: readonly string[]
  /** Whether "" is no value: some servers return it for a field without one. */
  isNeverEmpty: boolean
}

const wordOfNumber = new Map<unknown, string>(
  Object.entries(channelTypeNumbers).map(([word, number]) => [number, word]),
)
// An export reads millions of items, so pointers and schemas are looked up once for each rule.
const rulesOfLists = new Map<string, [RowImport, ...RowImport[]]>()
const columnsOfRules = new Map<RowImport, readonly ReadColumn[]>()
const idsOfRules = new Map<RowImport, readonly string[]>()
for (const rule of imports) {
  const others = rulesOfLists.get(rule.list)
  if (others) others.push(rule)
  else rulesOfLists.set(rule.list, [rule])
  columnsOfRules.set(rule, columnsOf(rule))
  if (rule.id !== undefined) idsOfRules.set(rule, keysOf(rule.id))
}

function columnsOf(rule: RowImport): ReadColumn[] {
  const { properties = {} } = operationOf(rule.create).body?.shape ?? {}
  const shapes = rule.items === undefined ? properties : (properties[rule.items]?.items?.properties ?? {})
  return Object.entries(rule.read).map(([name, pointer]) => ({
    name,
    keys: keysOf(pointer),
    isNeverEmpty: (shapes[name]?.minLength ?? 0) > 0,
  }))
}

/** Returns the rule for an item of a list, and the type of the item as a word, if the list has several types. */
export function ruleOfItem(list: string, item: unknown): { rule: RowImport; type: unknown } {
  const rules = rulesOfLists.get(list) as [RowImport, ...RowImport[]]
  const given = fieldOf(item, 'type')
  const type = wordOfNumber.get(given) ?? given
  return { rule: rules.find((rule) => rule.type === type) ?? rules[0], type }
}

/** Converts an item of a list to the fields of a row that creates it. */
export function toRow(
  { rule, type }: { rule: RowImport; type: unknown },
  item: unknown,
  path: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  const id = idsOfRules.get(rule)
  if (id) row['id'] = readKeys(item, id)
  if (rule.type !== undefined) row['type'] = type
  for (const parameter in rule.path) row[rule.path[parameter] as string] = path[parameter]
  for (const { name, keys, isNeverEmpty } of columnsOfRules.get(rule) as readonly ReadColumn[]) {
    const value = readKeys(item, keys)
    if (value !== undefined && value !== null && !(isNeverEmpty && value === '')) row[name] = value
  }
  return row
}

function readKeys(item: unknown, keys: readonly string[]): unknown {
  let value = item
  for (const key of keys) value = fieldOf(value, key)
  return value
}
