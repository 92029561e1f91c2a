import { SceytError } from 'sceyt-platform'
import type { BulkCall } from './bulk-job.js'
import type { ItemLimiter } from './item-limiter.js'
import { outcomeOf, type WriteOutcome } from './write-outcome.js'

/** The outcome of the calls for an item. */
export interface Performed<Result> {
  outcome: WriteOutcome
  error?: unknown
  result?: Result
}

/** Makes the calls for an item, and returns their outcome. */
export async function performItem<Result>(
  perform: (call: BulkCall) => PromiseLike<Result>,
  limiter: ItemLimiter,
  isRepeatable: boolean,
): Promise<Performed<Result>> {
  try {
    return { outcome: 'done', result: await perform({ limiter }) }
  } catch (error) {
    const outcome = outcomeOf(error)
    const attempts = error instanceof SceytError ? (error.attempts ?? 0) : 0
    // The server may have performed an earlier call for the item.
    const isPartial = outcome !== 'done' && !isRepeatable && limiter.hasMoreThan(attempts)
    return { outcome: isPartial ? 'unknown' : outcome, error }
  }
}
