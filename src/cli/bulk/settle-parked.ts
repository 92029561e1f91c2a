import { isDeepStrictEqual } from 'node:util'
import { createdAt, type Sceyt } from 'sceyt-platform'
import { keyOfRecord } from '../../bulk/journal-record.js'
import { checkJobOf, openJournal } from '../../bulk/open-journal.js'
import { readJournal } from '../../bulk/read-journal.js'
import { valueAt } from '../../operation/json-pointer.js'
import { methodOf } from '../method-of.js'
import { escapeLines } from '../output/escape-controls.js'
import { writeToStdout } from '../stdout.js'
import { UsageError } from '../usage-error.js'
import { readNested } from './read-nested.js'
import { operationOf, type RowCall } from './row-kind.js'
import { ruleOfItem } from './to-row.js'

/** A job that an earlier run has begun. */
export interface BegunJob {
  /** Path of the journal. */
  journal: string
  /** Identifies the job in its journal. */
  job: string
  /** What the name of an item is, such as `line`. */
  item: string
  /** The placeholder for names in messages, such as `LINES`. */
  names: string
  items: AsyncIterable<BegunItem>
}

/** An item of a job, with its call. */
export interface BegunItem {
  /** Its key in the journal. */
  key: string
  /** Its name for users: the number of its line, or its channel. */
  name: string
  call: RowCall
}

/** An item that may have been sent. */
interface ParkedItem extends BegunItem {
  /** When it was sent, in Unix milliseconds. */
  at: number
}

/** Milliseconds by which the clocks of the server and of this machine may differ. */
const clockDifference = 5 * 60_000

/** Prints the items that may have been sent, each with what the server has that is equal to it. */
export async function showParked(sceyt: Sceyt, begun: BegunJob): Promise<void> {
  const parked = await parkedItems(begun)
  const { item, names } = begun
  if (parked.length === 0) return print(`No ${item} is parked.`)
  const lists = new Map<string, ParkedItem[]>()
  for (const one of parked) {
    const list = JSON.stringify([one.call.rule.list, one.call.path])
    lists.set(list, [...(lists.get(list) ?? []), one])
  }
  const found = new Map<ParkedItem, string[]>()
  for (const group of lists.values()) await findOnServer(sceyt, group, found)
  for (const one of parked) {
    const own = found.get(one) ?? []
    await print(`${item} ${one.name}, begun at ${new Date(one.at).toISOString()}: ${JSON.stringify(one.call.fields)}`)
    await print(
      own.length === 0
        ? '  Since then, the server has none that is equal to it.'
        : `  Since then, the server has ${own.length} equal to it: ${own.join(', ')}`,
    )
  }
  await print(
    `\nReplace --resolve with --mark-done ${names} for those that the server has, and with --send-again ${names} for the others: names separated by commas, or all. Then run the same command without these flags. An item that is sent again by mistake is there twice.`,
  )
}

/** The parked items whose outcome the user knows. */
export interface Settled {
  /** Names of items that were sent, separated by commas, or `all`. */
  markDone?: string
  /** Names of items that were not sent, separated by commas, or `all`. */
  sendAgain?: string
}

/** Records in the journal whether parked items were sent. */
export async function settleParked(begun: BegunJob, { markDone, sendAgain }: Settled): Promise<void> {
  const parked = await parkedItems(begun)
  const done = select(parked, '--mark-done', markDone)
  const again = select(parked, '--send-again', sendAgain)
  const both = done.find((one) => again.includes(one))
  if (both) throw new UsageError(`${both.name} is in both --mark-done and --send-again.`)
  const journal = await openJournal({ path: begun.journal, job: begun.job })
  try {
    for (const { key } of done) journal.done(key)
    for (const { key } of again) journal.unsent(key)
  } finally {
    journal.close()
  }
  const left = parked.length - done.length - again.length
  await print(
    `${done.length} marked as done, ${again.length} to be sent again, ${left} still parked.${again.length > 0 ? ' Run the same command without --send-again.' : ''}`,
  )
}

function select(parked: readonly ParkedItem[], flag: string, text: string | undefined): ParkedItem[] {
  if (text === undefined) return []
  if (text === 'all') return [...parked]
  return text.split(',').map((part) => {
    const one = parked.find(({ name }) => name === part.trim())
    if (!one) throw new UsageError(`${flag}: ${JSON.stringify(part)} is not parked.`)
    return one
  })
}

async function parkedItems({ journal, job, items }: BegunJob): Promise<ParkedItem[]> {
  const begun = new Map<string, number>()
  await readJournal(journal, {
    header: (found) => checkJobOf(journal, found, job),
    record: (record) => {
      if ('begin' in record) begun.set(record.begin, record.at ?? 0)
      else if (!('unknown' in record)) begun.delete(keyOfRecord(record))
    },
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageError(`There is no journal ${JSON.stringify(journal)}: nothing was sent.`)
  })
  const parked: ParkedItem[] = []
  if (begun.size === 0) return parked
  for await (const item of items) {
    const at = begun.get(item.key)
    // An item with a key is repeatable, and the next run sends it again.
    if (at !== undefined && item.call.identity === undefined) parked.push({ ...item, at })
  }
  return parked
}

/** Looks for the items of rows in the list where they would be. */
async function findOnServer(
  sceyt: Sceyt,
  rows: readonly ParkedItem[],
  found: Map<ParkedItem, string[]>,
): Promise<void> {
  const [{ call }] = rows as [ParkedItem]
  const operation = operationOf(call.rule.list)
  const items = methodOf(sceyt, operation.name)(...Object.values(call.path), ...(operation.query ? [{}] : []))
  for await (const item of items as AsyncIterable<unknown>) {
    const id = valueAt(item, '/id')
    for (const row of rows) {
      if (!isSince(id, row.at) || !isEqual(row.call, item) || !(await hasNested(sceyt, row.call, item))) continue
      const text = typeof id === 'string' ? `${id} of ${timeOf(id) ?? 'an unknown time'}` : JSON.stringify(item)
      found.set(row, [...(found.get(row) ?? []), text])
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

function print(text: string): Promise<void> {
  return writeToStdout(`${escapeLines(text)}\n`)
}
