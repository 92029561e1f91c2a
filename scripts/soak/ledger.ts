/** The outcome of a call, as needed to compare it with the sandbox's state. */
export const outcome = {
  pending: 0,
  /** It took effect: it succeeded, or its error has `accepted: true`. */
  done: 1,
  /** It failed, and may have taken effect or not. */
  unknown: 2,
  /** It failed, and its error proves that it took no effect. */
  rejected: 3,
} as const

/**
 * The outcome of every call for its caller. It is as large at the start as at the end, so that the growth of the heap is that of the
 * client: the text that a call wrote follows from its number.
 */
export class Ledger {
  readonly outcomes: Uint8Array
  /** Number of times that each call ended. */
  readonly ends: Uint8Array
  /** The call that created what a call changes; -1 if there is none. */
  readonly targets: Int32Array
  /** Problems that showed at once, such as an acknowledged user that cannot be read. */
  readonly surprises: string[] = []

  constructor(calls: number) {
    this.outcomes = new Uint8Array(calls)
    this.ends = new Uint8Array(calls)
    this.targets = new Int32Array(calls).fill(-1)
  }

  end(call: number, how: number): void {
    this.ends[call] = (this.ends[call] ?? 0) + 1
    this.outcomes[call] = how
  }

  surprise(call: number, problem: string): void {
    if (this.surprises.length < 20) this.surprises.push(`call ${call}: ${problem}`)
  }
}
