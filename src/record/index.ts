/**
 * Records the responses of a server without secrets, and replays them in tests.
 *
 * @packageDocumentation
 */
export { type RecordOptions, record } from './record-fetch.js'
export { type ReplayOptions, replay } from './replay-fetch.js'
