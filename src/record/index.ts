export { type RecordOptions, record } from './record-fetch.js'
export type { RecordMode } from './recording-file.js'
export { type ReplayOptions, replay } from './replay-fetch.js'
