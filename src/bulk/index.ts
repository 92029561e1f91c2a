export type { BulkCall, BulkEvent, BulkJob, BulkProgress } from './bulk-job.js'
export { type LimiterOptions, limiter } from './local-limiter.js'
export { runBulk } from './run-bulk.js'
