import { type BulkEvent, type BulkJob, type BulkProgress, runBulk } from 'sceyt-platform/bulk'
import { messageOf } from '../../common/message-of.js'
import { Interrupted } from '../interrupted.js'
import { nameCommand } from '../name-command.js'
import { printNote } from '../print-note.js'
import { onStopSignal } from '../stop-signals.js'
import { countText, durationText, showProgress } from './progress-line.js'
import { stopOf } from './stop-of.js'

/** Items whose errors are printed one by one. */
const mostReported = 20

/** A job of the command line. */
export interface CommandJob<Item, Result> extends Omit<BulkJob<Item, Result>, 'signal' | 'onProgress'> {
  /** What the items are, such as `users`. */
  what: string
  /** Number of items, if it is known. */
  total: number | undefined
  /** Names an item in a message, such as `u.csv:17`. */
  placeOf(item: Item): string
}

/**
 * Runs a job, and shows its progress on stderr. The first signal stops it once the requests in flight are finished.
 *
 * @returns The counts.
 * @throws Interrupted after a signal, StoppedJob if the server or the API key stopped the job, and any other error that did.
 */
export async function runJob<Item, Result>(job: CommandJob<Item, Result>): Promise<BulkProgress> {
  const { what, total, placeOf, ...own } = job
  const stop = new AbortController()
  const started = performance.now()
  let progress: Readonly<BulkProgress> = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  const line = showProgress(what, total, () => progress, process.stderr)
  let isBegun = false
  let reported = 0
  // Items in flight end after the one that stops the job.
  const errors = new WeakSet<object>()
  const onProgress = (event: BulkEvent<Item>) => {
    isBegun = true
    progress = event.progress
    if (event.type !== 'failed' && !(event.type === 'parked' && event.error !== undefined)) return
    if (event.error instanceof Error) errors.add(event.error)
    if (++reported <= mostReported) line.note(`${placeOf(event.item)}: ${nameCommand(messageOf(event.error))}`)
    else if (reported === mostReported + 1) line.note(`Further errors are in ${job.journal.path}.`)
  }
  const removeListener = onStopSignal((signal) => {
    line.note(`Stopping: ${countText(progress.inFlight)} in flight. Press Ctrl-C again to stop at once.`)
    stop.abort(new Interrupted(`Interrupted by ${signal}. Run the same command again to continue.`))
  })
  try {
    return await runBulk({ ...own, signal: stop.signal, onProgress })
  } catch (error) {
    const { done, failed, parked } = progress
    throw stopOf(error, { what, total, ended: done + failed + parked, errors })
  } finally {
    removeListener()
    line.end()
    // Without an event, the job has not begun.
    if (isBegun) printNote(summaryOf(what, progress, (performance.now() - started) / 1000))
  }
}

/** Sums up a job, or the part of it that this process has done. */
export function summaryOf(what: string, { done, skipped, failed, parked }: BulkProgress, seconds: number): string {
  const before = skipped > 0 ? ` (${countText(skipped)} before)` : ''
  return `${what}: ${countText(done)} done${before}, ${countText(failed)} failed, ${countText(parked)} parked, in ${durationText(seconds)}.`
}

/** Returns the exit status of a job that has ended: 3 if items are parked, and otherwise 1 if some have failed. */
export function exitStatusOfCounts({ failed, parked }: BulkProgress): number {
  if (parked > 0) return 3
  return failed > 0 ? 1 : 0
}
