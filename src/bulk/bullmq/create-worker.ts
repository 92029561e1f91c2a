import { describe } from '../../common/describe.js'
import { readRangeOptions } from '../../common/read-range-options.js'
import type { BulkWorker, BulkWorkerOptions } from './bulk-worker.js'
import { checkRedis, connectRedis, readConnection } from './connect-redis.js'
import { defineJournalCommands } from './journal-scripts.js'
import { QueueWorker } from './queue-worker.js'
import { checkQueue, defaultQueue, queuesKey } from './queued-job.js'

/** Milliseconds without a sign of life after which another worker takes a batch over. */
const defaultTakeover = 30_000

const functions = ['isRepeatable', 'toRecord', 'findResult', 'order', 'onProgress', 'onError', 'onWarning'] as const
const known = ['connection', 'queue', 'read', 'perform', 'limiter', 'concurrency', 'takeover', ...functions] as const

/**
 * Sends the rows of the jobs in the queue, with any number of other workers on any number of machines. A record in Redis before each
 * call keeps a row from being sent twice, also if a worker is killed: a row that may have been sent is parked, unless it is
 * repeatable.
 *
 * @throws RangeError naming the option that is not valid.
 * @throws Error if Redis cannot be reached, or does not keep what is written to it.
 *
 * @example
 * ```ts
 * import { createWorker } from 'sceyt-platform/bulk/bullmq'
 *
 * const worker = await createWorker<string, unknown>({
 *   connection: 'redis://127.0.0.1:6379',
 *   read: ({ from, to }) => Array.from({ length: to - from }, (_, index) => `user-${from + index}`),
 *   perform: (username, call) => sceyt.users.create({ username }, call),
 *   isRepeatable: () => true,
 * })
 * process.once('SIGTERM', () => worker.close())
 * await worker.closed
 * ```
 */
export async function createWorker<Item, Result>(options: BulkWorkerOptions<Item, Result>): Promise<BulkWorker> {
  const own = readRangeOptions('options', options, known)
  const { connection, concurrency = 16, takeover = defaultTakeover, limiter, onWarning } = own
  for (const name of ['read', 'perform'] as const)
    if (typeof own[name] !== 'function') throw new RangeError(`${name} must be a function.`)
  for (const name of functions)
    if (own[name] !== undefined && typeof own[name] !== 'function') throw new RangeError(`${name} must be a function.`)
  if (limiter !== undefined && typeof limiter?.acquire !== 'function')
    throw new RangeError('limiter must be an object with the method acquire.')
  for (const [name, value] of Object.entries({ concurrency, takeover }))
    if (!(Number.isSafeInteger(value) && value > 0))
      throw new RangeError(`${name} must be a whole number, 1 or more, got ${describe(value)}.`)
  const queue = checkQueue(own.queue ?? defaultQueue)
  const redis = defineJournalCommands(await connectRedis(readConnection(connection)))
  try {
    const warning = await checkRedis(redis)
    if (warning !== undefined) (onWarning ?? console.warn)(warning)
    await redis.sadd(queuesKey, queue)
  } catch (error) {
    redis.disconnect()
    throw error
  }
  return new QueueWorker({ ...own, queue, concurrency, takeover }, redis)
}
