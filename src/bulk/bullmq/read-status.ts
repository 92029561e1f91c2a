import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { connectRedis, readConnection } from './connect-redis.js'
import {
  bullName,
  checkJobName,
  fromFields,
  jobsKey,
  keyOf,
  type QueueConnection,
  queuePrefix,
  queuesKey,
} from './queued-job.js'

/** Where a job is. */
export interface JobAddress {
  /** The Redis connection: a URL, or options of ioredis. */
  connection: QueueConnection
  /** Name of the job. */
  job: string
}

/** The counts of a job over all workers. */
export interface JobStatus {
  /** Name of the job. */
  job: string
  /** The queue that its rows are in. */
  queue: string
  /** Number of workers that are connected and send the rows of its queue. */
  workers: number
  /** Number of rows. */
  total: number
  /** Rows that are done. */
  done: number
  /** Rows that the server rejected. */
  failed: number
  /** Rows that may have been sent, and are never retried automatically. */
  parked: number
  /** Whether no row is left to send. */
  isFinished: boolean
  /** When it was enqueued. */
  createdAt: Date
}

/** The jobs in Redis. */
export interface QueueStatus {
  /** The jobs, the latest one first. */
  jobs: readonly JobStatus[]
  /** Number of workers that are connected, for all queues. */
  workers: number
}

/** A row that is not done, or whose result was kept. */
export interface EndedRow {
  /** Number of the row, counted from 0. */
  row: number
  /** Why the server rejected it, or what `toRecord` kept of its result. */
  value?: unknown
}

/**
 * Reads the counts of all jobs.
 *
 * @throws Error if Redis cannot be reached.
 *
 * @example
 * ```ts
 * import { readStatus } from 'sceyt-platform/bulk/bullmq'
 *
 * const { jobs, workers } = await readStatus('redis://127.0.0.1:6379')
 * console.log(workers, jobs.map(({ job, done, total }) => `${job}: ${done} of ${total}`))
 * ```
 */
export async function readStatus(connection: QueueConnection): Promise<QueueStatus> {
  const redis = await connectRedis(readConnection(connection))
  try {
    const [names, queues] = [await redis.smembers(jobsKey), await redis.smembers(queuesKey)]
    const counts = await Promise.all(queues.map(async (queue) => [queue, await countWorkers(redis, queue)] as const))
    const workers = new Map(counts)
    const found = await Promise.all(
      names.map(async (name) => statusOf(name, await redis.hgetall(keyOf(name, 'job')), workers)),
    )
    const jobs = found.flatMap((status) => status ?? [])
    return {
      jobs: jobs.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime()),
      workers: [...workers.values()].reduce((sum, count) => sum + count, 0),
    }
  } finally {
    redis.disconnect()
  }
}

async function countWorkers(redis: Redis, name: string): Promise<number> {
  const queue = new Queue(bullName(name), { connection: redis, prefix: queuePrefix })
  queue.on('error', () => {})
  try {
    return await queue.getWorkersCount()
  } finally {
    await queue.close()
  }
}

function statusOf(
  name: string,
  fields: Readonly<Record<string, string>>,
  workers: ReadonlyMap<string, number>,
): JobStatus | undefined {
  const found = fromFields(name, fields)
  if (!found) return undefined
  const { queue, total, createdAt } = found
  const [done = 0, failed = 0, parked = 0] = ['done', 'failed', 'parked'].map((count) => Number(fields[count] ?? 0))
  const isFinished = done + failed + parked >= total
  return { job: name, queue, workers: workers.get(queue) ?? 0, total, done, failed, parked, isFinished, createdAt }
}

/**
 * Lists rows of a job: those that are parked, those that failed, or those that are done and whose result was kept.
 *
 * @throws RangeError if the name of the job is not valid.
 * @throws Error if Redis cannot be reached.
 *
 * @example
 * ```ts
 * import { listRows } from 'sceyt-platform/bulk/bullmq'
 *
 * for await (const { row, value } of listRows({ connection: 'redis://127.0.0.1:6379', job: 'users' }, 'failed')) console.log(row, value)
 * ```
 */
export async function* listRows(
  address: JobAddress,
  state: 'parked' | 'failed' | 'done',
): AsyncGenerator<EndedRow, void, undefined> {
  const { connection, job } = readRangeOptions('options', address, ['connection', 'job'])
  const name = checkJobName(job)
  if (!['parked', 'failed', 'done'].includes(state))
    throw new RangeError(`state must be parked, failed or done, got ${describe(state)}.`)
  const redis = await connectRedis(readConnection(connection))
  try {
    if (state === 'parked') {
      const rows = await redis.smembers(keyOf(name, 'parked'))
      yield* rows.map((row) => ({ row: Number(row) })).sort((one, other) => one.row - other.row)
      return
    }
    const key = keyOf(name, state === 'done' ? 'results' : 'failed')
    for await (const entries of redis.hscanStream(key) as AsyncIterable<string[]>)
      for (let index = 0; index < entries.length; index += 2) {
        const [row, text = ''] = entries.slice(index, index + 2)
        yield { row: Number(row), value: state === 'done' ? JSON.parse(text) : text }
      }
  } finally {
    redis.disconnect()
  }
}
