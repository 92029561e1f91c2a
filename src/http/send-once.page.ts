import type * as server from './send-once.js'

/** Only the `fetch` of Node needs to be guarded. */
export const sendOnce: typeof server.sendOnce = (fetch, url, init) => fetch(url, init)
