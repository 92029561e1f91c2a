import type { Sceyt } from 'sceyt-platform'
import { keyOfRecord } from '../../bulk/journal-record.js'
import { checkJobOf, openJournal } from '../../bulk/open-journal.js'
import { readJournal } from '../../bulk/read-journal.js'
import { escapeLines } from '../output/escape-controls.js'
import { writeToStdout } from '../stdout.js'
import { UsageError } from '../usage-error.js'
import { type FoundItem, findSent, type SentItem } from './find-sent.js'
import { toIdRecord } from './id-map.js'
import type { RowCall } from './row-kind.js'

/** What an earlier run has begun: one job or several. */
export interface BegunJobs {
  /** What the name of an item is, such as `line`. */
  item: string
  /** The placeholder for names in messages, such as `LINES`. */
  names: string
  parts: readonly BegunJob[]
}

/** A job that an earlier run has begun. */
interface BegunJob {
  /** Path of the journal. */
  journal: string
  /** Identifies the job in its journal. */
  job: string
  items: AsyncIterable<BegunItem>
}

/** An item of a job. */
export interface BegunItem {
  /** Its key in the journal. */
  key: string
  /** Its name for users: the number of its line, or its channel. */
  name: string
  /** Returns the call that was made for it. */
  toCall: () => RowCall
  /** Whether it is parked if it may have been sent. An item with a key is repeatable, and the next run sends it again. */
  isParkable: boolean
}

/** An item that may have been sent. */
interface ParkedItem extends SentItem {
  key: string
  name: string
  job: BegunJob
}

/** Prints the items that may have been sent, each with what the server has that may be it. */
export async function showParked(sceyt: Sceyt, begun: BegunJobs): Promise<void> {
  const parked = await parkedItems(begun)
  const { item, names } = begun
  if (parked.length === 0) return print(`No ${item} is parked.`)
  const found = await findSent(sceyt, parked)
  for (const one of parked) {
    const own = found.get(one) ?? []
    await print(`${item} ${one.name}, begun at ${new Date(one.at).toISOString()}: ${JSON.stringify(one.call.fields)}`)
    const texts = own.map(({ text }) => text).join(', ')
    await print(
      own.length === 0
        ? `  The server has no matching ${one.call.rule.rows.replace(/s$/, '')} since then.`
        : `  Since then, the server has ${own.length} ${likenessTextOf(own)}: ${texts}`,
    )
  }
  await print(
    `\nFor those that the server has, replace --resolve with --mark-done ${names}: names separated by commas, or all. For others that you are sure were not sent, replace it with --send-again ${names}: an item that is sent again by mistake will exist twice. Then run the same command without these flags.`,
  )
}

/** Describes how what the server has compares with a row. */
function likenessTextOf(found: readonly FoundItem[]): string {
  const same = found[0]?.same
  if (same === undefined) return 'equal to it'
  return `with the same ${[same.slice(0, -1).join(', '), ...same.slice(-1)].filter((part) => part !== '').join(' and ')}`
}

/** The parked items whose outcome the user knows. */
export interface Settled {
  /** Names of items that were sent, separated by commas, or `all`. */
  markDone?: string
  /** Names of items that were not sent, separated by commas, or `all`. */
  sendAgain?: string
}

/** Records in the journals whether parked items were sent. */
export async function settleParked(sceyt: Sceyt, begun: BegunJobs, { markDone, sendAgain }: Settled): Promise<void> {
  const parked = await parkedItems(begun)
  const done = select(parked, '--mark-done', markDone)
  const again = select(parked, '--send-again', sendAgain)
  const both = done.find((one) => again.includes(one))
  if (both) throw new UsageError(`${both.name} is in both --mark-done and --send-again.`)
  const records = await recordsOf(sceyt, done)
  for (const job of begun.parts) {
    const isOwn = (one: ParkedItem) => one.job === job
    if (![...done, ...again].some(isOwn)) continue
    const journal = await openJournal({ path: job.journal, job: job.job })
    try {
      for (const one of done.filter(isOwn)) journal.done(one.key, records.get(one))
      for (const { key } of again.filter(isOwn)) journal.unsent(key)
    } finally {
      journal.close()
    }
  }
  const left = parked.length - done.length - again.length
  await print(
    `${done.length} marked as done, ${again.length} to be sent again, ${left} still parked.${again.length > 0 ? ' Run the same command without --send-again.' : ''}`,
  )
}

/**
 * Returns what the journal keeps of items that are done: the new ids, to which other rows refer.
 *
 * @throws UsageError if the id of one is not known.
 */
async function recordsOf(sceyt: Sceyt, done: readonly ParkedItem[]): Promise<Map<ParkedItem, unknown>> {
  // A placeholder in place of the new id shows which items have one.
  const withId = done.filter(({ call }) => toIdRecord(call, '') !== undefined)
  const found = await findSent(sceyt, withId)
  const records = new Map<ParkedItem, unknown>()
  for (const one of withId) {
    const ids = (found.get(one) ?? []).map(({ id }) => id)
    if (ids.length !== 1)
      throw new UsageError(
        `--mark-done: ${one.name} has the id ${JSON.stringify(one.call.fields['id'])}, to which other rows may refer: expected exactly 1 match on the server, found ${ids.length}. ${ids.length === 0 ? 'If you are sure that it was not sent, pass it with --send-again.' : 'Delete the others first.'} Nothing was changed.`,
      )
    records.set(one, toIdRecord(one.call, ids[0]))
  }
  return records
}

function select(parked: readonly ParkedItem[], flag: string, text: string | undefined): ParkedItem[] {
  if (text === undefined) return []
  if (text === 'all') return [...parked]
  const names = new Set(text.split(',').map((part) => part.trim()))
  return [...names].map((name) => {
    const one = parked.find((other) => other.name === name)
    if (!one) throw new UsageError(`${flag}: ${JSON.stringify(name)} is not parked.`)
    return one
  })
}

async function parkedItems({ parts }: BegunJobs): Promise<ParkedItem[]> {
  const parked: ParkedItem[] = []
  let isBegun = false
  for (const job of parts) {
    const begun = await begunIn(job)
    isBegun ||= begun !== undefined
    if (!begun || begun.size === 0) continue
    for await (const { key, name, toCall, isParkable } of job.items) {
      const at = begun.get(key)
      if (at !== undefined && isParkable) parked.push({ key, name, call: toCall(), job, at })
    }
  }
  if (isBegun) return parked
  throw new UsageError(
    `There is no journal ${parts.map(({ journal }) => JSON.stringify(journal)).join(' or ')}: nothing was sent.`,
  )
}

/** Returns when each item of a job was sent whose end is not in the journal, by its key; undefined without a journal. */
async function begunIn({ journal, job }: BegunJob): Promise<Map<string, number> | undefined> {
  const begun = new Map<string, number>()
  try {
    await readJournal(journal, {
      header: (found) => checkJobOf(journal, found, job),
      record: (record) => {
        if ('begin' in record) begun.set(record.begin, record.at ?? 0)
        else if (!('unknown' in record)) begun.delete(keyOfRecord(record))
      },
    })
    return begun
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

function print(text: string): Promise<void> {
  return writeToStdout(`${escapeLines(text)}\n`)
}
