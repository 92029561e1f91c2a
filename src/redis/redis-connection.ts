import { fieldOf } from '../common/field-of.js'

/** The options of a connection that a shared limiter opens: those of ioredis. */
export interface SubscriberOptions {
  /** Empty: channels are the same for all processes. */
  keyPrefix: string
  /** Whether it connects with the first command. */
  lazyConnect: boolean
  /** Whether commands wait for the connection. */
  enableOfflineQueue: boolean
  /** Whether it subscribes again after a reconnection. */
  autoResubscribe: boolean
  /** Null: commands are not given up. */
  maxRetriesPerRequest: null
  /** Returns the milliseconds until the next attempt to connect. */
  retryStrategy: (times: number) => number
}

/** The options of a connection to a cluster that a shared limiter opens: those of ioredis. */
export interface ClusterSubscriberOptions
  extends Pick<SubscriberOptions, 'keyPrefix' | 'lazyConnect' | 'enableOfflineQueue'> {
  /** Returns the milliseconds until the next attempt to connect. */
  clusterRetryStrategy: (times: number) => number
}

/** The part of a connection of ioredis that receives messages. */
export interface RedisSubscriber {
  /** Subscribes to a channel. */
  subscribe(channel: string): Promise<unknown>
  /** Adds a listener. */
  on(event: string, listener: (...values: unknown[]) => void): unknown
  /** Ends the connection. */
  disconnect(): void
}

/** The part of a `Redis` of ioredis that a shared limiter uses. */
export interface RedisConnection {
  /** Sends a command. */
  call(command: string, ...values: (string | number)[]): Promise<unknown>
  /** Creates a connection to the same server. */
  duplicate(options: SubscriberOptions): RedisSubscriber
}

/** The part of a `Cluster` of ioredis that a shared limiter uses. */
export interface RedisClusterConnection {
  /** True. */
  readonly isCluster: boolean
  /** Sends a command to the server that has its key. */
  call(command: string, ...values: (string | number)[]): Promise<unknown>
  /** Creates a connection to the same cluster. No servers are those that it has. */
  duplicate(servers: never[], options: ClusterSubscriberOptions): RedisSubscriber
}

const longestReconnect = 200
const retryStrategy = (times: number) => Math.min(times * 50, longestReconnect)

/** Opens the connection on which a limiter learns of the pauses of other processes. */
export function openSubscriber(redis: RedisConnection | RedisClusterConnection): RedisSubscriber {
  // The channel is named in a script, whose arguments have no prefix.
  const own = { keyPrefix: '', lazyConnect: false, enableOfflineQueue: true }
  if (isCluster(redis)) return redis.duplicate([], { ...own, clusterRetryStrategy: retryStrategy })
  return redis.duplicate({ ...own, autoResubscribe: false, maxRetriesPerRequest: null, retryStrategy })
}

/** Returns the password of a connection. */
export function passwordOf(redis: RedisConnection | RedisClusterConnection): unknown {
  const options = fieldOf(redis, 'options')
  return fieldOf(isCluster(redis) ? fieldOf(options, 'redisOptions') : options, 'password')
}

function isCluster(redis: RedisConnection | RedisClusterConnection): redis is RedisClusterConnection {
  return fieldOf(redis, 'isCluster') === true
}
