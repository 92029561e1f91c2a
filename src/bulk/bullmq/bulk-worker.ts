import type { BulkJob } from '../bulk-job.js'
import type { QueueConnection, QueuedBatch } from './queued-job.js'

/** The options of `createWorker`. */
export interface BulkWorkerOptions<Item, Result>
  extends Pick<
    BulkJob<Item, Result>,
    'perform' | 'isRepeatable' | 'toRecord' | 'findResult' | 'order' | 'limiter' | 'onProgress'
  > {
  /** The Redis connection: a URL, or options of ioredis. */
  connection: QueueConnection
  /** The queue whose rows it sends, as in `enqueue`. Default: `bulk`. */
  queue?: string | undefined
  /** Reads the rows of a batch, from `from` to before `to`, in their order. */
  read: (batch: QueuedBatch) => Iterable<Item> | AsyncIterable<Item>
  /** Maximum number of rows in flight in this process. Default: 16. */
  concurrency?: number | undefined
  /**
   * Milliseconds without a sign of life after which another worker takes over the batches of this one. Default: 30,000. All workers
   * should have the same.
   */
  takeover?: number | undefined
  /** Called with an error that stopped a batch, which is retried after 5 s. Default: it is written to the console. */
  onError?: ((error: Error, batch: QueuedBatch | undefined) => void) | undefined
  /** Called with a warning if Redis may lose records in a power failure. Default: it is written to the console. */
  onWarning?: ((message: string) => void) | undefined
}

/** A worker that sends the rows of jobs. */
export interface BulkWorker {
  /** Resolves once the worker is closed, and rejects if the API key is rejected, which closes it. */
  readonly closed: Promise<void>
  /** Finishes the rows in flight, and leaves the others to other workers. While rows are in flight, it waits for a Redis that is away. */
  close(): Promise<void>
}
