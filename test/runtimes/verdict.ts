import { isDeepStrictEqual } from 'node:util'
import type { Check, Json } from './check.js'
import type { Difference } from './differences.js'

/** How a check ended in a runtime. Nothing came if it was not run. */
export type Verdict =
  | { kind: 'ok' }
  | { kind: 'differs'; difference: Difference }
  | { kind: 'FAIL'; came: Json | undefined; due: Json }

/**
 * Judges what a check found.
 *
 * @param came - Every finding of it; there should be one.
 */
export function judge(
  { name, due: usual }: Check,
  runtime: string,
  came: readonly Json[],
  differences: readonly Difference[],
): Verdict {
  const difference = differences.find(({ checks, runtimes }) => checks.includes(name) && runtimes.includes(runtime))
  const due = difference?.due ?? usual
  const found = came.length > 1 ? came : came[0]
  if (!isDeepStrictEqual(found, due)) return { kind: 'FAIL', came: found, due }
  return difference ? { kind: 'differs', difference } : { kind: 'ok' }
}
