import { randomUUID } from 'node:crypto'
import { Queue } from 'bullmq'
import { readRangeOptions } from '../../common/read-range-options.js'
import { connectRedis, readConnection } from './connect-redis.js'
import { defineJournalCommands, type JournalRedis } from './journal-scripts.js'
import {
  type BatchData,
  batchOptions,
  bullName,
  checkJobName,
  fromFields,
  keyOf,
  type QueuedJob,
  queuePrefix,
} from './queued-job.js'
import type { JobAddress } from './read-status.js'
import { rowKeys } from './row-keys.js'

/** Milliseconds in which rows are marked as not sent, before their batches come by themselves. */
const settleTime = 10_000

/** Parked rows of which it is known whether they were sent, and failed rows to send again. */
export interface SettleOptions extends JobAddress {
  /** Rows that were sent, counted from 0. */
  done?: readonly number[] | undefined
  /** Parked rows that were not sent, and rows that failed, counted from 0. Workers send them. */
  sendAgain?: readonly number[] | undefined
}

/**
 * Settles parked rows of a job, once it is known whether they were sent, and sends failed rows again. A row that is done, or that
 * no worker has sent yet, stays as it is.
 *
 * @returns The number of rows that were settled.
 * @throws RangeError naming the option that is not valid.
 * @throws Error if Redis cannot be reached, or has no such job.
 *
 * @example
 * ```ts
 * import { settleRows } from 'sceyt-platform/bulk/bullmq'
 *
 * await settleRows({ connection: 'redis://127.0.0.1:6379', job: 'messages', done: [17], sendAgain: [18] })
 * ```
 */
export async function settleRows(options: SettleOptions): Promise<number> {
  const own = readRangeOptions('options', options, ['connection', 'job', 'done', 'sendAgain'])
  const { connection, done = [], sendAgain = [] } = own
  const name = checkJobName(own.job)
  for (const [option, rows] of Object.entries({ done, sendAgain }))
    if (!Array.isArray(rows) || !rows.every((row) => Number.isSafeInteger(row) && row >= 0))
      throw new RangeError(`${option} must be an array of row numbers, counted from 0.`)
  const again = new Set(sendAgain)
  const both = done.find((row) => again.has(row))
  if (both !== undefined) throw new RangeError(`row ${both} is in both done and sendAgain.`)
  const redis = defineJournalCommands(await connectRedis(readConnection(connection)))
  try {
    const job = fromFields(name, await redis.hgetall(keyOf(name, 'job')))
    if (!job) throw new Error(`Redis has no job ${name}.`)
    const settled = await settle(redis, job, done, 'd')
    return settled + (await settleAndAdd(redis, job, sendAgain))
  } finally {
    redis.disconnect()
  }
}

/** Changes the state of rows that have ended. Returns the number of those that had. */
async function settle(redis: JournalRedis, job: QueuedJob, rows: readonly number[], state: 'd' | 'u'): Promise<number> {
  const results = await Promise.all(
    rows.map((row) => {
      const batch = Math.floor(row / job.batchSize)
      return redis.sceytSettle(...rowKeys(job.name, batch), String(row % job.batchSize), String(row), '', state)
    }),
  )
  return results.filter((was) => was === 'p' || (was === 'f' && state === 'u')).length
}

/**
 * Marks rows as not sent, and adds their batches, which have ended. The batches are added first, and wait: after a crash, they come
 * by themselves. An id of their own makes BullMQ take them for new ones.
 */
async function settleAndAdd(redis: JournalRedis, job: QueuedJob, rows: readonly number[]): Promise<number> {
  if (rows.length === 0) return 0
  const batches = new Set(rows.map((row) => Math.floor(row / job.batchSize)))
  const queue = new Queue<BatchData>(bullName(job.queue), { connection: redis, prefix: queuePrefix })
  queue.on('error', () => {})
  const add = (delay: number) =>
    queue.addBulk(
      [...batches].map((batch) => {
        const options = batchOptions(job.name, batch)
        const jobId = `${options.jobId}_${randomUUID()}`
        return { name: job.name, data: { job: job.name, batch }, opts: { ...options, jobId, delay } }
      }),
    )
  try {
    const added = await add(settleTime)
    const count = await settle(redis, job, rows, 'u')
    const promoted = await Promise.allSettled(added.map((batch) => batch.promote()))
    // Redis was away for so long that they may have come before the rows were marked.
    if (promoted.some(({ status }) => status === 'rejected')) await add(0)
    return count
  } finally {
    await queue.close()
  }
}
