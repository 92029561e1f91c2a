import { isDeepStrictEqual } from 'node:util'
import type { Check, Json } from './check.js'
import type { Difference } from './differences.js'

/** The verdict on a check in a runtime. `received` is undefined if the check was not run. */
export type Verdict =
  | { kind: 'ok' }
  | { kind: 'differs'; difference: Difference }
  | { kind: 'FAIL'; received: Json | undefined; expected: Json }

/**
 * Compares the result of a check with the expected one.
 *
 * @param results - All its results; there should be one.
 */
export function toVerdict(
  { name, expected: usual }: Check,
  runtime: string,
  results: readonly Json[],
  differences: readonly Difference[],
): Verdict {
  const difference = differences.find(({ checks, runtimes }) => checks.includes(name) && runtimes.includes(runtime))
  const expected = difference?.expected ?? usual
  const received = results.length > 1 ? results : results[0]
  if (!isDeepStrictEqual(received, expected)) return { kind: 'FAIL', received, expected }
  return difference ? { kind: 'differs', difference } : { kind: 'ok' }
}
