import { Queue } from 'bullmq'
import { readRangeOptions } from '../../common/read-range-options.js'
import { connectRedis, readConnection } from './connect-redis.js'
import { defineJournalCommands, type JournalRedis } from './journal-scripts.js'
import { batchOptions, checkJobName, fromFields, keyOf, type QueuedJob, queueName, queuePrefix } from './queued-job.js'
import type { JobAddress } from './read-status.js'
import { rowKeys } from './row-keys.js'

/** Parked rows of which it is known whether they were sent. */
export interface SettleOptions extends JobAddress {
  /** Rows that were sent, counted from 0. */
  done?: readonly number[] | undefined
  /** Rows that were not sent, counted from 0. Workers send them. */
  sendAgain?: readonly number[] | undefined
}

/**
 * Settles parked rows of a job, once it is known whether they were sent. A row that is not parked stays as it is.
 *
 * @returns The number of rows that were parked.
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
  const both = done.find((row) => sendAgain.includes(row))
  if (both !== undefined) throw new RangeError(`row ${both} is in both done and sendAgain.`)
  const redis = defineJournalCommands(await connectRedis(readConnection(connection)))
  try {
    const job = fromFields(name, await redis.hgetall(keyOf(name, 'job')))
    if (!job) throw new Error(`Redis has no job ${name}.`)
    const settled = await settle(redis, job, done, 'd')
    const again = await settle(redis, job, sendAgain, 'u')
    const batches = new Set(again.map((row) => Math.floor(row / job.batchSize)))
    await addAgain(redis, name, [...batches])
    return settled.length + again.length
  } finally {
    redis.disconnect()
  }
}

/** Changes the state of parked rows. Returns those that were parked. */
async function settle(
  redis: JournalRedis,
  job: QueuedJob,
  rows: readonly number[],
  state: 'd' | 'u',
): Promise<number[]> {
  const results = await Promise.all(
    rows.map((row) => {
      const batch = Math.floor(row / job.batchSize)
      return redis.sceytSettle(...rowKeys(job.name, batch), String(row % job.batchSize), String(row), '', state)
    }),
  )
  return rows.filter((_, index) => results[index] === 'p')
}

/** Adds batches that have ended. A number of their own makes BullMQ take them for new ones. */
async function addAgain(redis: JournalRedis, job: string, batches: readonly number[]): Promise<void> {
  if (batches.length === 0) return
  const queue = new Queue(queueName, { connection: redis, prefix: queuePrefix })
  queue.on('error', () => {})
  try {
    await queue.addBulk(
      batches.map((batch) => {
        const options = batchOptions(job, batch)
        return { name: job, data: { job, batch }, opts: { ...options, jobId: `${options.jobId}_${Date.now()}` } }
      }),
    )
  } finally {
    await queue.close()
  }
}
