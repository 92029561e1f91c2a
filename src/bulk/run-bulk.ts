import type { BulkJob, BulkProgress } from './bulk-job.js'
import { BulkRun } from './bulk-run.js'
import { checkJob } from './check-job.js'
import { openJournal } from './open-journal.js'

/**
 * Makes a call for each of many items, so that none is lost and none is duplicated, even if the process crashes. To resume a job,
 * run it again: items that are done are skipped. The journal is a file that records every call before it is sent.
 *
 * An item whose outcome is unknown is sent again if it is repeatable. Otherwise it is parked: it may have been sent, and is never
 * retried automatically. An item that the server rejects has failed, and the job continues. The job stops if the API key is rejected,
 * if the server cannot be reached, or if 50 consecutive items have an unknown outcome. Run it again later.
 *
 * It resolves even if every item has failed: check `failed` and `parked`. If it rejects, `progress` of the last event has the counts.
 *
 * @param job - The items, the call for each, and the journal.
 * @returns The counts of the items.
 * @throws RangeError naming the option that is not valid.
 * @throws InputError if the journal is not valid, is that of another job, or is in use, or if two items have the same key.
 * @throws SceytError if the job stopped, or the reason of the signal if it was aborted. Items in flight are finished first.
 *
 * @example
 * ```ts
 * import { runBulk } from 'sceyt-platform/bulk'
 *
 * const { done } = await runBulk({
 *   items: ['zoe', 'lena'],
 *   key: (username) => username,
 *   perform: (username, call) => sceyt.users.create({ username }, call),
 *   isRepeatable: () => true,
 *   journal: { path: 'users.journal.ndjson', job: `import of two users to ${sceyt.baseUrl}` },
 * })
 * console.log(done) // 2
 * ```
 */
export async function runBulk<Item, Result>(job: BulkJob<Item, Result>): Promise<BulkProgress> {
  const checked = checkJob(job)
  checked.signal?.throwIfAborted()
  const journal = await openJournal(checked.journal)
  try {
    return await new BulkRun(checked, journal).run()
  } finally {
    journal.close()
  }
}
