import type * as server from './is-private-host.js'

/** Only the environment allows plain http to private hosts, and a page has none. */
export const isPrivateHost: typeof server.isPrivateHost = () => false
