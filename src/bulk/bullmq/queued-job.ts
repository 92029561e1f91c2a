import type { JobsOptions } from 'bullmq'
import type { RedisOptions } from 'ioredis'
import { describe } from '../../common/describe.js'

/** The queue of the jobs that name none, so that a worker needs no list of them. */
export const defaultQueue = 'bulk'
/** The prefix of the keys of BullMQ. */
export const queuePrefix = 'sceyt'
/** The set of the names of all jobs. */
export const jobsKey = 'sceyt:jobs'
/** The set of the names of all queues that a job or a worker has named. */
export const queuesKey = 'sceyt:queues'
const longestQueue = 500

/** How often BullMQ may give a batch to a worker. The journal decides what is sent again. */
export const anyNumberOfTimes = 1_000_000
/** Milliseconds until a batch that stopped is retried. */
const retryDelay = 5_000

/** A Redis connection: a URL such as `redis://127.0.0.1:6379`, or the options of ioredis. */
export type QueueConnection = string | RedisOptions

/** A job in Redis. */
export interface QueuedJob {
  name: string
  /** The queue that its batches are in. */
  queue: string
  /** Number of rows. */
  total: number
  /** Number of rows in each batch but the last one. */
  batchSize: number
  /** Whether a batch is sent only after the one before it. */
  inOrder: boolean
  /** What every batch of the job needs, such as the path of its file. */
  input: unknown
  /** When it was enqueued. */
  createdAt: Date
}

/** Rows of a job that one worker sends. */
export interface QueuedBatch {
  /** Name of the job. */
  job: string
  /** The input of the job. */
  input: unknown
  /** The first row, counted from 0. */
  from: number
  /** The row after the last one. */
  to: number
  /** What `reference` of `enqueue` returned for this batch. */
  reference: unknown
}

/** The data of a job of BullMQ. */
export interface BatchData {
  job: string
  batch: number
}

/** Returns a key of a job. */
export function keyOf(
  job: string,
  part: 'job' | 'parked' | 'failed' | 'results' | 'references' | `rows:${number}`,
): string {
  return `sceyt:{${job}}:${part}`
}

/** Returns the number of batches. */
export function batchesOf({ total, batchSize }: Pick<QueuedJob, 'total' | 'batchSize'>): number {
  return Math.ceil(total / batchSize)
}

/** Returns the options of a job of BullMQ for a batch. BullMQ adds a job once for each id, and tries one that failed again. */
export function batchOptions(job: string, batch: number): JobsOptions {
  return {
    jobId: `${job}_${batch}`,
    attempts: anyNumberOfTimes,
    backoff: { type: 'fixed', delay: retryDelay },
  }
}

/**
 * Checks the name of a job.
 *
 * @throws RangeError if it is not valid.
 */
export function checkJobName(name: unknown): string {
  if (typeof name === 'string' && /^[\w.-]{1,100}$/.test(name)) return name
  throw new RangeError(
    `job must be a name of at most 100 letters, digits, dots, hyphens and underscores, got ${describe(name)}.`,
  )
}

/**
 * Checks the name of a queue.
 *
 * @throws RangeError if it is not valid.
 */
export function checkQueue(name: unknown): string {
  if (typeof name === 'string' && name !== '' && name.length <= longestQueue && !/\p{Surrogate}/u.test(name))
    return name
  throw new RangeError(`queue must be a text of 1 to ${longestQueue} characters, got ${describe(name)}.`)
}

/** Returns the name of a queue for BullMQ, in which a colon is not allowed. */
export function bullName(queue: string): string {
  return encodeURIComponent(queue)
}

/** Returns the values of a job, as they are in Redis. */
export function toFields({
  queue,
  total,
  batchSize,
  inOrder,
  input,
}: Omit<QueuedJob, 'name' | 'createdAt'>): Record<string, string> {
  return {
    queue,
    total: String(total),
    batchSize: String(batchSize),
    inOrder: String(inOrder),
    input: toJson('input must be', input),
  }
}

/**
 * Writes a value of the caller as JSON. No value is null.
 *
 * @throws RangeError if it cannot be written.
 */
export function toJson(mustBe: string, value: unknown): string {
  let text: string | undefined
  try {
    text = JSON.stringify(value ?? null)
  } catch (error) {
    throw new RangeError(`${mustBe} a value for JSON: ${(error as Error).message}`)
  }
  if (text === undefined) throw new RangeError(`${mustBe} a value for JSON.`)
  return text
}

/** Reads a job from its values in Redis. */
export function fromFields(name: string, fields: Readonly<Record<string, string>>): QueuedJob | undefined {
  if (fields['total'] === undefined) return undefined
  return {
    name,
    queue: fields['queue'] ?? defaultQueue,
    total: Number(fields['total']),
    batchSize: Number(fields['batchSize']),
    inOrder: fields['inOrder'] === 'true',
    input: JSON.parse(fields['input'] ?? 'null'),
    createdAt: new Date(Number(fields['createdAt'])),
  }
}
