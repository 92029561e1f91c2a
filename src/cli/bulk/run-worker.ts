import type { Redis } from 'ioredis'
import type { RateLimiter } from 'sceyt-platform'
import { type BulkEvent, type BulkProgress, limiter } from 'sceyt-platform/bulk'
import type { QueueStatus } from 'sceyt-platform/bulk/bullmq'
import type { SharedLimiter } from 'sceyt-platform/redis'
import { endSentence } from '../../common/end-sentence.js'
import { messageOf } from '../../common/message-of.js'
import { nameCommand } from '../name-command.js'
import { printNote } from '../print-note.js'
import { onStopSignal } from '../stop-signals.js'
import { openBulkClient } from './bulk-client.js'
import type { BulkOptions } from './bulk-options.js'
import { loadQueue } from './load-queue.js'
import { findCreated, performRow } from './perform-row.js'
import { showProgress } from './progress-line.js'
import { type QueuedRow, QueuedRows } from './queued-rows.js'
import { checkRedisUrl } from './redis-option.js'
import { summaryOf } from './run-job.js'
import { shortHash } from './short-hash.js'
import { stopOf } from './stop-of.js'

/** The longest name of a rate limit. */
const longestName = 200

/** The options of a worker. */
export interface WorkerOptions extends BulkOptions {
  redis?: string
}

/**
 * Sends rows of the queue until the process is stopped.
 *
 * @throws UsageError if there is no Redis or no server.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const connection = checkRedisUrl(options.redis)
  const { createWorker, readStatus, sharedLimiter, ...queue } = await loadQueue()
  const shared: { limiter?: SharedLimiter; redis?: Redis } = {}
  const limiterFor = (baseUrl: string): RateLimiter => {
    if (options.rate === undefined) return limiter()
    shared.redis = new queue.Redis(connection)
    // The limiter reports what it means for calls.
    shared.redis.on('error', () => {})
    shared.limiter = sharedLimiter({ redis: shared.redis, name: limitName(baseUrl), rate: options.rate })
    return shared.limiter
  }
  const client = await openBulkClient(options, limiterFor).catch((error: unknown) => {
    shared.redis?.disconnect()
    throw error
  })
  let progress: Readonly<BulkProgress> = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  const started = performance.now()
  let isStarted = false
  const line = showProgress('rows', undefined, () => progress, process.stderr, true)
  try {
    const rows = new QueuedRows(client.baseUrl)
    const worker = await createWorker<QueuedRow, unknown>({
      connection,
      queue: client.baseUrl,
      read: (batch) => rows.read(batch),
      perform: ({ call, update }, own) => performRow(client.sceyt, call, update, own),
      isRepeatable: ({ call }) => call.identity !== undefined,
      findResult: ({ call }, own) => findCreated(client.sceyt, call, own),
      order: ({ call }) => (call.rule.inOrder ? JSON.stringify(call.path) : undefined),
      concurrency: options.concurrency,
      limiter: client.limiter,
      onProgress(event: BulkEvent<QueuedRow>) {
        progress = event.progress
        if (event.type !== 'failed' && event.type !== 'parked') return
        const reason =
          event.error === undefined ? 'it may have been sent by another worker' : nameCommand(messageOf(event.error))
        line.note(`${event.item.place}: ${event.type}: ${reason}`)
      },
      onError: (error, batch) =>
        line.note(
          batch === undefined
            ? `Redis: ${error.message}`
            : `${batch.job}: ${endSentence(nameCommand(error.message))} It will be retried.`,
        ),
      onWarning: line.note,
    })
    const removeListener = onStopSignal(() => {
      line.note('Stopping: the requests in flight are finished. Press Ctrl-C again to stop at once.')
      void worker.close()
    })
    isStarted = true
    // Redis may be slow, and a signal must stop the worker by then.
    void readStatus(connection)
      .then((status) => isStarted && noteOtherServers(status, client.baseUrl, line.note))
      .catch(() => {})
    await worker.closed
      .catch((error: unknown) => {
        throw stopOf(error, { what: 'rows' })
      })
      .finally(removeListener)
  } finally {
    line.end()
    if (isStarted) printNote(summaryOf('rows', progress, (performance.now() - started) / 1000))
    isStarted = false
    shared.limiter?.close()
    shared.redis?.disconnect()
    await client.close()
  }
}

/** Returns the name of the rate limit of a server, which all workers share. */
function limitName(baseUrl: string): string {
  return baseUrl.length > longestName ? shortHash(baseUrl) : baseUrl
}

/** Names the jobs that wait for a worker of another server. This one might be meant for them. */
function noteOtherServers({ jobs }: QueueStatus, baseUrl: string, note: (message: string) => void): void {
  for (const { job, queue, workers, isFinished } of jobs)
    if (!isFinished && workers === 0 && queue !== baseUrl)
      note(`${job} waits for a worker for ${queue}. This worker is for ${baseUrl}.`)
}
