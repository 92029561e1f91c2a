import { Redis } from 'ioredis'
import type { RateLimiter } from 'sceyt-platform'
import { type SharedLimiterOptions, sharedLimiter } from 'sceyt-platform/redis'
import { expect, it, onTestFinished } from 'vitest'
import { type ConnectionOptions, startRedis } from './redis-server.js'
import { until } from './workers.js'

const never = new AbortController().signal

function connect(port: number, options: Partial<SharedLimiterOptions> = {}, connection: ConnectionOptions = {}) {
  const redis = new Redis({ port, host: '127.0.0.1', ...connection })
  redis.on('error', () => {})
  const shared = sharedLimiter({ redis, name: 'test', rate: 200, ...options })
  onTestFinished(() => {
    shared.close()
    redis.disconnect()
  })
  return { redis, shared }
}

const acquire = (limiter: RateLimiter, times: number) =>
  Promise.all(Array.from({ length: times }, () => limiter.acquire(never)))

/** Runs work, and returns its milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function untilPaused(redis: Redis): Promise<void> {
  let pauses: string | null = null
  await until(() => {
    void redis.hget('sceyt-platform:limit:test', 'pauses').then((value) => {
      pauses = value
    })
    return pauses === '1'
  })
}

it('has one rate: another one is refused at once, even with a fallback', async () => {
  await using server = await startRedis()
  const first = connect(server.port)
  await acquire(first.shared, 1)
  const message =
    'the shared limit "test" has no slot: other processes use it with a rate of 200, and this one with 100.'
  const time = await timeOf(() =>
    expect(connect(server.port, { rate: 100 }).shared.acquire(never)).rejects.toThrow(message),
  )
  expect(time).toBeLessThan(5000)
  await expect(connect(server.port, { rate: 100, fallback: 'local' }).shared.acquire(never)).rejects.toThrow(message)
  await acquire(connect(server.port, { rate: 100, name: 'other' }).shared, 1)
  await acquire(first.shared, 1)
})

it('ends when it is idle', async () => {
  await using server = await startRedis()
  const { redis, shared } = connect(server.port, { name: 'a' })
  await acquire(shared, 1)
  const time = await redis.pttl('sceyt-platform:limit:a')
  expect(time).toBeGreaterThan(1000)
  expect(time).toBeLessThan(11_000)
})

it('is kept under the prefix of the connection, which its messages do without', async () => {
  await using server = await startRedis()
  const [one, two] = [
    connect(server.port, {}, { keyPrefix: 'shop:' }),
    connect(server.port, {}, { keyPrefix: 'shop:' }),
  ]
  await acquire(one.shared, 1)
  await acquire(two.shared, 1)
  const plain = connect(server.port).redis
  expect(await plain.keys('*')).toEqual(['shop:sceyt-platform:limit:test'])
  expect(await plain.pubsub('NUMSUB', 'sceyt-platform:limit:test')).toEqual(['sceyt-platform:limit:test', 2])
})

it('is not lost with the scripts of Redis', async () => {
  await using server = await startRedis()
  const { redis, shared } = connect(server.port)
  await acquire(shared, 1)
  await redis.script('FLUSH')
  await acquire(shared, 6)
})

it('survives a state that is lost, and a clock of Redis that is set back', async () => {
  await using server = await startRedis()
  const { redis, shared } = connect(server.port)
  shared.pause(50)
  await acquire(shared, 1)
  await redis.flushall()
  await acquire(shared, 6)
  // As if the clock had been an hour ahead.
  const key = 'sceyt-platform:limit:test'
  for (const field of ['after', 'start', 'seen']) await redis.hincrby(key, field, 3_600_000_000)
  expect(await timeOf(() => acquire(shared, 6))).toBeLessThan(5000)
})

it('a pause holds for all, and voids slots that are reserved', async () => {
  await using server = await startRedis()
  const [one, two] = [connect(server.port, { rate: 20 }).shared, connect(server.port, { rate: 20 }).shared]
  await Promise.all([acquire(one, 1), acquire(two, 1)])
  let admitted = 0
  const calls = Array.from({ length: 4 }, () => two.acquire(never).then(() => admitted++))
  await until(() => admitted === 1)
  const before = performance.now()
  one.pause(800)
  await Promise.all(calls)
  expect(performance.now() - before).toBeGreaterThan(790 + 2 * 50)
})

it('a pause is not shortened by that of another process', async () => {
  await using server = await startRedis()
  const [one, two] = [connect(server.port).shared, connect(server.port).shared]
  await Promise.all([acquire(one, 1), acquire(two, 1)])
  one.pause(800)
  const { redis } = connect(server.port)
  await untilPaused(redis)
  two.pause(50)
  expect(await timeOf(() => acquire(two, 1))).toBeGreaterThan(500)
})

it('a pause in an outage holds in its own process, and reaches the others once Redis is back', async () => {
  await using server = await startRedis()
  const one = connect(server.port, {}, { enableOfflineQueue: false }).shared
  const two = connect(server.port).shared
  await Promise.all([acquire(one, 1), acquire(two, 1)])
  await server.kill()
  const before = performance.now()
  one.pause(3000)
  await server.start()
  const { redis } = connect(server.port)
  await untilPaused(redis)
  await Promise.all([acquire(one, 1), acquire(two, 1)])
  expect(performance.now() - before).toBeGreaterThan(2900)
})
