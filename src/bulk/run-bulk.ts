import type { BulkJob, BulkProgress } from './bulk-job.js'
import { BulkRun } from './bulk-run.js'
import { checkJob } from './check-job.js'
import { openJournal } from './open-journal.js'

/**
 * Runs a call for each of many items, so that none is lost and none is doubled, whenever the process ends. Running the same job
 * again resumes it: what is done is passed over. The journal is a file in which every call is written before it is sent.
 *
 * An item whose outcome is unknown is sent again if it is repeatable. Otherwise it is parked: it may have been sent, and is never
 * sent again by itself. A call that the server rejects is a failed item, and the job goes on. If the key is rejected, or the server
 * cannot be reached, or the outcomes of 50 items in a row are unknown or 403, the job stops: run it again later.
 *
 * @param job - The items, the call for each, and the journal. Times are milliseconds.
 * @returns The counts of the items.
 * @throws InputError if the journal is not valid, that of another job, or in use.
 * @throws SceytError if the job has stopped, and the reason of the signal if it was aborted. Items in flight are finished first.
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
 *   journal: { path: 'users.journal.ndjson', job: 'import of two users' },
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
