/**
 * What needs Node: pooled connections, and files on a disk.
 *
 * @packageDocumentation
 */
export type { UploadSource } from 'sceyt-platform'
export type { PoolOptions } from './pool-options.js'
export { type PooledFetch, pooledFetch } from './pooled-fetch.js'
export { type DownloadedContent, saveTo } from './save-to.js'
export { fromPath, fromStream, type UploadContent, type UploadNames } from './upload-sources.js'
