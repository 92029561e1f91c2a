/**
 * Bulk jobs over a queue of BullMQ, for several workers.
 *
 * @packageDocumentation
 */
export type { BulkWorker, BulkWorkerOptions } from './bulk-worker.js'
export { createWorker } from './create-worker.js'
export { type EnqueueOptions, enqueue } from './enqueue.js'
export type { QueueConnection, QueuedBatch } from './queued-job.js'
export {
  type EndedRow,
  type JobAddress,
  type JobStatus,
  listRows,
  type QueueStatus,
  readStatus,
} from './read-status.js'
export { type SettleOptions, settleRows } from './settle-rows.js'
