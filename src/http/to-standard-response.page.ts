import type * as server from './to-standard-response.js'

/** Requires a response of the platform, or one like it: a page has no other implementation of `fetch`. */
export const toStandardResponse: typeof server.toStandardResponse = (result) => {
  const { arrayBuffer, headers } = Object(result) as Partial<Response>
  if (typeof arrayBuffer === 'function' && typeof headers?.append === 'function') return result as Response
  throw new TypeError('`fetch` did not return a Response')
}
