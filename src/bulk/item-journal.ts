/** What a run reads and records about the items of its job. */
export interface ItemJournal {
  /** Returns one of `itemStates`. */
  stateOf(key: string): number
  /** Reserves a key for an item that waits to be sent, so that another item with the key is noticed. */
  take(key: string): void
  /** Leaves an item as it is for the rest of this run. */
  pass(key: string): void
  /**
   * Records that an item is about to be sent. Once it resolves, the record outlives a crash, and with a time also a power failure.
   *
   * @param at - The time, in Unix milliseconds, if the item is not repeatable.
   * @returns The state of the item if another run has begun it, and it must not be sent.
   */
  begin(key: string, at?: number): Promise<number | undefined>
  /** Records that an item is done, and what later jobs need of its result. */
  done(key: string, result?: unknown): void
  /** Records that an item was rejected. */
  failed(key: string, error: string): void
  /**
   * Records that an item may have been sent.
   *
   * @param isRetried - Whether this run sends it again.
   */
  unknown(key: string, error: string, isRetried: boolean): void
  /** Records that an item was not sent. */
  unsent(key: string): void
}
