/** What a journal says about an item. */
export const itemStates = {
  /** The journal has no record of it. */
  none: 0,
  /** It may have been sent: it was started, and its outcome is not known. */
  unknown: 1,
  done: 2,
  failed: 3,
  /** This run sends it, or is about to. */
  inProgress: 4,
  /** It was started, and is known not to have been sent. */
  unsent: 5,
  /** It has ended in this run. */
  ended: 6,
  /** It was rejected in an earlier run, which has counted it, and it is not sent again. */
  counted: 7,
} as const

/** A record about an item, as it is in the file. */
export type JournalRecord =
  | { begin: string; at?: number }
  | { done: string; result?: unknown }
  | { failed: string; error: string }
  | { unknown: string; error: string }
  | { unsent: string }

/** The first line of a journal of this version. */
export interface JournalHeader {
  journal: typeof journalVersion
  /** Identifies the job. */
  job: string
}

export const journalVersion = 1

/** Returns the key of the item that a record is about. */
export function keyOfRecord(record: JournalRecord): string {
  return Object.values(record)[0] as string
}

const recordNames = ['begin', 'done', 'failed', 'unknown', 'unsent']

/** Returns whether a value is a record of a journal. */
export function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== 'object' || value === null) return false
  const [entry] = Object.entries(value)
  return entry !== undefined && recordNames.includes(entry[0]) && typeof entry[1] === 'string'
}
