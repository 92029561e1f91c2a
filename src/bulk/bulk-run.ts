import { setMaxListeners } from 'node:events'
import { AuthenticationError, ConnectionError, PermissionDeniedError, type RateLimiter } from 'sceyt-platform'
import type { BulkEvent, BulkJob, BulkProgress } from './bulk-job.js'
import { ItemReader } from './item-reader.js'
import type { JobJournal } from './job-journal.js'
import { itemStates } from './journal-record.js'
import { limiter as createLimiter } from './local-limiter.js'
import { sleep } from './timers.js'
import { waitAfter } from './wait-after.js'
import { withFirstPlace } from './with-first-place.js'
import { outcomeOf, type WriteOutcome } from './write-outcome.js'

/** Times that an item is sent again by itself, if its outcome is unknown and it is repeatable. */
const mostRetries = 3
/** Times that an item waits for a server that cannot be reached. Its waits take half a minute in all. */
const mostReconnects = 5
/** Items in a row that the server refuses for any reason but their own, or whose outcome is unknown: the next ones would fare no better. */
const mostInVain = 50

/** An item with what the journal needs. */
interface Taken<Item> {
  item: Item
  key: string
  /** Whether an earlier attempt may have been performed. */
  mayExist: boolean
}

/** How often an item was sent again, and why. */
interface Tries {
  /** Times that its outcome was unknown. */
  unknown: number
  /** Times that the server could not be reached. */
  unsent: number
  /** Milliseconds until the next one. */
  wait?: number
}

/** One run of a job. */
export class BulkRun<Item, Result> {
  readonly #job: BulkJob<Item, Result>
  readonly #journal: JobJournal
  readonly #limiter: RateLimiter
  readonly #items: ItemReader<Item>
  readonly #progress: BulkProgress = { done: 0, skipped: 0, failed: 0, parked: 0, inFlight: 0 }
  /** The end of the last item of each order. */
  readonly #orders = new Map<string, Promise<void>>()
  /** Ends waits once no further item is to be begun. */
  readonly #stop = new AbortController()
  #problem: { error: unknown } | undefined
  /** Items in a row that failed for no reason of their own. */
  #inVain = 0

  constructor(job: BulkJob<Item, Result>, journal: JobJournal) {
    this.#job = job
    this.#journal = journal
    this.#limiter = job.limiter ?? createLimiter()
    this.#items = new ItemReader(job.items)
    // Each item in flight may wait with it, and Node warns of more than ten.
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

  /** Stops the job: the first reason is that of the whole. */
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
        const taken = this.#take(value)
        if (taken) await this.#inOrder(taken)
      }
    } catch (error) {
      this.#end(error)
    }
  }

  /** Returns an item to send, or undefined if there is nothing to do for it. */
  #take(item: Item): Taken<Item> | undefined {
    const key = this.#job.key(item)
    if (typeof key !== 'string' || key === '' || /\p{Surrogate}/u.test(key))
      throw new RangeError('key must return a string that is not empty, and has no lone surrogate.')
    const state = this.#journal.stateOf(key)
    if (state === itemStates.inProgress || state === itemStates.ended) return undefined
    if (state === itemStates.done) {
      this.#journal.pass(key)
      this.#progress.done++
      this.#progress.skipped++
      this.#report('skipped', key, item)
      return undefined
    }
    const mayExist = state === itemStates.unknown
    if (mayExist && !this.#isRepeatable(item)) {
      this.#journal.pass(key)
      this.#progress.parked++
      this.#report('parked', key, item)
      return undefined
    }
    this.#journal.take(key)
    return { item, key, mayExist }
  }

  #isRepeatable(item: Item): boolean {
    return this.#job.isRepeatable?.(item) ?? false
  }

  async #inOrder(taken: Taken<Item>): Promise<void> {
    const order = this.#job.order?.(taken.item)
    if (order === undefined) return this.#send(taken)
    const before = this.#orders.get(order) ?? Promise.resolve()
    const own = before.then(() => this.#send(taken))
    const end = own.catch(() => {})
    this.#orders.set(order, end)
    await own
    if (this.#orders.get(order) === end) this.#orders.delete(order)
  }

  /** Sends an item until it has an outcome, or the job ends. */
  async #send(taken: Taken<Item>): Promise<void> {
    const tries: Tries = { unknown: 0, unsent: 0 }
    while ((await this.#acquire()) && !(await this.#attempt(taken, tries))) {
      await sleep(tries.wait ?? 0, this.#stop.signal)
    }
  }

  /** Sends an item once. Returns whether it has an outcome. */
  async #attempt(taken: Taken<Item>, tries: Tries): Promise<boolean> {
    const { key, item, mayExist } = taken
    const isRepeatable = this.#isRepeatable(item)
    await this.#journal.begin(key, isRepeatable ? undefined : Date.now())
    const { outcome, error, result } = await this.#perform(item)
    switch (outcome === 'exists' ? (mayExist && isRepeatable ? 'done' : 'rejected') : outcome) {
      case 'done':
        this.#inVain = 0
        this.#note(taken, result)
        return this.#count('done', taken, error)
      case 'rejected':
        // A rejected API key says nothing of an earlier attempt.
        if (mayExist && isOfKey(error)) this.#journal.unknown(key, messageOf(error))
        else this.#journal.failed(key, messageOf(error))
        // A key that is unknown, or used from an address that is not allowed, is rejected for every item.
        if (error instanceof AuthenticationError) this.#end(error)
        else if (error instanceof PermissionDeniedError) this.#countInVain(error)
        else this.#inVain = 0
        return this.#count('failed', taken, error)
      case 'unknown':
        taken.mayExist = true
        this.#journal.unknown(key, messageOf(error))
        if (isRepeatable && ++tries.unknown <= mostRetries) return this.#retry(taken, tries, error)
        this.#countInVain(error)
        return this.#count(isRepeatable ? 'failed' : 'parked', taken, error)
      default:
        if (!mayExist) this.#journal.unsent(key)
        if (outcome === 'unsent' && (isPermanent(error) || ++tries.unsent > mostReconnects)) {
          this.#end(error)
          return true
        }
        return this.#retry(taken, tries, error)
    }
  }

  async #perform(item: Item): Promise<{ outcome: WriteOutcome; error?: unknown; result?: Result }> {
    this.#progress.inFlight++
    try {
      return { outcome: 'done', result: await this.#job.perform(item, { limiter: withFirstPlace(this.#limiter) }) }
    } catch (error) {
      return { outcome: outcomeOf(error), error }
    } finally {
      this.#progress.inFlight--
    }
  }

  #count(type: 'done' | 'failed' | 'parked', { key, item }: Taken<Item>, error: unknown): true {
    this.#progress[type]++
    this.#report(type, key, item, error)
    return true
  }

  #retry({ key, item }: Taken<Item>, tries: Tries, error: unknown): false {
    tries.wait = waitAfter(error, Math.max(1, tries.unknown, tries.unsent))
    this.#report('retry', key, item, error)
    return false
  }

  /** Writes that an item is done, with what is to be kept of its result. */
  #note({ key, item }: Taken<Item>, result: Result | undefined): void {
    let record: unknown
    try {
      record = result === undefined ? undefined : this.#job.toRecord?.(result, item)
    } finally {
      // It is done even if the function throws, which ends the job.
      this.#journal.done(key, record)
    }
  }

  #countInVain(error: unknown): void {
    if (++this.#inVain >= mostInVain) this.#end(error)
  }

  /** Waits for the limiter. Returns false if the job ends before. */
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

function isOfKey(error: unknown): boolean {
  return error instanceof AuthenticationError || error instanceof PermissionDeniedError
}

function isPermanent(error: unknown): boolean {
  return error instanceof ConnectionError && error.permanent
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
