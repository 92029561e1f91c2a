/** What an answer says of rate limits. */
export interface RateLimit {
  /** Calls allowed per window. */
  limit: number | undefined
  /** Calls left in this window. */
  remaining: number | undefined
  /** When the window ends, as the server counts: most say seconds from now, some seconds since 1970. */
  reset: number | undefined
}

/** What is known of a call that was answered, besides its result. */
export interface Metadata {
  /** The status of the answer. */
  status: number
  /** The `x-request-id` of the answer, to give to support. */
  requestId: string | undefined
  /** What the answer says of rate limits, if anything. */
  rateLimit: RateLimit | undefined
  /** How often the call was sent. */
  attempts: number
  /** Milliseconds from the start of the call to the end of the answer, waits included. */
  duration: number
}

/** The id that the server gave to a request, if it tells. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? undefined
}

/** Reads the headers in which servers tell their limits, with and without the `x-`. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const read = (name: string) => {
    const value = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`)
    return value !== null && /^\d+$/.test(value) ? Number(value) : undefined
  }
  const limits = { limit: read('limit'), remaining: read('remaining'), reset: read('reset') }
  return (limits.limit ?? limits.remaining ?? limits.reset) === undefined ? undefined : limits
}
