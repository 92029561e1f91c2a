const factor = Number(process.env['TEST_FACTOR'] ?? 1)

/** Whether to run tests that take seconds, and repeat what the gate checks too. */
export const isThorough = factor > 1

/**
 * The number of random cases of a property and their seed, for fast-check.
 *
 * @param count - Enough to notice a mistake. `TEST_FACTOR` multiplies it, as in `.ci/matrix`.
 */
export function randomCases(count: number): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(count * factor), seed: 20201201 }
}
