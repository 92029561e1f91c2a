import { type Job, Queue, WaitingError, Worker } from 'bullmq'
import { AuthenticationError, type RateLimiter } from 'sceyt-platform'
import type { BulkEvent, BulkProgress } from '../bulk-job.js'
import { BulkRun } from '../bulk-run.js'
import { limiter as createLimiter } from '../local-limiter.js'
import { sleep } from '../timers.js'
import type { BulkWorker, BulkWorkerOptions } from './bulk-worker.js'
import { redisProblem } from './connect-redis.js'
import { isLostLock } from './is-lost-lock.js'
import type { JournalRedis } from './journal-scripts.js'
import {
  anyNumberOfTimes,
  type BatchData,
  batchesOf,
  batchOptions,
  bullName,
  fromFields,
  keyOf,
  type QueuedBatch,
  type QueuedJob,
  queuePrefix,
} from './queued-job.js'
import { RedisJournal } from './redis-journal.js'

/** Batches that a worker sends at the same time: while one ends, its rows in flight become fewer. */
const batchesAtOnce = 2
/** Milliseconds for which a worker takes no further batch in place of one that stopped because the server is out of order. */
const outageWait = 30_000
/** Milliseconds after which the same error of Redis is reported again. */
const repeatAfter = 30_000
/** The reason for which a worker that is closed stops its batches. */
const stopReason = new Error('The worker was closed.')

/** The options of a worker, with their defaults. */
interface QueueWorkerOptions<Item, Result> extends BulkWorkerOptions<Item, Result> {
  queue: string
  concurrency: number
  takeover: number
}

/** A worker that sends the batches of a queue. */
export class QueueWorker<Item, Result> implements BulkWorker {
  readonly closed: Promise<void>
  readonly #options: BulkWorkerOptions<Item, Result>
  readonly #redis: JournalRedis
  readonly #worker: Worker<BatchData>
  readonly #queue: Queue<BatchData>
  readonly #stop = new AbortController()
  readonly #progress: BulkProgress = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  readonly #limiter: RateLimiter
  /** Rows in flight of each batch that is not being sent. */
  readonly #shares: number[]
  #settle: { resolve(): void; reject(error: unknown): void } = { resolve() {}, reject() {} }
  #closing: Promise<void> | undefined
  /** Batches that are being sent. */
  #active = 0
  #lastProblem = { message: '', time: 0 }

  constructor(options: QueueWorkerOptions<Item, Result>, redis: JournalRedis) {
    const { concurrency, takeover } = options
    const queue = bullName(options.queue)
    this.#options = options
    this.#redis = redis
    const batches = Math.min(concurrency, batchesAtOnce)
    this.#shares = Array.from({ length: batches }, (_, index) => Math.floor((concurrency + index) / batches))
    this.#limiter = options.limiter ?? createLimiter()
    this.closed = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    // Without a listener, a rejection would end the process.
    this.closed.catch(() => {})
    this.#queue = new Queue(queue, { connection: redis, prefix: queuePrefix })
    this.#worker = new Worker<BatchData>(queue, (job, token) => this.#process(job, token), {
      connection: redis,
      prefix: queuePrefix,
      concurrency: batches,
      lockDuration: takeover,
      stalledInterval: Math.ceil(takeover / 2),
      maxStalledCount: anyNumberOfTimes,
      removeOnComplete: { count: 0 },
    })
    const onError = (error: Error) => this.#reportRedis(error)
    this.#queue.on('error', onError)
    this.#worker.on('error', onError)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(problem?: unknown): Promise<void> {
    this.#stop.abort(stopReason)
    // Without rows in flight, there is nothing to record.
    const isAway = this.#active === 0 && this.#redis.status !== 'ready'
    if (isAway) this.#redis.disconnect()
    try {
      await this.#worker.close(isAway)
      await this.#queue.close()
    } finally {
      this.#redis.disconnect()
      if (problem === undefined) this.#settle.resolve()
      else this.#settle.reject(problem)
    }
  }

  async #process(job: Job<BatchData>, token: string | undefined): Promise<void> {
    const { job: name, batch } = job.data
    let range: QueuedBatch | undefined
    this.#active++
    try {
      const found = await this.#find(name)
      range = await this.#rangeOf(found, batch)
      await this.#send(range, batch)
      if (found.inOrder) await this.#addNext(found, batch)
    } catch (error) {
      // `closed` rejects with it.
      if (error instanceof AuthenticationError) this.#closing ??= this.#close(error)
      else if (error !== stopReason) this.#report(error as Error, range)
      if (!this.#stop.signal.aborted) throw error
      await job.moveToWait(token)
      throw new WaitingError()
    } finally {
      this.#active--
    }
  }

  async #find(name: string): Promise<QueuedJob> {
    const job = fromFields(name, await this.#redis.hgetall(keyOf(name, 'job')))
    if (!job) throw new Error(`The job ${name} is no longer in Redis.`)
    return job
  }

  async #rangeOf({ name, input, total, batchSize }: QueuedJob, batch: number): Promise<QueuedBatch> {
    const reference = (await this.#redis.hget(keyOf(name, 'references'), String(batch))) ?? 'null'
    const [from, to] = [batch * batchSize, Math.min(total, (batch + 1) * batchSize)]
    return { job: name, input, from, to, reference: JSON.parse(reference) }
  }

  async #send(range: QueuedBatch, batch: number): Promise<void> {
    const { job, from } = range
    const { perform, isRepeatable, toRecord, findResult, order } = this.#options
    const items = await this.#read(range)
    const journal = await RedisJournal.open(this.#redis, { job, batch, from })
    const concurrency = this.#shares.pop() ?? 1
    const problems = new Set<unknown>()
    const run = new BulkRun<{ row: number; item: Item }, Result>(
      {
        items,
        key: ({ row }) => String(row),
        perform: async ({ item }, call) => {
          this.#progress.inFlight++
          try {
            return await perform(item, call)
          } finally {
            this.#progress.inFlight--
          }
        },
        isRepeatable: isRepeatable && (({ item }) => isRepeatable(item)),
        toRecord: toRecord && ((result, { item }) => toRecord(result, item)),
        findResult: findResult && (({ item }, call) => findResult(item, call)),
        order: order && (({ item }) => order(item)),
        concurrency,
        limiter: this.#limiter,
        signal: this.#stop.signal,
        onProgress: (event) => {
          if (event.type !== 'retry') problems.add(event.error)
          this.#count(event)
        },
      },
      journal,
    )
    try {
      await run.run()
    } catch (error) {
      // Many rows in a row may have been sent, and are parked. The next batch would only add to them.
      if (problems.has(error) && !(error instanceof AuthenticationError)) await sleep(outageWait, this.#stop.signal)
      throw error
    } finally {
      this.#shares.push(concurrency)
      await journal.flush()
    }
  }

  /** Reads all rows of a batch, so that none is sent if their number is wrong. */
  async #read(range: QueuedBatch): Promise<{ row: number; item: Item }[]> {
    const size = range.to - range.from
    const rows: { row: number; item: Item }[] = []
    for await (const item of this.#options.read(range)) {
      if (rows.length === size) throw new Error(`read must return ${size} rows, got more.`)
      rows.push({ row: range.from + rows.length, item })
    }
    if (rows.length < size) throw new Error(`read must return ${size} rows, got ${rows.length}.`)
    return rows
  }

  #count({ type, key, item: { item }, error }: BulkEvent<{ row: number; item: Item }>): void {
    const progress = this.#progress
    if (type === 'skipped') progress.done++
    if (type !== 'retry') progress[type]++
    this.#options.onProgress?.({ type, key, item, progress, ...(error !== undefined && { error }) })
  }

  /** Adds the batch after this one, which waits for this one. */
  async #addNext(job: QueuedJob, batch: number): Promise<void> {
    const next = await this.#redis.sceytAdvance(keyOf(job.name, 'job'), batch)
    if (next !== batch + 1 || next >= batchesOf(job)) return
    await this.#queue.add(job.name, { job: job.name, batch: next }, batchOptions(job.name, next))
  }

  #report(error: Error, batch: QueuedBatch | undefined): void {
    if (this.#options.onError) this.#options.onError(error, batch)
    else
      console.error(
        batch === undefined ? error.message : `${batch.job}, rows ${batch.from} to ${batch.to - 1}: ${error.message}`,
      )
  }

  /** Reports an error of Redis, which each attempt to reach it repeats. */
  #reportRedis(cause: Error): void {
    // Commands that wait for Redis end with the worker. Without its lock, a batch is taken over, and the journal keeps its rows.
    if (this.#closing || isLostLock(cause)) return
    const message = redisProblem(cause)
    const time = performance.now()
    if (message === this.#lastProblem.message && time < this.#lastProblem.time + repeatAfter) return
    this.#lastProblem = { message, time }
    this.#report(new Error(message, { cause }), undefined)
  }
}
