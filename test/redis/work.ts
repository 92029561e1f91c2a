/** What a worker does. */
export interface Work {
  /** The port of Redis. */
  port: number
  name: string
  rate: number
  baseUrl: string
  /** How many calls it makes at a time. */
  calls: number
  /** Milliseconds by which its clock is ahead. */
  skew?: number
  maxWait?: number
  /** The size of its pages, which identifies its requests. */
  limit: number
}

/** A line that a worker prints. */
export interface Line {
  error: string
}
