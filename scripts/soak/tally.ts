import { ApiError } from '../../src/index.js'
import type { Kind } from './workload.js'

/** How many calls of a kind ended in which way. */
export interface Ends {
  succeeded: number
  /** By class of the error. */
  failed: Map<string, number>
}

/** Counts calls as they end. */
export class Tally {
  readonly operations: number
  readonly byKind = new Map<Kind, Ends>()
  retries = 0
  done = 0
  readonly #started = performance.now()
  readonly #progress: ((tally: Tally) => void) | undefined

  /** @param progress - Called about twenty times. */
  constructor(operations: number, progress: ((tally: Tally) => void) | undefined) {
    this.operations = operations
    this.#progress = progress
  }

  count(kind: Kind, error: unknown): void {
    const ends = this.byKind.get(kind) ?? { succeeded: 0, failed: new Map() }
    this.byKind.set(kind, ends)
    if (error === undefined) ends.succeeded++
    else ends.failed.set(classOf(error), (ends.failed.get(classOf(error)) ?? 0) + 1)
    this.done++
    if (this.done % Math.ceil(this.operations / 20) === 0) this.#progress?.(this)
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  /** Failures of all kinds of calls, by class. */
  get failed(): Map<string, number> {
    const all = new Map<string, number>()
    for (const { failed } of this.byKind.values())
      for (const [name, count] of failed) all.set(name, (all.get(name) ?? 0) + count)
    return all
  }
}

function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return error instanceof ApiError ? `${error.constructor.name} ${error.status}` : error.constructor.name
}
