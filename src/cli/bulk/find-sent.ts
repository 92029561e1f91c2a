import { isDeepStrictEqual } from 'node:util'
import { createdAt, type Sceyt } from 'sceyt-platform'
import { valueAt } from '../../operation/json-pointer.js'
import { methodOf } from '../method-of.js'
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

/** What the server has that is equal to an item. */
interface FoundItem {
  id: unknown
  text: string
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
      if (!isSince(id, row.at) || !isEqual(row.call, item) || !(await hasNested(sceyt, row.call, item))) continue
      const text = typeof id === 'string' ? `${id} of ${timeOf(id) ?? 'an unknown time'}` : JSON.stringify(item)
      found.set(row, [...(found.get(row) ?? []), { id, text }])
    }
  }
}

/** Returns whether the columns with rows of another kind, such as the two members of a channel, are those on the server. */
async function hasNested(sceyt: Sceyt, { rule, body }: RowCall, item: unknown): Promise<boolean> {
  for (const [column, list] of Object.entries(rule.nested)) {
    const own = (body[column] ?? []) as readonly object[]
    const found = await readNested(sceyt, list, valueAt(item, rule.id ?? '/id'))
    const isFound = (row: object) => found.some((other) => isDeepStrictEqual({ ...other, ...row }, other))
    if (own.length !== found.length || !own.every(isFound)) return false
  }
  return true
}

function isEqual({ rule, fields }: RowCall, item: unknown): boolean {
  if (ruleOfItem(rule.list, item).rule !== rule) return false
  return Object.entries(rule.read).every(
    ([column, pointer]) => fields[column] === undefined || isDeepStrictEqual(valueAt(item, pointer), fields[column]),
  )
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
