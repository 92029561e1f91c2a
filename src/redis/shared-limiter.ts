import type { RateLimit, RateLimiter } from 'sceyt-platform'
import { limiter } from 'sceyt-platform/bulk'
import { checkRate } from '../common/check-rate.js'
import { describe } from '../common/describe.js'
import { fieldOf } from '../common/field-of.js'
import { readRangeOptions } from '../common/read-range-options.js'
import type { RedisClusterConnection, RedisConnection } from './redis-connection.js'
import { RedisLimiter } from './redis-limiter.js'
import { RedisSlots } from './redis-slots.js'

/** Options of `sharedLimiter`. */
export interface SharedLimiterOptions {
  /** A `Redis` or a `Cluster` of ioredis 5 or 6. The limiter sends its commands on it, and opens one more connection like it. */
  redis: RedisConnection | RedisClusterConnection
  /** The name of the limit, up to 200 characters. Processes with the same Redis and the same name share it. */
  name: string
  /** The rate limit of the server, in requests per second: of all processes together, and the same in each. */
  rate: number
  /** The longest wait for a Redis that does not work, in milliseconds. Default: 10,000. A wait for a slot is not limited. */
  maxWait?: number | undefined
  /**
   * What limits requests while Redis has not worked for `maxWait`: a limiter for this process, or `local` for one with the same
   * rate. Processes then do not know of each other: `limiter({ rate: 50 })` in each of four keeps to 200. Default: calls fail.
   */
  fallback?: 'local' | RateLimiter | undefined
}

/** A rate limiter that several processes share. */
export interface SharedLimiter extends RateLimiter {
  /**
   * Waits for a slot.
   *
   * @throws Error if Redis has not worked for `maxWait`, if other processes use the limit with another rate, or if the limiter is
   * closed. The client turns it into a `ConnectionError` with `unsent: true`.
   */
  acquire(signal: AbortSignal): Promise<void>
  /** Pauses all processes for a number of milliseconds. */
  pause(delay: number): void
  /** Passes what a response states on to the fallback. The shared rate stays as it is. */
  observe(rateLimit: RateLimit): void
  /** Ends the connection that the limiter has opened, and rejects calls that wait. The connection of `redis` stays open. */
  close(): void
}

const longestName = 200
const defaultMaxWait = 10_000
const names = ['redis', 'name', 'rate', 'maxWait', 'fallback'] as const

/**
 * Creates a rate limiter that all processes with the same Redis and the same name share, on any number of machines, whose clocks
 * need not agree. Each process reserves up to five slots at a time, so idle ones take nothing from the others. The first second
 * has half the rate. After a 429 in one process, all of them wait.
 *
 * @param options - `redis` is a connection of ioredis, `name` is that of the limit, `rate` is in requests per second.
 * @returns The limiter, for one client or several. `close()` ends its connection, which otherwise keeps the process running.
 * @throws RangeError if an option is not valid.
 *
 * @example
 * ```ts
 * import { Redis } from 'ioredis'
 * import { sharedLimiter } from 'sceyt-platform/redis'
 *
 * const redis = new Redis('redis://127.0.0.1:6379')
 * const limiter = sharedLimiter({ redis, name: 'sceyt', rate: 200 })
 * const sceyt = createSceyt({ ...sandbox.connection(), limiter })
 * // At the end of the process:
 * limiter.close()
 * redis.disconnect()
 * ```
 */
export function sharedLimiter(options: SharedLimiterOptions): SharedLimiter {
  const { redis, name, rate, maxWait = defaultMaxWait, fallback } = readRangeOptions('options', options, names)
  if (!hasMethods(redis, 'call', 'duplicate'))
    throw new RangeError(`redis must be a Redis or a Cluster of ioredis, got ${describe(redis)}.`)
  if (typeof name !== 'string' || name === '' || name.length > longestName)
    throw new RangeError(`name must be a text of 1 to ${longestName} characters, got ${describe(name)}.`)
  checkRate(rate)
  if (!(typeof maxWait === 'number' && maxWait > 0))
    throw new RangeError(`maxWait must be a number of milliseconds, above 0, got ${describe(maxWait)}.`)
  if (fallback !== undefined && fallback !== 'local' && !hasMethods(fallback, 'acquire'))
    throw new RangeError(`fallback must be 'local' or a limiter, got ${describe(fallback)}.`)
  return new RedisLimiter(
    new RedisSlots(redis, name, rate),
    name,
    maxWait,
    fallback === 'local' ? limiter({ rate }) : fallback,
  )
}

function hasMethods(value: unknown, ...methods: string[]): boolean {
  return methods.every((method) => typeof fieldOf(value, method) === 'function')
}
