/**
 * Calls for millions of items, at a limited rate, with a journal from which a job resumes.
 *
 * @packageDocumentation
 */
export type { BulkCall, BulkEvent, BulkJob, BulkProgress } from './bulk-job.js'
export { type LimiterOptions, limiter } from './local-limiter.js'
export { runBulk } from './run-bulk.js'
