export type { UploadSource } from 'sceyt-platform'
export { type PooledFetch, type PoolOptions, pooledFetch } from './pooled-fetch.js'
export { fromPath, fromStream, type UploadNames } from './upload-sources.js'
