import { Redis, type RedisOptions } from 'ioredis'
import type { QueueConnection } from './queued-job.js'

const oldest = [6, 2] as const
const isReplica = 'Redis is a read-only replica. Connect to its primary.'

/** Milliseconds in which Redis must answer at first. */
const longestWait = 10_000

/** Redis cannot be used. The cause is the error of the connection, if there was none. */
class RedisError extends Error {
  override name = 'RedisError'
}

/**
 * Copies the options of a connection.
 *
 * @throws RangeError if it is not a URL or an object.
 */
export function readConnection(connection: unknown): QueueConnection {
  if (typeof connection === 'string' && /^rediss?:\/\//.test(connection) && isUrl(connection)) return connection
  const options = copyOptions(connection)
  if (options?.keyPrefix) throw new RangeError('connection: keyPrefix is not supported.')
  if (options) return options
  // A text may contain a password.
  throw new RangeError(
    'connection must be a URL that begins with redis:// or rediss://, or an object with options of ioredis. Special characters of a password must be percent-encoded.',
  )
}

function copyOptions(connection: unknown): RedisOptions | undefined {
  try {
    return typeof connection === 'object' && connection !== null ? { ...connection } : undefined
  } catch (cause) {
    throw new RangeError('connection cannot be read.', { cause })
  }
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).hostname !== ''
  } catch {
    return false
  }
}

/**
 * Connects to Redis. Once it has answered, commands wait while it is away.
 *
 * @throws Error if it cannot be reached, without the password.
 */
export async function connectRedis(connection: QueueConnection): Promise<Redis> {
  const own = {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    // A command that failed may have run, so none may fail just because Redis is away.
    enableOfflineQueue: true,
    autoResendUnfulfilledCommands: true,
    commandTimeout: undefined,
    // After a failover, the connection may be one to a replica. 2: the command is sent again.
    reconnectOnError: ({ message }: Error) => (message.startsWith('READONLY') ? (2 as const) : false),
    replyMapping: 'legacy' as const,
  }
  const redis = typeof connection === 'string' ? new Redis(connection, own) : new Redis({ ...connection, ...own })
  let problem: Error | undefined
  redis.on('error', (error: Error) => {
    problem = error
  })
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<never>((_, reject) => {
    const late = Object.assign(new Error(`no reply within ${longestWait / 1000} s`), { code: 'ETIMEDOUT' })
    timer = setTimeout(() => reject(problem ?? late), longestWait)
  })
  try {
    await Promise.race([redis.connect(), isLate])
  } catch (error) {
    redis.disconnect()
    const cause = problem ?? (error as NodeJS.ErrnoException)
    // The error of a command has its parameters, and that of AUTH the password.
    throw new RedisError(`Redis cannot be used: ${redisProblem(cause)}`, 'code' in cause ? { cause } : {})
  } finally {
    clearTimeout(timer)
  }
  return redis
}

/** Describes an error of Redis. */
export function redisProblem({ message }: Error): string {
  if (message.startsWith('OOM')) return 'Redis is full: raise its maxmemory.'
  if (message.startsWith('READONLY')) return isReplica
  // What follows are parameters.
  return message.replace(/, with args beginning with:.*$/s, '')
}

/**
 * Checks that Redis keeps a journal.
 *
 * @returns What a crash of Redis may cause, if it may cause anything.
 * @throws Error if Redis is too old, is a cluster, is read-only, or deletes keys when it is full.
 */
export async function checkRedis(redis: Redis): Promise<string | undefined> {
  const info = await redis.info()
  const read = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim()
  const version = read('redis_version') ?? ''
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new RedisError(`Redis must be ${oldest.join('.')} or newer, got ${version}.`)
  if (read('cluster_enabled') === '1')
    throw new RedisError(
      'The queue does not support Redis Cluster, which would spread its keys over several servers. Use a Redis without cluster mode, or behind Sentinel.',
    )
  if (read('role') === 'slave') throw new RedisError(isReplica)
  const policy = read('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction')
    throw new RedisError(
      `Redis deletes keys when it is full, and with them the records of what was sent: set maxmemory-policy to noeviction, got ${policy}.`,
    )
  return describeDurability(redis)
}

async function describeDurability(redis: Redis): Promise<string | undefined> {
  if (redis.options.sentinels)
    return 'Redis may lose its last records in a failover, since replicas lag: messages that were sent then may be sent twice.'
  try {
    const [, only] = (await redis.config('GET', 'appendonly')) as string[]
    const [, sync] = (await redis.config('GET', 'appendfsync')) as string[]
    if (only === 'yes' && sync === 'always') return undefined
    const setting = only === 'yes' ? `appendfsync is ${sync}` : 'appendonly is no'
    return `Redis may lose its last records in a power failure (${setting}): messages that were sent then may be sent twice. Set appendonly to yes and appendfsync to always.`
  } catch {
    return 'Redis does not show whether appendonly is yes and appendfsync is always. Otherwise, messages that were sent just before a power failure may be sent twice.'
  }
}
