import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { InputError } from 'sceyt-platform'
import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { checkRedis, connectRedis, readConnection, redisProblem } from './connect-redis.js'
import {
  type BatchData,
  batchesOf,
  batchOptions,
  bullName,
  checkJobName,
  checkQueue,
  defaultQueue,
  jobsKey,
  keyOf,
  type QueueConnection,
  type QueuedBatch,
  queuePrefix,
  queuesKey,
  toFields,
  toJson,
} from './queued-job.js'

/** Batches that are added at once. */
const chunk = 1_000
const [defaultBatchSize, largestBatch] = [100, 128]

const known = [
  'connection',
  'queue',
  'job',
  'total',
  'batchSize',
  'inOrder',
  'input',
  'reference',
  'onWarning',
] as const

/** The options of `enqueue`. */
export interface EnqueueOptions {
  /** The Redis connection: a URL, or options of ioredis. */
  connection: QueueConnection
  /**
   * The queue, such as the URL of the server that the rows are for: only workers with the same queue send them. Default: `bulk`,
   * as for workers.
   */
  queue?: string | undefined
  /** Name of the job: letters, digits, dots, hyphens and underscores. */
  job: string
  /** Number of rows. */
  total: number
  /** Number of rows that a worker sends as one batch, at most 128. Default: 100. */
  batchSize?: number | undefined
  /** Whether a batch is sent only after the one before it, by one worker at a time. Default: false. */
  inOrder?: boolean | undefined
  /** What workers need for every batch, as a value for JSON, such as the path of a file that all of them can read. */
  input?: unknown
  /** Returns what workers need for one batch, as a value for JSON, such as where its rows are in the file. */
  reference?: ((batch: Omit<QueuedBatch, 'reference'>) => unknown) | undefined
  /** Called with a warning if Redis may lose records in a power failure. Default: it is written to the console. */
  onWarning?: ((message: string) => void) | undefined
}

/**
 * Adds a job to the queue, in batches of rows. Rows are added by reference: what they contain stays in the file or the database
 * where it is. After a crash, call it again with the same options: it adds what is missing.
 *
 * @throws RangeError naming the option that is not valid.
 * @throws InputError if there is another job of this name.
 * @throws Error if Redis cannot be reached, or does not keep what is written to it.
 *
 * @example
 * ```ts
 * import { enqueue } from 'sceyt-platform/bulk/bullmq'
 *
 * await enqueue({ connection: 'redis://127.0.0.1:6379', job: 'users', total: 100_000, input: { file: '/data/users.ndjson' } })
 * ```
 */
export async function enqueue(options: EnqueueOptions): Promise<void> {
  const own = readRangeOptions('options', options, known)
  const { connection, input, reference, inOrder = false, batchSize = defaultBatchSize, total, onWarning } = own
  const job = checkJobName(own.job)
  const queue = checkQueue(own.queue ?? defaultQueue)
  checkCount('total', total, 1, Number.MAX_SAFE_INTEGER)
  checkCount('batchSize', batchSize, 1, largestBatch)
  if (typeof inOrder !== 'boolean') throw new RangeError('inOrder must be true or false.')
  for (const [name, value] of Object.entries({ reference, onWarning }))
    if (value !== undefined && typeof value !== 'function') throw new RangeError(`${name} must be a function.`)
  const fields = toFields({ queue, total, batchSize, inOrder, input })
  const redis = await connectRedis(readConnection(connection))
  try {
    const warning = await checkRedis(redis)
    if (warning !== undefined) (onWarning ?? console.warn)(warning)
    await addJob(redis, job, fields)
    await addBatches(redis, { queue, job, total, batchSize, inOrder, input, reference })
  } catch (error) {
    const { name, message } = error as Error
    if (name !== 'ReplyError') throw error
    throw new Error(
      `The job ${job} is not complete in the queue, and a repeated call completes it: ${redisProblem({ name, message })}`,
    )
  } finally {
    redis.disconnect()
  }
}

/** Adds the job, unless it is there already. */
async function addJob(redis: Redis, job: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const key = keyOf(job, 'job')
  for (const [field, value] of Object.entries(fields)) {
    if ((await redis.hsetnx(key, field, value)) === 1 || (await redis.hget(key, field)) === value) continue
    throw new InputError(
      'job',
      '',
      undefined,
      `job must be a new name: there is another job ${job}, whose ${field} is another one.`,
    )
  }
  await redis.hsetnx(key, 'createdAt', Date.now())
  await redis.sadd(jobsKey, job)
  await redis.sadd(queuesKey, fields['queue'] ?? defaultQueue)
}

interface Batches extends Pick<EnqueueOptions, 'job' | 'total' | 'input' | 'reference'> {
  queue: string
  batchSize: number
  inOrder: boolean
}

/** Adds the batches that are not there yet. Of those in order, the first one is added last, and workers add the others. */
async function addBatches(
  redis: Redis,
  { queue: name, job, total, batchSize, inOrder, input, reference }: Batches,
): Promise<void> {
  const key = keyOf(job, 'job')
  const queue = new Queue<BatchData>(bullName(name), { connection: redis, prefix: queuePrefix })
  queue.on('error', () => {})
  const add = (numbers: readonly number[]) =>
    queue.addBulk(numbers.map((batch) => ({ name: job, data: { job, batch }, opts: batchOptions(job, batch) })))
  try {
    const batches = batchesOf({ total, batchSize })
    for (let first = Number((await redis.hget(key, 'added')) ?? 0); first < batches; first += chunk) {
      const numbers = Array.from({ length: Math.min(chunk, batches - first) }, (_, index) => first + index)
      if (reference) {
        const rangeOf = (batch: number) => ({ from: batch * batchSize, to: Math.min(total, (batch + 1) * batchSize) })
        const textOf = (batch: number) => toJson('reference must return', reference({ job, input, ...rangeOf(batch) }))
        await redis.hset(keyOf(job, 'references'), ...numbers.flatMap((batch) => [batch, textOf(batch)]))
      }
      const isLast = first + numbers.length === batches
      if (!inOrder) await add(numbers)
      else if (isLast) await add([0])
      await redis.hset(key, 'added', first + numbers.length)
    }
  } finally {
    await queue.close()
  }
}

function checkCount(name: string, value: unknown, least: number, most: number): void {
  if (!(Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most))
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${describe(value)}.`)
}
