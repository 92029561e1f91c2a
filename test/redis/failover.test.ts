import { Redis } from 'ioredis'
import type { RateLimiter } from 'sceyt-platform'
import { type SharedLimiterOptions, sharedLimiter } from 'sceyt-platform/redis'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../bench/bulk/redis-server.js'
import { startCluster } from './redis-cluster.js'
import { startSentinel } from './redis-sentinel.js'
import { startRedis } from './redis-server.js'
import { until } from './workers.js'

const host = '127.0.0.1'
const never = new AbortController().signal

function limit(redis: SharedLimiterOptions['redis'], options: Partial<SharedLimiterOptions> = {}) {
  const shared = sharedLimiter({ redis, name: 'test', rate: 200, maxWait: 60_000, ...options })
  onTestFinished(() => shared.close())
  return shared
}

const acquire = (limiter: RateLimiter, times: number) =>
  Promise.all(Array.from({ length: times }, () => limiter.acquire(never)))

const failureOf = (limiter: RateLimiter) =>
  limiter.acquire(never).then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Checks that a pause of one limiter holds for the other, which learns of it by a message. */
async function checkPause(one: RateLimiter, two: RateLimiter): Promise<void> {
  await Promise.all([acquire(one, 1), acquire(two, 1)])
  let admitted = 0
  const calls = Array.from({ length: 8 }, () => two.acquire(never).then(() => admitted++))
  await until(() => admitted > 0)
  const before = performance.now()
  one.pause?.(800)
  await Promise.all(calls)
  expect(performance.now() - before).toBeGreaterThan(790)
}

it('a cluster keeps a limit for all of its clients, also when the server of the limit is lost', async () => {
  const cluster = await startCluster('shop:sceyt-platform:limit:test')
  const clients = [cluster.connect({ keyPrefix: 'shop:' }), cluster.connect({ keyPrefix: 'shop:' })] as const
  const [one, two] = [limit(clients[0], { rate: 20 }), limit(clients[1], { rate: 20 })]
  await Promise.all([acquire(one, 2), acquire(two, 2)])
  expect(await timeOf(() => Promise.all([acquire(one, 4), acquire(two, 4)]))).toBeGreaterThan(6 * 50)
  await checkPause(one, two)
  const plain = cluster.servers.map(async ({ port }) => {
    const redis = new Redis({ port, host, keyPrefix: 'shop:' })
    redis.on('error', () => {})
    onTestFinished(() => redis.disconnect())
    return failureOf(limit(redis, { rate: 20, maxWait: 300 }))
  })
  const moved = expect.stringContaining('Redis is a cluster: pass a Cluster of ioredis (MOVED')
  expect((await Promise.all(plain)).sort()).toEqual(['no error', moved, moved, moved])
  await cluster.owner.kill()
  await Promise.all([acquire(one, 4), acquire(two, 4)])
  await checkPause(one, two)
  await Promise.all(cluster.servers.map((server) => server.kill()))
  expect(await failureOf(limit(cluster.connect(), { maxWait: 1_000 }))).toContain('Redis is not available (')
})

it('a cluster without slots is an error that says so', async () => {
  const alone = await startRedis('cluster-enabled', 'yes', 'cluster-port', String(await freePort()))
  const redis = new Redis({ port: alone.port, host })
  onTestFinished(() => redis.disconnect())
  expect(await failureOf(limit(redis, { maxWait: 300 }))).toContain(
    'the cluster of Redis has no server for the limit (CLUSTERDOWN',
  )
})

it('behind Sentinel, calls wait for the failover and go on, and pauses are still announced', async () => {
  const { primary, connection } = await startSentinel()
  const open = () => {
    const redis = new Redis(connection)
    redis.on('error', () => {})
    onTestFinished(() => redis.disconnect())
    return limit(redis)
  }
  const [one, two] = [open(), open()]
  await Promise.all([acquire(one, 4), acquire(two, 4)])
  await primary.kill()
  await Promise.all([acquire(one, 4), acquire(two, 4)])
  await checkPause(one, two)
})
