import { Redis } from 'ioredis'
import { ConnectionError, createSceyt, type RateLimiter } from 'sceyt-platform'
import { limiter } from 'sceyt-platform/bulk'
import { type SharedLimiterOptions, sharedLimiter } from 'sceyt-platform/redis'
import { createSandbox } from 'sceyt-platform/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ConnectionOptions, type RedisServer, startRedis } from './redis-server.js'
import { until } from './workers.js'

const never = new AbortController().signal

interface Given extends Partial<SharedLimiterOptions> {
  connection?: ConnectionOptions
}

/** A limiter on a Redis, and its connection, which end with the test. */
function connect({ port }: { port: number }, { connection, ...options }: Given = {}) {
  const redis = new Redis({ port, host: '127.0.0.1', ...connection })
  redis.on('error', () => {})
  const shared = sharedLimiter({ redis, name: 'test', rate: 1000, maxWait: 500, ...options })
  onTestFinished(() => {
    shared.close()
    redis.disconnect()
  })
  return { redis, shared }
}

const failureOf = (limiter: RateLimiter, signal = never) =>
  limiter.acquire(signal).then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

const acquire = (limiter: RateLimiter, times: number) =>
  Promise.all(Array.from({ length: times }, () => limiter.acquire(never)))

/** Waits until a limiter has slots again. */
async function recover(limiter: RateLimiter): Promise<void> {
  let isBack = false
  void (async () => {
    while (!isBack) isBack = (await failureOf(limiter)) === 'no error'
  })()
  await until(() => isBack)
}

/** Runs a command of Redis, on a connection of its own. */
async function configure({ port }: RedisServer, ...command: [string, ...string[]]): Promise<void> {
  const redis = new Redis({ port, host: '127.0.0.1' })
  const [name, ...values] = command
  await redis.call(name, ...values)
  redis.disconnect()
}

describe('without a Redis that works', () => {
  it('a call waits, and fails with the reason, and nothing is sent', async () => {
    await using redis = await startRedis()
    await redis.kill()
    const { shared } = connect(redis)
    const started = performance.now()
    expect(await failureOf(shared)).toBe(
      `the shared limit "test" has no slot: Redis is not available (connect ECONNREFUSED 127.0.0.1:${redis.port}), after a wait of 500 ms.`,
    )
    expect(performance.now() - started).toBeGreaterThan(499)
    const sandbox = createSandbox()
    const sceyt = createSceyt({ ...sandbox.connection(), limiter: shared })
    const error = await sceyt.users.create({ username: 'zoe' }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ unsent: true })
    expect(sandbox.journal.count).toBe(0)
  })

  it('the signal of a call ends its wait', async () => {
    await using redis = await startRedis()
    await redis.kill()
    const { shared } = connect(redis, { maxWait: 60_000 })
    expect(await failureOf(shared, AbortSignal.abort(new Error('before')))).toBe('before')
    const controller = new AbortController()
    const failure = failureOf(shared, controller.signal)
    controller.abort(new Error('enough'))
    expect(await failure).toBe('enough')
  })

  it('a call waits for a Redis that is killed and starts again', async () => {
    await using redis = await startRedis()
    const { shared } = connect(redis, { maxWait: 20_000 })
    await acquire(shared, 8)
    await redis.kill()
    let isDone = false
    const calls = acquire(shared, 10).then(() => {
      isDone = true
    })
    await failureOf(shared, AbortSignal.timeout(300))
    expect(isDone).toBe(false)
    await redis.start()
    await calls
  })

  it('a frozen Redis fails calls after the wait, and gives slots again once it goes on', async () => {
    await using redis = await startRedis()
    const { shared } = connect(redis)
    await acquire(shared, 8)
    redis.freeze()
    const started = performance.now()
    expect(await failureOf(shared)).toBe(
      'the shared limit "test" has no slot: Redis has not replied, after a wait of 500 ms.',
    )
    expect(performance.now() - started).toBeLessThan(5000)
    redis.thaw()
    await recover(shared)
  })

  it('another limiter takes over, at once after the first wait, until Redis is back', async () => {
    await using redis = await startRedis()
    let taken = 0
    const local = limiter({ rate: 1000 })
    const counting: RateLimiter = {
      acquire: (signal) => {
        taken++
        return local.acquire(signal)
      },
    }
    const { shared } = connect(redis, { fallback: counting })
    await acquire(shared, 8)
    expect(taken).toBe(0)
    redis.freeze()
    await acquire(shared, 5)
    const started = performance.now()
    await acquire(shared, 5)
    expect(taken).toBe(10)
    expect(performance.now() - started).toBeLessThan(400)
    redis.thaw()
    await until(() => {
      const before = taken
      void shared.acquire(never)
      return taken === before
    })
    const before = taken
    await acquire(shared, 8)
    expect(taken).toBe(before)
  })

  it('`local` keeps to the same rate', async () => {
    await using redis = await startRedis()
    await redis.kill()
    const { shared } = connect(redis, { fallback: 'local', rate: 50, maxWait: 100 })
    await acquire(shared, 1)
    const started = performance.now()
    await acquire(shared, 10)
    expect(performance.now() - started).toBeGreaterThan(150)
  })

  it('closing it rejects calls that wait, and ends its own connection alone', async () => {
    await using server = await startRedis()
    const { redis, shared } = connect(server, { rate: 1, connection: { connectionName: 'mine' } })
    await acquire(shared, 1)
    const waiting = failureOf(shared)
    const clients = async () => String(await redis.client('LIST')).match(/ name=mine /g)?.length
    expect(await clients()).toBe(2)
    shared.close()
    shared.close()
    const closed = 'the shared limit "test" has no slot: it is closed.'
    expect([await waiting, await failureOf(shared)]).toEqual([closed, closed])
    let count: number | undefined
    await until(() => {
      void clients().then((found) => {
        count = found
      })
      return count === 1
    })
    expect(await redis.ping()).toBe('PONG')
  })
})

describe('the reason is stated for', () => {
  it('a wrong password, without it, and a missing one', async () => {
    await using redis = await startRedis('requirepass', 'right-secret')
    for (const connection of [{ password: 'wrong-secret' }, {}]) {
      const { shared } = connect(redis, { connection })
      const message = await failureOf(shared)
      expect(message).toContain('Redis refuses the password or the user (')
      expect(message).not.toContain('secret')
    }
    await acquire(connect(redis, { connection: { password: 'right-secret' } }).shared, 1)
  })

  it('a Redis that repeats the password, since it does not know AUTH', async () => {
    await using redis = await startRedis(
      'rename-command',
      'AUTH ""',
      'rename-command',
      'HELLO ""',
      'requirepass',
      'right',
    )
    const { shared } = connect(redis, { connection: { password: 'wrong-secret' } })
    const message = await failureOf(shared)
    expect(message).toContain('Redis')
    expect(message).not.toContain('secret')
  })

  it('a replica', async () => {
    await using primary = await startRedis()
    await using replica = await startRedis('replicaof', `127.0.0.1 ${primary.port}`)
    expect(await failureOf(connect(replica).shared)).toContain('Redis is a replica that accepts no writes (READONLY')
    await acquire(connect(primary).shared, 1)
  })

  it('a full memory, and it works again after that', async () => {
    await using redis = await startRedis('maxmemory-policy', 'noeviction')
    const { shared } = connect(redis)
    await acquire(shared, 1)
    await configure(redis, 'CONFIG', 'SET', 'maxmemory', '1')
    expect(await failureOf(shared)).toContain('Redis is out of memory (OOM')
    await configure(redis, 'CONFIG', 'SET', 'maxmemory', '0')
    await recover(shared)
  })

  it('a Redis without scripts', async () => {
    await using redis = await startRedis('rename-command', 'EVALSHA ""')
    expect(await failureOf(connect(redis).shared)).toContain('Redis 5 or later is needed, with EVAL and EVALSHA (')
  })

  it('a user who may not run them', async () => {
    await using redis = await startRedis('user', 'zoe on >secret ~* &* +@all -@scripting')
    const { shared } = connect(redis, { connection: { username: 'zoe', password: 'secret' } })
    const message = await failureOf(shared)
    expect(message).toContain('Redis refuses the password or the user (NOPERM')
    expect(message).not.toContain('secret')
  })
})
