/**
 * One rate limit for several processes, kept in Redis.
 *
 * @packageDocumentation
 */
export type { RedisConnection, RedisSubscriber, SubscriberOptions } from './redis-slots.js'
export { type SharedLimiter, type SharedLimiterOptions, sharedLimiter } from './shared-limiter.js'
