import { ApiError } from '../../src/index.js'
import type { Kind } from './plan.js'

/** Counts calls as they end. */
export class Tally {
  readonly operations: number
  /** By method, then by the class of the error. */
  readonly byKind = new Map<Kind, Map<string, number>>()
  retries = 0
  done = 0
  succeeded = 0
  readonly #started = performance.now()
  readonly #onProgress: ((tally: Tally) => void) | undefined

  constructor(operations: number, onProgress: ((tally: Tally) => void) | undefined) {
    this.operations = operations
    this.#onProgress = onProgress
  }

  count(kind: Kind, error: unknown): void {
    const end = error === undefined ? 'success' : classOf(error)
    const ends = this.byKind.get(kind) ?? new Map<string, number>()
    this.byKind.set(kind, ends.set(end, (ends.get(end) ?? 0) + 1))
    if (error === undefined) this.succeeded++
    this.done++
    if (this.done % Math.ceil(this.operations / 20) === 0) this.#onProgress?.(this)
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }
}

function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return error instanceof ApiError ? `${error.constructor.name} ${error.status}` : error.constructor.name
}
