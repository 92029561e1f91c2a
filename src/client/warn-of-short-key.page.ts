import type * as server from './warn-of-short-key.js'

/** The key of a page is not secret. */
export const warnOfShortKey: typeof server.warnOfShortKey = () => {}
