import type * as server from './proxy-advice.js'

/** A browser has a proxy of its own, and asks its user for the credentials. */
export const proxyAdvice: typeof server.proxyAdvice = undefined
