import { InputError, type SceytError } from 'sceyt-platform'
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
    // The server may have performed an earlier call for the item, or this one, after which a middleware has made another.
    const isPartial = !['done', 'unknown'].includes(outcome) && !isRepeatable && limiter.hasMoreThan(admittedFor(error))
    return { outcome: isPartial ? 'unknown' : outcome, error }
  }
}

/** Returns how many attempts of the failed call the limiter may have admitted. */
function admittedFor(error: unknown): number {
  const { attempts } = error as Partial<SceytError>
  // The setup of `fetch` may fail in an attempt that is not counted, since nothing was sent.
  if (error instanceof InputError) return attempts === undefined ? 0 : 1
  return attempts ?? 1
}
