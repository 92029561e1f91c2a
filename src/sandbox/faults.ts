import type { OperationId } from './described-operations.js'
import { type Fault, readFault } from './fault.js'
import { Listeners } from './listeners.js'
import { mergeHeaders, type ResponseHeaders } from './merge-headers.js'

/**
 * The faults of one request: the sum of the latencies, the first fault that determines the outcome, and the headers of
 * all. If several set the same header, the first one counts.
 */
export interface AppliedFaults {
  latency: number
  fault: Fault | undefined
  headers: ResponseHeaders | undefined
  /** The numbers of all that were applied. */
  numbers: readonly number[]
}

/** A fault that was added, for a test to observe. */
export interface AddedFault {
  /** Position among all faults that were ever added, from 1. */
  readonly number: number
  /** How many requests it has changed so far. */
  readonly hits: number
  /** Whether it still changes requests: its `times` are not used up, and it was not removed. */
  readonly isActive: boolean
  /**
   * Removes this fault alone.
   *
   * @example
   * ```ts
   * const outage = sandbox.faults.add({ status: 503 })
   * outage.remove()
   * console.log(outage.isActive) // false
   * ```
   */
  remove(): void
}

/** A fault with its history. */
export interface NumberedFault extends Fault {
  /** Position among all faults that were ever added, from 1. */
  readonly number: number
  /** How many requests it has changed. */
  readonly hits: number
  /** Whether it still changes requests: its `times` are not used up. */
  readonly isActive: boolean
}

interface FaultRecord {
  readonly number: number
  readonly fault: Fault
  remaining: number
  hits: number
}

/** The most faults to keep after their end. */
const maxEnded = 20
const none: readonly number[] = Object.freeze([])
const randomSeed = 0x5ce17

/** The active faults. */
export class Faults {
  readonly #listeners = new Listeners<void>()
  #faults: FaultRecord[] = []
  #ended: FaultRecord[] = []
  #count = 0
  #random = randomSeed

  /** The active faults, each with the id of its operation, and the number of `times` that remain. */
  get list(): readonly Fault[] {
    return this.#faults.map(toFault)
  }

  /**
   * The active faults that have not changed a request yet, or not all of their `times`. At the end of a test, it is empty if every
   * fault was hit, and as often as its `times`.
   *
   * @example
   * ```ts
   * sandbox.faults.add({ operation: 'users.get', latency: 10, times: 1 })
   * await sceyt.users.list()
   * console.log(sandbox.faults.pending.map(({ operation }) => operation)) // getUser
   * ```
   */
  get pending(): readonly Fault[] {
    return this.#faults.filter(({ fault, hits }) => hits === 0 || fault.times !== undefined).map(toFault)
  }

  /**
   * Adds a fault to the active ones.
   *
   * @returns The fault, which counts its `hits`.
   * @throws RangeError naming the field that is invalid.
   *
   * @example
   * ```ts
   * import { createSceyt } from 'sceyt-platform'
   * import { createSandbox } from 'sceyt-platform/sandbox'
   *
   * const sandbox = createSandbox({ seed: { users: [{ username: 'zoe' }] } })
   * const sceyt = createSceyt(sandbox.connection())
   * const broken = sandbox.faults.add({ operation: 'users.get', reset: 'before', times: 1 })
   *
   * // The client retries.
   * console.log((await sceyt.users.get('zoe')).username) // zoe
   * console.log(broken.hits) // 1
   * console.log(sandbox.journal.count) // 2
   * ```
   */
  add(fault: Fault): AddedFault {
    const own = readFault(fault)
    const record: FaultRecord = { number: ++this.#count, fault: own, remaining: own.times ?? Infinity, hits: 0 }
    this.#faults.push(record)
    this.#listeners.notify()
    return this.#toAdded(record)
  }

  /**
   * Removes every fault.
   *
   * @example
   * ```ts
   * sandbox.faults.add({ status: 500 })
   * sandbox.faults.clear()
   * console.log(sandbox.faults.list.length) // 0
   * ```
   */
  clear(): void {
    this.#faults = []
    this.#ended = []
    this.#random = randomSeed
    this.#listeners.notify()
  }

  /** @internal The faults in the order in which they were added: active ones, and the latest 20 that have ended. */
  get numbered(): readonly NumberedFault[] {
    return [...this.#ended, ...this.#faults]
      .sort((one, other) => one.number - other.number)
      .map((record) => {
        const { number, hits, remaining } = record
        return { number, hits, isActive: remaining > 0, ...toFault(record) }
      })
  }

  /**
   * @internal Removes one fault, active or ended.
   * @throws RangeError if there is none of this number.
   */
  remove(number: number): void {
    if (!this.#remove(number)) throw new RangeError(`There is no fault ${number}.`)
  }

  /** @internal Subscribes to changes of the faults, and of their hits. Returns a function that unsubscribes. */
  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  /** @internal Applies the active faults to a request, which counts towards their `times`. */
  apply(id: OperationId): AppliedFaults {
    const applied: AppliedFaults = { latency: 0, fault: undefined, headers: undefined, numbers: none }
    if (this.#faults.length === 0) return applied
    const numbers: number[] = []
    for (const entry of this.#faults) {
      const { fault } = entry
      const isOutcome = fault.status !== undefined || fault.reset !== undefined || fault.cut === true
      if ((fault.operation !== undefined && fault.operation !== id) || (isOutcome && applied.fault)) continue
      if (fault.rate !== undefined && this.#nextRandom() >= fault.rate) continue
      entry.remaining--
      entry.hits++
      numbers.push(entry.number)
      applied.latency += fault.latency ?? 0
      if (isOutcome) applied.fault = fault
      if (fault.headers) applied.headers = mergeHeaders(fault.headers, applied.headers)
    }
    if (numbers.length === 0) return applied
    this.#ended = [...this.#ended, ...this.#faults.filter(({ remaining }) => remaining === 0)].slice(-maxEnded)
    this.#faults = this.#faults.filter(({ remaining }) => remaining > 0)
    this.#listeners.notify()
    return { ...applied, numbers }
  }

  #toAdded(record: FaultRecord): AddedFault {
    const isActive = () => this.#faults.includes(record)
    return {
      number: record.number,
      get hits() {
        return record.hits
      },
      get isActive() {
        return isActive()
      },
      remove: () => {
        this.#remove(record.number)
      },
    }
  }

  /** Removes a fault, active or ended. Returns whether there was one. */
  #remove(number: number): boolean {
    const isOther = (record: FaultRecord) => record.number !== number
    if ([...this.#ended, ...this.#faults].every(isOther)) return false
    this.#faults = this.#faults.filter(isOther)
    this.#ended = this.#ended.filter(isOther)
    this.#listeners.notify()
    return true
  }

  /** Returns a number from 0 to 1, by mulberry32, so that tests are reproducible. */
  #nextRandom(): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Returns a fault with the number of `times` that remain. */
function toFault({ fault, remaining }: FaultRecord): Fault {
  return remaining === Infinity ? fault : { ...fault, times: remaining }
}
