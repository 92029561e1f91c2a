export { type RecordOptions, record } from './record-fetch.js'
export { type ReplayOptions, replay } from './replay-fetch.js'
