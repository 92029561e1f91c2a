import { Queue } from 'bullmq'
import { InputError } from 'sceyt-platform'
import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import { checkRedis, connectRedis, readConnection } from './connect-redis.js'
import {
  type BatchData,
  batchesOf,
  batchOptions,
  checkJobName,
  jobsKey,
  keyOf,
  type QueueConnection,
  type QueuedBatch,
  queueName,
  queuePrefix,
  toFields,
} from './queued-job.js'

/** Batches that are added at once. */
const chunk = 1_000
const [defaultBatchSize, largestBatch] = [100, 128]

const known = ['connection', 'job', 'total', 'batchSize', 'inOrder', 'input', 'reference', 'onWarning'] as const

/** The options of `enqueue`. */
export interface EnqueueOptions {
  /** Where Redis is. */
  connection: QueueConnection
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
  /** Called with what a power cut of the machine of Redis may cause. Default: it is written to the console. */
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
  checkCount('total', total, 1, Number.MAX_SAFE_INTEGER)
  checkCount('batchSize', batchSize, 1, largestBatch)
  const redis = await connectRedis(readConnection(connection))
  const queue = new Queue<BatchData>(queueName, { connection: redis, prefix: queuePrefix })
  queue.on('error', () => {})
  try {
    const warning = await checkRedis(redis)
    if (warning !== undefined) (onWarning ?? console.warn)(warning)
    const key = keyOf(job, 'job')
    const fields = toFields({ total, batchSize, inOrder, input })
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
    const batches = batchesOf({ total, batchSize })
    for (let first = Number((await redis.hget(key, 'added')) ?? 0); first < batches; first += chunk) {
      const numbers = Array.from({ length: Math.min(chunk, batches - first) }, (_, index) => first + index)
      if (reference) {
        const rangeOf = (batch: number) => ({ from: batch * batchSize, to: Math.min(total, (batch + 1) * batchSize) })
        const references = numbers.map((batch) => [batch, JSON.stringify(reference({ job, input, ...rangeOf(batch) }))])
        await redis.hset(keyOf(job, 'references'), ...references.flat())
      }
      const added = inOrder ? numbers.filter((batch) => batch === 0) : numbers
      await queue.addBulk(added.map((batch) => ({ name: job, data: { job, batch }, opts: batchOptions(job, batch) })))
      await redis.hset(key, 'added', first + numbers.length)
    }
  } finally {
    await queue.close()
    redis.disconnect()
  }
}

function checkCount(name: string, value: unknown, least: number, most: number): void {
  if (!(Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most))
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${describe(value)}.`)
}
