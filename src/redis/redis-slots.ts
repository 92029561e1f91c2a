import { fieldOf } from '../common/field-of.js'
import { messageOf } from '../common/message-of.js'
import { pauseScript, reserveScript, type Script } from './limit-scripts.js'
import {
  openSubscriber,
  passwordOf,
  type RedisClusterConnection,
  type RedisConnection,
  type RedisSubscriber,
} from './redis-connection.js'

/** Slots that were reserved. Times are in milliseconds. */
export interface Reservation {
  wait: number
  interval: number
  /** How many pauses the limit has had. */
  pauses: number
}

/** Another process uses the limit with another rate. */
export class RateConflict extends Error {}

/** Share of a limit that is used: latency varies, so requests may arrive closer together than they were sent. */
const usedShare = 0.98
/** Milliseconds after which the state of an idle limit ends. The next request starts slowly, and its rate may be another one. */
const idleTime = 10_000
const longestText = 200

/** Problems by what the error of Redis says. */
const problems: readonly (readonly [RegExp, string])[] = [
  [/^(NOAUTH|WRONGPASS|NOPERM)|^ERR (AUTH|invalid (username-)?password)/, 'Redis refuses the password or the user'],
  [/^OOM/, 'Redis is out of memory'],
  [/^READONLY/, 'Redis is a replica that accepts no writes'],
  [/^MOVED/, 'Redis is a cluster: pass a Cluster of ioredis'],
  [/^CLUSTERDOWN/, 'the cluster of Redis has no server for the limit'],
  [/unknown command|non deterministic/i, 'Redis 5 or later is needed, with EVAL and EVALSHA'],
]

/** The slots of one limit, which Redis keeps for all processes. */
export class RedisSlots {
  readonly #redis: RedisConnection | RedisClusterConnection
  readonly #key: string
  readonly #rate: number
  #subscriber: RedisSubscriber | undefined
  /** Why the subscriber is not connected: commands alone would say no more than that they failed. */
  #connectionProblem: string | undefined

  constructor(redis: RedisConnection | RedisClusterConnection, name: string, rate: number) {
    this.#redis = redis
    this.#key = `sceyt-platform:limit:${name}`
    this.#rate = rate
  }

  /** @throws RateConflict if other processes use another rate. */
  async reserve(count: number): Promise<Reservation> {
    try {
      const [wait, interval, pauses] = (await this.#run(
        reserveScript,
        this.#rate,
        idleTime,
        count,
        usedShare,
      )) as unknown[]
      return { wait: Number(wait) / 1000, interval: Number(interval) / 1000, pauses: Number(pauses) }
    } catch (error) {
      const [, rate] = /^RATE (\S+)/.exec(messageOf(error)) ?? []
      if (rate === undefined) throw error
      throw new RateConflict(`other processes use it with a rate of ${rate}, and this one with ${this.#rate}`)
    }
  }

  /** Pauses the limit for all processes, for a number of milliseconds. */
  async pause(delay: number): Promise<void> {
    await this.#run(pauseScript, Math.ceil(delay), idleTime, this.#key)
  }

  /** @param onPause - Called with the number of pauses so far, when any process has paused the limit. */
  subscribe(onPause: (pauses: number) => void): void {
    if (this.#subscriber) return
    const subscriber = openSubscriber(this.#redis)
    this.#subscriber = subscriber
    subscriber.on('error', (error) => {
      this.#connectionProblem = this.#textOf(error)
    })
    subscriber.on('ready', () => {
      this.#connectionProblem = undefined
      // Without messages, a process learns of a pause from its next reservation.
      subscriber.subscribe(this.#key).catch(() => {})
    })
    subscriber.on('message', (_channel, pauses) => onPause(Number(pauses)))
  }

  close(): void {
    this.#subscriber?.disconnect()
  }

  /** Describes why there are no slots. The error itself may have the arguments of AUTH as a field, so it is no cause of another. */
  describe(error: unknown): string {
    const text = error === undefined ? '' : this.#textOf(error)
    const [, known] = problems.find(([pattern]) => pattern.test(text)) ?? []
    if (known !== undefined) return `${known} (${text})`
    const detail = this.#connectionProblem ?? text
    return detail ? `Redis is not available (${detail})` : 'Redis has not replied'
  }

  /** Redis repeats the arguments of a command that it does not know, so of AUTH the password. */
  #textOf(error: unknown): string {
    // That of a cluster says only that no server could be reached.
    const [line = ''] = messageOf(fieldOf(error, 'lastNodeError') ?? error).split('\n')
    const text = line.replace(/,? with args beginning with:.*/, '').replace(/\.$/, '')
    const password = passwordOf(this.#redis)
    const redacted = typeof password === 'string' && password !== '' ? text.replaceAll(password, '…') : text
    return redacted.slice(0, longestText)
  }

  async #run({ text, sha }: Script, ...values: (string | number)[]): Promise<unknown> {
    try {
      return await this.#redis.call('evalsha', sha, 1, this.#key, ...values)
    } catch (error) {
      if (!messageOf(error).startsWith('NOSCRIPT')) throw error
      return this.#redis.call('eval', text, 1, this.#key, ...values)
    }
  }
}
