import type { Fetch } from './attempt.js'

/** The global `fetch`. It is read at each call, since a test or a tracer may replace it, and called unbound, as browsers require. */
export const globalFetch: Fetch = (url, init) => {
  const { fetch } = globalThis
  return fetch(url, init)
}
