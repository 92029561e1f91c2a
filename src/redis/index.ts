/**
 * One rate limit for several processes, kept in Redis.
 *
 * @packageDocumentation
 */
export type {
  ClusterSubscriberOptions,
  RedisClusterConnection,
  RedisConnection,
  RedisSubscriber,
  SubscriberOptions,
} from './redis-connection.js'
export { type SharedLimiter, type SharedLimiterOptions, sharedLimiter } from './shared-limiter.js'
