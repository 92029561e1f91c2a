import type * as server from './check-dispatcher.js'

/** The `fetch` of a browser has no such option. */
export const checkDispatcher: typeof server.checkDispatcher = () => {}
