/** How a call ended, as far as it tells what the sandbox must hold. */
export const outcome = {
  pending: 0,
  /** It succeeded. */
  acknowledged: 1,
  /** It failed, and may have taken effect or not. */
  unknown: 2,
  /** It failed, and the error says that it took no effect. */
  refused: 3,
  /** It failed, and the error says that it took effect. */
  accepted: 4,
} as const
export type Outcome = (typeof outcome)[keyof typeof outcome]

/**
 * What the callers were told. It is as large at the start as at the end, so that the growth of the heap is that of the client:
 * what a call wrote follows from its number.
 */
export class Ledger {
  readonly outcomes: Uint8Array
  /** How often each call was settled. */
  readonly settled: Uint8Array
  /** The call that made the thing that a call changes; -1 if there is none. */
  readonly targets: Int32Array
  /** What was wrong at once, such as an acknowledged user that cannot be read. */
  readonly surprises: string[] = []

  constructor(operations: number) {
    this.outcomes = new Uint8Array(operations)
    this.settled = new Uint8Array(operations)
    this.targets = new Int32Array(operations).fill(-1)
  }

  settle(operation: number, how: Outcome): void {
    this.settled[operation] = (this.settled[operation] ?? 0) + 1
    this.outcomes[operation] = how
  }

  surprise(operation: number, what: string): void {
    if (this.surprises.length < 20) this.surprises.push(`call ${operation}: ${what}`)
  }
}
