import { randomBytes } from 'node:crypto'
import type { ItemJournal } from '../item-journal.js'
import { itemStates } from '../journal-record.js'
import { redisProblem } from './connect-redis.js'
import type { JournalRedis } from './journal-scripts.js'
import { keyOf, toJson } from './queued-job.js'
import { rowKeys } from './row-keys.js'

/** The longest error message that is kept of a row, in characters. */
const longestMessage = 500

/** Attempts to record the end of a row, and milliseconds between them. */
const [mostTries, retryDelay] = [30, 1_000]

/** A batch of which a journal is opened. */
interface JournalBatch {
  job: string
  batch: number
  /** The first row of the batch. */
  from: number
}

const statesByLetter: Readonly<Record<string, number>> = {
  d: itemStates.done,
  b: itemStates.unknown,
  p: itemStates.unknown,
  f: itemStates.counted,
}

/**
 * The records of one batch in Redis. BullMQ sends a batch again if its worker seems to be dead: a row that another run has begun is
 * parked, and is done after all if that run was alive, and records so. The key of an item is the number of its row.
 */
export class RedisJournal implements ItemJournal {
  readonly #redis: JournalRedis
  readonly #batch: JournalBatch
  readonly #states: Map<string, number>
  /** Identifies this run among those of the batch. */
  readonly #run = randomBytes(12).toString('base64url')
  readonly #keys: readonly [string, string, string, string, string]
  readonly #writes = new Set<Promise<unknown>>()
  #problem: Error | undefined

  private constructor(redis: JournalRedis, batch: JournalBatch, states: Map<string, number>) {
    this.#redis = redis
    this.#batch = batch
    this.#states = states
    this.#keys = rowKeys(batch.job, batch.batch)
  }

  /** Reads what the runs before this one have recorded. */
  static async open(redis: JournalRedis, batch: JournalBatch): Promise<RedisJournal> {
    const rows = await redis.hgetall(keyOf(batch.job, `rows:${batch.batch}`))
    const states = Object.entries(rows).map(
      ([row, state]) =>
        [String(Number(row) + batch.from), statesByLetter[state.slice(0, 1)] ?? itemStates.none] as const,
    )
    return new RedisJournal(redis, batch, new Map(states))
  }

  stateOf(key: string): number {
    return this.#states.get(key) ?? itemStates.none
  }

  take(key: string): void {
    this.#states.set(key, itemStates.inProgress)
  }

  pass(key: string): void {
    if (this.stateOf(key) === itemStates.unknown) this.#write('sceytPark', key)
    this.#states.set(key, itemStates.ended)
  }

  async begin(key: string, at?: number): Promise<number | undefined> {
    if (this.#problem) throw this.#problem
    const state = await this.#call('sceytBegin', key, at === undefined ? 'repeatable' : '')
    return state ? statesByLetter[state] : undefined
  }

  done(key: string, result?: unknown): void {
    let text = ''
    try {
      if (result !== undefined) text = toJson('toRecord must return', result)
    } finally {
      // The row is done even if what is kept of it is not valid, which stops the batch.
      this.#end('sceytDone', key, text)
    }
  }

  failed(key: string, error: string): void {
    this.#end('sceytFailed', key, error.slice(0, longestMessage))
  }

  unknown(key: string, _error: string, isRetried: boolean): void {
    // It has not ended, and is parked by another run if this one is killed.
    if (!isRetried) this.#end('sceytPark', key)
  }

  unsent(key: string): void {
    this.#end('sceytUnsent', key)
  }

  /** Waits until everything is in Redis. */
  async flush(): Promise<void> {
    await Promise.all(this.#writes)
    if (this.#problem) throw this.#problem
  }

  #end(command: 'sceytDone' | 'sceytFailed' | 'sceytPark' | 'sceytUnsent', key: string, more = ''): void {
    this.#states.set(key, itemStates.ended)
    this.#write(command, key, more)
  }

  #write(command: 'sceytDone' | 'sceytFailed' | 'sceytPark' | 'sceytUnsent', key: string, more = ''): void {
    const write = this.#record(command, key, more)
      .catch((error: Error) => {
        this.#problem ??= error
      })
      .finally(() => this.#writes.delete(write))
    this.#writes.add(write)
  }

  /** Tries for a while, since Redis may be full: a row whose end is not recorded is parked. */
  async #record(command: 'sceytDone' | 'sceytFailed' | 'sceytPark' | 'sceytUnsent', key: string, more: string) {
    for (let tries = 1; ; tries++) {
      try {
        await this.#call(command, key, more)
        return
      } catch (error) {
        if (tries === mostTries) throw error
        await new Promise((resolve) => setTimeout(resolve, retryDelay))
      }
    }
  }

  #call(command: 'sceytBegin' | 'sceytDone' | 'sceytFailed' | 'sceytPark' | 'sceytUnsent', key: string, more: string) {
    const row = String(Number(key) - this.#batch.from)
    return this.#redis[command](...this.#keys, row, key, this.#run, more).catch((cause: Error) => {
      throw new Error(`The journal in Redis cannot be written: ${redisProblem(cause)}`, { cause })
    })
  }
}
