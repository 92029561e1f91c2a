import { Redis } from 'ioredis'
import type { QueueConnection } from './queued-job.js'

const oldest = [6, 2] as const

/**
 * Copies the options of a connection.
 *
 * @throws RangeError if it is not a URL or an object.
 */
export function readConnection(connection: unknown): QueueConnection {
  if (typeof connection === 'string' && /^rediss?:\/\//.test(connection)) return connection
  try {
    if (typeof connection === 'object' && connection !== null) return { ...connection }
  } catch (cause) {
    throw new RangeError('connection cannot be read.', { cause })
  }
  // A text may contain a password.
  throw new RangeError(
    'connection must be a URL that begins with redis:// or rediss://, or an object with options of ioredis.',
  )
}

/** Connects to Redis. Commands wait while it is away. */
export async function connectRedis(connection: QueueConnection): Promise<Redis> {
  const own = { maxRetriesPerRequest: null, lazyConnect: true }
  const redis =
    typeof connection === 'string'
      ? new Redis(connection, own)
      : new Redis({ ...connection, ...own, replyMapping: 'legacy' })
  let problem: Error | undefined
  redis.on('error', (error: Error) => {
    problem = error
  })
  try {
    await redis.connect()
  } catch (error) {
    redis.disconnect()
    const cause = problem ?? (error as Error)
    throw new Error(`Redis cannot be used: ${cause.message}`, { cause })
  }
  return redis
}

/**
 * Checks that Redis keeps a journal.
 *
 * @returns What a crash of Redis may cause, if it may cause anything.
 * @throws Error if Redis is too old, is read-only, or deletes keys when it is full.
 */
export async function checkRedis(redis: Redis): Promise<string | undefined> {
  const info = await redis.info()
  const read = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim()
  const version = read('redis_version') ?? ''
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new Error(`Redis must be ${oldest.join('.')} or newer, got ${version}.`)
  if (read('role') === 'slave') throw new Error('Redis is a read-only replica. Connect to its primary.')
  const policy = read('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction')
    throw new Error(
      `Redis deletes keys when it is full, and with them the records of what was sent: set maxmemory-policy to noeviction, got ${policy}.`,
    )
  return describeDurability(redis)
}

async function describeDurability(redis: Redis): Promise<string | undefined> {
  try {
    const [, only] = (await redis.config('GET', 'appendonly')) as string[]
    const [, sync] = (await redis.config('GET', 'appendfsync')) as string[]
    if (only === 'yes' && sync === 'always') return undefined
    const setting = only === 'yes' ? `appendfsync is ${sync}` : 'appendonly is no'
    return `Redis may lose its last records in a power cut (${setting}): messages that were sent then may be sent twice. Set appendonly to yes and appendfsync to always.`
  } catch {
    return 'Redis does not show whether appendonly is yes and appendfsync is always. Otherwise, messages that were sent just before a power cut may be sent twice.'
  }
}
