export type { UploadSource } from 'sceyt-platform'
export { type PooledFetch, type PoolOptions, pooledFetch } from './pooled-fetch.js'
export { type DownloadedContent, saveTo } from './save-to.js'
export { fromPath, fromStream, type UploadContent, type UploadNames } from './upload-sources.js'
