import { onTestFinished } from 'vitest'
import { type RedisServer, startRedisServer } from '../../bench/bulk/redis-server.js'

export type { RedisServer }

/** What tests set of a connection. */
export interface ConnectionOptions {
  username?: string
  password?: string
  keyPrefix?: string
  connectionName?: string
  enableOfflineQueue?: boolean
}

/**
 * Starts a Redis server in a folder of its own. It ends with the test at the latest.
 *
 * @param settings - Names of `redis.conf`, without dashes, and values.
 */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const server = await startRedisServer(...settings)
  // A test that takes too long does not come to the end of its block.
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server
}
