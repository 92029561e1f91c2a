import { setMaxListeners } from 'node:events'
import { AuthenticationError, PermissionDeniedError, type RateLimiter } from 'sceyt-platform'
import { messageOf } from '../common/message-of.js'
import type { BulkEvent, BulkJob, BulkProgress } from './bulk-job.js'
import type { ItemJournal } from './item-journal.js'
import { checkKey, failDuplicate } from './item-key.js'
import { ItemLimiter } from './item-limiter.js'
import { ItemReader } from './item-reader.js'
import { itemStates } from './journal-record.js'
import { limiter as createLimiter } from './local-limiter.js'
import { mostUnknown } from './most-unknown.js'
import { type Performed, performItem } from './perform-item.js'
import { sleep } from './timers.js'
import { waitAfter } from './wait-after.js'
import { isPermanent } from './write-outcome.js'

/** Retries of a repeatable item whose outcome is unknown. */
const mostRetries = 3
/** Retries of an item while the server cannot be reached. They take half a minute in all. */
const mostReconnects = 5

/** An item that this run sends. */
interface PendingItem<Item> {
  item: Item
  key: string
  /** Whether an earlier attempt may have been performed. */
  mayExist: boolean
}

/** How often an item was retried, and why. */
interface Tries {
  /** Times that its outcome was unknown. */
  unknown: number
  /** Times that the server could not be reached. */
  unsent: number
  /** Milliseconds until the next retry. */
  wait?: number
}

/** A job without its journal. */
export type RunOptions<Item, Result> = Omit<BulkJob<Item, Result>, 'journal'>

/** One run of a job. */
export class BulkRun<Item, Result> {
  readonly #job: RunOptions<Item, Result>
  readonly #journal: ItemJournal
  readonly #limiter: RateLimiter
  readonly #items: ItemReader<Item>
  readonly #progress: BulkProgress = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  /** Settles when the last item of each order has ended. */
  readonly #orders = new Map<string, Promise<void>>()
  /** Ends every wait when the job stops. */
  readonly #stop = new AbortController()
  #problem: { error: unknown } | undefined
  /** Consecutive items with an unknown outcome. */
  #unknownInRow = 0

  constructor(job: RunOptions<Item, Result>, journal: ItemJournal) {
    this.#job = job
    this.#journal = journal
    this.#limiter = job.limiter ?? createLimiter()
    this.#items = new ItemReader(job.items)
    // Every item in flight may listen to it, and Node warns about more than ten listeners.
    setMaxListeners(0, this.#stop.signal)
  }

  async run(): Promise<BulkProgress> {
    const { signal, concurrency = 16 } = this.#job
    const onAbort = () => this.#end(signal?.reason)
    // It may have been aborted while the journal was opened.
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      await Promise.all(Array.from({ length: concurrency }, () => this.#work()))
    } finally {
      signal?.removeEventListener('abort', onAbort)
      if (this.#problem) await this.#items.close()
    }
    if (this.#problem) throw this.#problem.error
    return { ...this.#progress }
  }

  /** Stops the job, which rejects with the first error. */
  #end(error: unknown): void {
    this.#problem ??= { error }
    this.#items.stop()
    this.#stop.abort()
  }

  async #work(): Promise<void> {
    try {
      while (!this.#problem) {
        const { done, value } = await this.#items.next()
        if (done || this.#problem) return
        const pending = this.#take(value)
        if (pending) await this.#inOrder(pending)
      }
    } catch (error) {
      this.#end(error)
    }
  }

  /** Returns the item if it has to be sent, and otherwise undefined. */
  #take(item: Item): PendingItem<Item> | undefined {
    const key = checkKey(this.#job.key(item))
    const state = this.#journal.stateOf(key)
    if (state === itemStates.counted) return undefined
    if (state === itemStates.inProgress || state === itemStates.ended) failDuplicate(key)
    const mayExist = state === itemStates.unknown
    if (state === itemStates.done || (mayExist && !this.#isRepeatable(item))) {
      this.#leave({ item, key, mayExist }, state)
      return undefined
    }
    this.#journal.take(key)
    return { item, key, mayExist }
  }

  /** Leaves an item that is done, or may have been sent by another run. */
  #leave({ item, key }: PendingItem<Item>, state: number): true {
    this.#journal.pass(key)
    const isDone = state === itemStates.done
    if (isDone) this.#progress.skipped++
    this.#progress[isDone ? 'done' : 'parked']++
    this.#report(isDone ? 'skipped' : 'parked', key, item)
    return true
  }

  #isRepeatable(item: Item): boolean {
    return this.#job.isRepeatable?.(item) ?? false
  }

  async #inOrder(pending: PendingItem<Item>): Promise<void> {
    const order = this.#job.order?.(pending.item)
    if (order === undefined) return this.#send(pending)
    const before = this.#orders.get(order) ?? Promise.resolve()
    const own = before.then(() => this.#send(pending))
    const end = own.catch(() => {})
    this.#orders.set(order, end)
    await own
    if (this.#orders.get(order) === end) this.#orders.delete(order)
  }

  /** Sends an item until it has an outcome, or the job ends. */
  async #send(pending: PendingItem<Item>): Promise<void> {
    const tries: Tries = { unknown: 0, unsent: 0 }
    while ((await this.#acquire()) && !(await this.#attempt(pending, tries))) {
      await sleep(tries.wait ?? 0, this.#stop.signal)
    }
  }

  /** Sends an item once. Returns whether it has an outcome. */
  async #attempt(pending: PendingItem<Item>, tries: Tries): Promise<boolean> {
    const { key, item, mayExist } = pending
    const isRepeatable = this.#isRepeatable(item)
    const limiter = new ItemLimiter(this.#limiter, { stop: this.#stop.signal, isAdmitted: true, isRepeatable })
    const begun = await this.#journal.begin(key, isRepeatable ? undefined : Date.now())
    if (begun !== undefined) return this.#leave(pending, begun)
    const { outcome, error, result } = await this.#perform(item, limiter, isRepeatable)
    if (error instanceof AuthenticationError) return this.#endUnauthorized(pending, error, outcome === 'unknown')
    switch (outcome === 'exists' ? (mayExist && isRepeatable ? 'done' : 'rejected') : outcome) {
      case 'done':
        this.#unknownInRow = 0
        this.#recordDone(pending, error === undefined ? result : await this.#findResult(item))
        return this.#count('done', pending, error)
      case 'rejected':
        this.#recordRejected(pending, error)
        return this.#count('failed', pending, error)
      case 'unknown': {
        pending.mayExist = true
        const isRetried = isRepeatable && ++tries.unknown <= mostRetries
        this.#journal.unknown(key, messageOf(error), isRetried)
        if (isRetried) return this.#retry(pending, tries, error)
        if (++this.#unknownInRow >= mostUnknown) this.#end(error)
        return this.#count(isRepeatable ? 'failed' : 'parked', pending, error)
      }
      case 'limited':
      case 'unsent':
        if (!mayExist) this.#journal.unsent(key)
        if (this.#problem) return true
        if (outcome === 'limited' || !(isPermanent(error) || ++tries.unsent > mostReconnects))
          return this.#retry(pending, tries, error)
        this.#end(error)
        return true
    }
  }

  #perform(item: Item, limiter: ItemLimiter, isRepeatable: boolean): Promise<Performed<Result>> {
    this.#progress.inFlight++
    const performed = performItem((call) => this.#job.perform(item, call), limiter, isRepeatable)
    return performed.finally(() => this.#progress.inFlight--)
  }

  async #findResult(item: Item): Promise<Result | undefined> {
    const limiter = new ItemLimiter(this.#limiter, { stop: this.#stop.signal, isAdmitted: false, isRepeatable: true })
    return this.#job.findResult?.(item, { limiter })
  }

  #count(type: 'done' | 'failed' | 'parked', { key, item }: PendingItem<Item>, error: unknown): true {
    this.#progress[type]++
    this.#report(type, key, item, error)
    return true
  }

  #retry({ key, item }: PendingItem<Item>, tries: Tries, error: unknown): false {
    tries.wait = waitAfter(error, Math.max(1, tries.unknown, tries.unsent))
    this.#report('retry', key, item, error)
    return false
  }

  /** Records that an item is done, with what `toRecord` keeps of its result. */
  #recordDone({ key, item }: PendingItem<Item>, result: Result | undefined): void {
    let record: unknown
    try {
      record = result === undefined ? undefined : this.#job.toRecord?.(result, item)
    } finally {
      // The item is done even if the function throws, which stops the job.
      this.#journal.done(key, record)
    }
  }

  /** Ends the job, since every item needs the API key. The server has rejected the key, and not the item. */
  #endUnauthorized(pending: PendingItem<Item>, error: AuthenticationError, isPartial: boolean): true {
    const { key, mayExist } = pending
    if (mayExist || isPartial) this.#journal.unknown(key, messageOf(error), false)
    else this.#journal.unsent(key)
    this.#end(error)
    return isPartial ? this.#count('parked', pending, error) : true
  }

  #recordRejected({ key, mayExist }: PendingItem<Item>, error: unknown): void {
    this.#unknownInRow = 0
    // A 403 may be about the key, and not about an earlier attempt, or about the item: an author who is not a member of a channel.
    if (mayExist && error instanceof PermissionDeniedError) this.#journal.unknown(key, messageOf(error), false)
    else this.#journal.failed(key, messageOf(error))
  }

  /** Waits for the limiter. Returns false if the job stops first. */
  async #acquire(): Promise<boolean> {
    try {
      await this.#limiter.acquire(this.#stop.signal)
    } catch (error) {
      if (!this.#problem) throw error
    }
    return !this.#problem
  }

  #report(type: BulkEvent['type'], key: string, item: Item, error?: unknown): void {
    this.#job.onProgress?.({ type, key, item, progress: this.#progress, ...(error !== undefined && { error }) })
  }
}
