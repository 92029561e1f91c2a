import type * as server from './send-once.js'

/** A browser has no dispatcher of undici: its `fetch` alone decides how it treats a 407 and a 421. */
export const sendOnce: typeof server.sendOnce = (fetch, url, init) => fetch(url, init)
