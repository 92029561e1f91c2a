import { type Job, Queue, WaitingError, Worker } from 'bullmq'
import { AuthenticationError } from 'sceyt-platform'
import type { BulkEvent, BulkProgress } from '../bulk-job.js'
import { BulkRun } from '../bulk-run.js'
import type { BulkWorker, BulkWorkerOptions } from './bulk-worker.js'
import type { JournalRedis } from './journal-scripts.js'
import {
  anyNumberOfTimes,
  type BatchData,
  batchesOf,
  batchOptions,
  fromFields,
  keyOf,
  type QueuedBatch,
  type QueuedJob,
  queueName,
  queuePrefix,
} from './queued-job.js'
import { RedisJournal } from './redis-journal.js'

/** Batches that a worker sends at the same time: while one ends, its rows in flight become fewer. */
const batchesAtOnce = 2
/** The reason for which a worker that is closed stops its batches. */
const stopReason = new Error('The worker was closed.')

/** A worker that sends the batches of the queue. */
export class QueueWorker<Item, Result> implements BulkWorker {
  readonly closed: Promise<void>
  readonly #options: BulkWorkerOptions<Item, Result>
  readonly #redis: JournalRedis
  readonly #worker: Worker<BatchData>
  readonly #queue: Queue<BatchData>
  readonly #stop = new AbortController()
  readonly #progress: BulkProgress = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  readonly #concurrency: number
  #settle: { resolve(): void; reject(error: unknown): void } = { resolve() {}, reject() {} }
  #closing: Promise<void> | undefined

  constructor(options: BulkWorkerOptions<Item, Result>, redis: JournalRedis, concurrency: number, takeover: number) {
    this.#options = options
    this.#redis = redis
    const batches = Math.min(concurrency, batchesAtOnce)
    this.#concurrency = Math.ceil(concurrency / batches)
    this.closed = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    // It is also returned by those who do not wait for it.
    this.closed.catch(() => {})
    this.#queue = new Queue(queueName, { connection: redis, prefix: queuePrefix })
    this.#worker = new Worker<BatchData>(queueName, (job, token) => this.#process(job, token), {
      connection: redis,
      prefix: queuePrefix,
      concurrency: batches,
      lockDuration: takeover,
      stalledInterval: Math.ceil(takeover / 2),
      maxStalledCount: anyNumberOfTimes,
      removeOnComplete: { count: 0 },
    })
    const onError = (error: Error) => this.#report(error, undefined)
    this.#queue.on('error', onError)
    this.#worker.on('error', onError)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(problem?: unknown): Promise<void> {
    this.#stop.abort(stopReason)
    await this.#worker.close()
    await this.#queue.close()
    this.#redis.disconnect()
    if (problem === undefined) this.#settle.resolve()
    else this.#settle.reject(problem)
  }

  async #process(job: Job<BatchData>, token: string | undefined): Promise<void> {
    const { job: name, batch } = job.data
    let range: QueuedBatch | undefined
    try {
      const found = await this.#find(name)
      range = await this.#rangeOf(found, batch)
      await this.#send(range, batch)
      if (found.inOrder) await this.#addNext(found, batch)
    } catch (error) {
      if (error === stopReason) {
        await job.moveToWait(token)
        throw new WaitingError()
      }
      this.#report(error as Error, range)
      if (error instanceof AuthenticationError) this.#closing ??= this.#close(error)
      throw error
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
    const { perform, isRepeatable, toRecord, findResult, order, limiter } = this.#options
    const journal = await RedisJournal.open(this.#redis, { job, batch, from })
    const run = new BulkRun<{ row: number; item: Item }, Result>(
      {
        items: this.#itemsOf(range),
        key: ({ row }) => String(row),
        perform: ({ item }, call) => perform(item, call),
        isRepeatable: isRepeatable && (({ item }) => isRepeatable(item)),
        toRecord: toRecord && ((result, { item }) => toRecord(result, item)),
        findResult: findResult && (({ item }, call) => findResult(item, call)),
        order: order && (({ item }) => order(item)),
        concurrency: this.#concurrency,
        limiter,
        signal: this.#stop.signal,
        onProgress: (event) => this.#count(event),
      },
      journal,
    )
    try {
      await run.run()
    } finally {
      await journal.flush()
    }
  }

  async *#itemsOf(range: QueuedBatch): AsyncGenerator<{ row: number; item: Item }, void, undefined> {
    let row = range.from
    for await (const item of this.#options.read(range)) {
      if (row === range.to) throw new Error(`read must return ${range.to - range.from} rows, got more.`)
      yield { row: row++, item }
    }
    if (row < range.to) throw new Error(`read must return ${range.to - range.from} rows, got ${row - range.from}.`)
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
    // Commands that wait for Redis end with it.
    if (this.#closing && batch === undefined) return
    if (this.#options.onError) this.#options.onError(error, batch)
    else
      console.error(
        batch === undefined ? error.message : `${batch.job}, rows ${batch.from} to ${batch.to - 1}: ${error.message}`,
      )
  }
}
