import { createdAt, type Sceyt } from 'sceyt-platform'
import { valueAt } from '../../operation/json-pointer.js'
import { methodOf } from '../method-of.js'
import { leastAlike, likenessOf } from './likeness.js'
import { readNested } from './read-nested.js'
import { operationOf, type RowCall } from './row-kind.js'
import { ruleOfItem } from './to-row.js'

/** An item that may have been sent. */
export interface SentItem {
  call: RowCall
  /** When it was sent, in Unix milliseconds. */
  at: number
}

/** Milliseconds by which the clocks of the server and of this machine may differ. */
const clockDifference = 5 * 60_000

/** What the server has that may be an item. */
export interface FoundItem {
  id: unknown
  text: string
  /** The columns that are equal, if the server leaves out others. */
  same: readonly string[] | undefined
}

/** Looks on the server for what items would have created since they were sent. */
export async function findSent<Item extends SentItem>(
  sceyt: Sceyt,
  sent: readonly Item[],
): Promise<Map<Item, FoundItem[]>> {
  const lists = new Map<string, Item[]>()
  for (const one of sent) {
    const list = JSON.stringify([one.call.rule.list, one.call.path])
    lists.set(list, [...(lists.get(list) ?? []), one])
  }
  const found = new Map<Item, FoundItem[]>()
  for (const group of lists.values()) await findOnServer(sceyt, group, found)
  return found
}

/** Looks for the items of rows in the list where they would be. */
async function findOnServer<Item extends SentItem>(
  sceyt: Sceyt,
  rows: readonly Item[],
  found: Map<Item, FoundItem[]>,
): Promise<void> {
  const [{ call }] = rows as [Item]
  const operation = operationOf(call.rule.list)
  const items = methodOf(sceyt, operation.name)(...Object.values(call.path), ...(operation.query ? [{}] : []))
  for await (const item of items as AsyncIterable<unknown>) {
    const id = valueAt(item, '/id')
    for (const row of rows) {
      if (!isSince(id, row.at)) continue
      const columns = compareColumns(row.call, item)
      if (!columns || !(await compareNested(sceyt, row.call, item, columns))) continue
      // Nothing in common, since the server leaves out every column.
      if (!columns.isWhole && columns.same.length === 0) continue
      const text = typeof id === 'string' ? `${id} of ${timeOf(id) ?? 'an unknown time'}` : JSON.stringify(item)
      const same = columns.isWhole ? undefined : columns.same
      found.set(row, [...(found.get(row) ?? []), { id, text, same }])
    }
  }
  // What is equal to a row is more likely to be it than what could be.
  for (const row of rows) {
    const equal = found.get(row)?.filter(({ same }) => same === undefined) ?? []
    if (equal.length > 0) found.set(row, equal)
  }
}

/** The columns of a row that are equal to those of an item of the server. */
interface ComparedColumns {
  same: string[]
  /** Whether the server has all of them. */
  isWhole: boolean
}

/** Compares a row with an item of the server. Returns undefined if a column is different. */
function compareColumns({ rule, fields }: RowCall, item: unknown): ComparedColumns | undefined {
  const { rule: other, type } = ruleOfItem(rule.list, item)
  const isKnownType = other.type === undefined || other.type === type
  if (isKnownType && other !== rule) return undefined
  const own = Object.entries(rule.read).filter(([column]) => fields[column] !== undefined)
  const likeness = own.map(([column, pointer]) => likenessOf(fields[column], valueAt(item, pointer)))
  if (leastAlike(likeness) === 'different') return undefined
  const same = own.flatMap(([column], index) => (likeness[index] === 'equal' ? [column] : []))
  if (isKnownType && other.type !== undefined) same.unshift('type')
  return { same, isWhole: isKnownType && leastAlike(likeness) === 'equal' }
}

/** Compares the columns with rows of another kind, such as the two members of a channel. Returns false if one is different. */
async function compareNested(
  sceyt: Sceyt,
  { rule, body }: RowCall,
  item: unknown,
  columns: ComparedColumns,
): Promise<boolean> {
  for (const [column, list] of Object.entries(rule.nested)) {
    const own = (body[column] ?? []) as readonly object[]
    const found = await readNested(sceyt, list, valueAt(item, rule.id ?? '/id'))
    if (own.length !== found.length) return false
    const nearest = own.map((row) => {
      const all = found.map((other) => likenessOf(row, other))
      return (['equal', 'similar'] as const).find((likeness) => all.includes(likeness)) ?? 'different'
    })
    const likeness = leastAlike(nearest)
    if (likeness === 'different') return false
    if (likeness === 'equal') columns.same.push(column)
    else columns.isWhole = false
  }
  return true
}

/** Returns whether an id may be from a time or later. One that contains no time may be. */
function isSince(id: unknown, at: number): boolean {
  const time = typeof id === 'string' ? timeOf(id) : undefined
  return time === undefined || Date.parse(time) >= at - clockDifference
}

function timeOf(id: string): string | undefined {
  try {
    return createdAt(id).toISOString()
  } catch {
    return undefined
  }
}
