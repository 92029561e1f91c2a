import type * as server from './user-agent.js'

export { isBrowser } from './user-agent.js'

/** The browser sends its own. */
export const defaultUserAgent: typeof server.defaultUserAgent = () => false
