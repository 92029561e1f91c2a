import type { RateLimiter } from 'sceyt-platform'

/** The options that a bulk job passes to the calls of an item. */
export interface BulkCall {
  /** The limiter of the job. The first attempt for an item has its place already. */
  limiter: RateLimiter
}

/** The counts of a job so far. */
export interface BulkProgress {
  /** Items that are done, in this run or an earlier one. */
  done: number
  /** Those of them that were done before this run. */
  skipped: number
  /** Items that the server has rejected, or whose outcome is unknown after all retries. The next run sends them again. */
  failed: number
  /** Items that may have been sent, and are never sent again by themselves. */
  parked: number
  /** Items in flight. */
  inFlight: number
}

/** What has become of an item, or how the job goes on. */
export interface BulkEvent<Item = unknown> {
  /** What has become of the item; `retry` if it is sent again. */
  type: 'done' | 'skipped' | 'failed' | 'parked' | 'retry'
  /** Key of the item. */
  key: string
  /** The item itself. */
  item: Item
  /** Why it failed, was parked, or is retried. */
  error?: unknown
  /** The counts with this item. The object is the same for all events of a job. */
  progress: Readonly<BulkProgress>
}

/** A bulk job. */
export interface BulkJob<Item, Result> {
  /** The items, in the order in which they are begun. They are read on demand. */
  items: Iterable<Item> | AsyncIterable<Item>
  /** Returns the key of an item: unique in the job, and the same in every run. An item with the key of an earlier one is skipped. */
  key: (item: Item) => string
  /** Performs the call for an item. It should pass `call` on as the options of the call. */
  perform: (item: Item, call: BulkCall) => PromiseLike<Result>
  /**
   * Whether an item that may have been sent can be sent again: it names its own key, as a user does, so that the server rejects a
   * second one, and "already exists" then means that it is done. Default: false. Messages are not repeatable.
   */
  isRepeatable?: ((item: Item) => boolean) | undefined
  /** What to keep of a result in the journal: a value for JSON. Default: nothing. */
  toRecord?: ((result: Result, item: Item) => unknown) | undefined
  /** Items with the same value are sent one after another, in their order. Default: no order is kept. */
  order?: ((item: Item) => string | undefined) | undefined
  /** The journal. */
  journal: {
    /** Path of the file. It is created if it does not exist. */
    path: string
    /** A text that tells the job from others, such as its input and the server: the journal of another job is refused. */
    job: string
  }
  /** Maximum number of items in flight. Default: 16. */
  concurrency?: number | undefined
  /** Keeps a rate limit. Default: `limiter()`, which adapts to that of the server. */
  limiter?: RateLimiter | undefined
  /** Ends the job: no further item is begun, and those in flight are finished. The job then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Called for every item. */
  onProgress?: ((event: BulkEvent<Item>) => void) | undefined
}
