import type { RateLimiter } from 'sceyt-platform'

/** The options of the calls that a bulk job makes for an item. */
export interface BulkCall {
  /** The limiter of the job, which also ends the waits of the call when the job stops. It has admitted the first attempt already. */
  limiter: RateLimiter
}

/** The counts of a job so far. */
export interface BulkProgress {
  /** Items that are done, in this run or an earlier one. */
  done: number
  /** Items that were done before this run. They count as done too. */
  skipped: number
  /** Items that the server rejected, or whose outcome is still unknown after all retries. The next run sends them again. */
  failed: number
  /** Items that may have been sent, and are never retried automatically. */
  parked: number
  /** Items in flight. */
  inFlight: number
}

/** What happened to an item. */
export interface BulkEvent<Item = unknown> {
  /** What happened to the item; `retry` if it will be sent again. */
  type: 'done' | 'skipped' | 'failed' | 'parked' | 'retry'
  /** Key of the item. */
  key: string
  /** The item itself. */
  item: Item
  /** Why the item failed, was parked, or will be sent again. */
  error?: unknown
  /**
   * The counts so far, with this item. All events of a job share the object, which has the final counts once the job has ended, or
   * rejected.
   */
  progress: Readonly<BulkProgress>
}

/** A bulk job. */
export interface BulkJob<Item, Result> {
  /** The items, in the order in which they are started. They are read on demand. */
  items: Iterable<Item> | AsyncIterable<Item>
  /**
   * Returns the key of an item: the same in every run, and unique in the job, which stops at a second item with the same key. For
   * messages, it is the id of the row, not that of the channel.
   */
  key: (item: Item) => string
  /**
   * Makes the call for an item, with `call` as its options. It may make several, and then each of them needs `call`: if one fails
   * after another was sent, an item that is not repeatable is parked, since the next run would repeat the first.
   */
  perform: (item: Item, call: BulkCall) => PromiseLike<Result>
  /**
   * Whether an item that may have been sent can be sent again, because the server rejects a duplicate. It does if the item has a key
   * of its own, such as a username: "already exists" then means that the item is done. Default: false. Messages are not repeatable.
   */
  isRepeatable?: ((item: Item) => boolean) | undefined
  /** Returns what the journal keeps of a result, as a value for JSON. Default: nothing. */
  toRecord?: ((result: Result, item: Item) => unknown) | undefined
  /**
   * Returns the result for an item that is done, but whose response was lost, if `toRecord` needs it. Without one, or if it finds
   * nothing, the journal keeps nothing for the item.
   */
  findResult?: ((item: Item, call: BulkCall) => PromiseLike<Result | undefined>) | undefined
  /** Items for which it returns the same value are sent one after another, in their order. Default: items have no order. */
  order?: ((item: Item) => string | undefined) | undefined
  /** The journal. */
  journal: {
    /** Path of the file. It is created if it does not exist. */
    path: string
    /**
     * A text that identifies the job, such as its input and `sceyt.baseUrl`. The journal of another job is rejected. Without the server
     * in it, items that are done on one server are skipped on another.
     */
    job: string
  }
  /** Maximum number of items in flight. Default: 16. */
  concurrency?: number | undefined
  /** Limits the rate of requests. Default: `limiter()`, which learns the rate limit of the server. */
  limiter?: RateLimiter | undefined
  /**
   * Stops the job: no further request is sent, and every wait ends at once, for the rate, for a `Retry-After` and for a retry. The
   * requests in flight are finished within their timeout. The job then rejects with the signal's reason. The next run sends what was
   * not sent, or rejected by a 429; an item that is not repeatable is parked only if a request for it may have been performed. If
   * `perform` has made a call for such an item already, its further calls are made too.
   */
  signal?: AbortSignal | undefined
  /** Called with every event of an item. Keep the `progress` of the last one to have the counts if the job rejects. */
  onProgress?: ((event: BulkEvent<Item>) => void) | undefined
}
