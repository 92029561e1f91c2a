/** The rate limit that a response states. */
export interface RateLimit {
  /** Requests allowed per window. */
  limit: number | undefined
  /** Requests left in this window. */
  remaining: number | undefined
  /** End of the window, as the server counts: mostly seconds from now, sometimes seconds since 1970. */
  reset: number | undefined
}

/** The metadata of a call that has a response. */
export interface Metadata {
  /** The status of the response. */
  status: number
  /** The `x-request-id` of the response, to give to support. */
  requestId: string | undefined
  /** The rate limit that the response states, if any. */
  rateLimit: RateLimit | undefined
  /** Number of attempts. */
  attempts: number
  /** Milliseconds from the start of the call to the end of the response, waits included. */
  duration: number
}

/** Returns the request id of the server, if the response has one. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? undefined
}

/** Reads the rate limit headers, with and without the prefix `x-`. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const read = (name: string) => {
    const value = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`)
    return value !== null && /^\d+$/.test(value) ? Number(value) : undefined
  }
  const limits = { limit: read('limit'), remaining: read('remaining'), reset: read('reset') }
  return (limits.limit ?? limits.remaining ?? limits.reset) === undefined ? undefined : limits
}
