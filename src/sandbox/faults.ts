import { describe } from '../common/describe.js'
import { readRangeOptions } from '../common/read-range-options.js'
import { checkFaultHeaders } from './fault-headers.js'
import { Listeners } from './listeners.js'
import { mergeHeaders, type ResponseHeaders } from './merge-headers.js'
import { type OperationId, type OperationName, readOperation } from './operation-id.js'

/**
 * A simulated failure: a `status`, a `reset` or a `cut`, a `latency`, or other `headers`. A `latency` goes with any of the
 * others, and `headers` with any but a `reset`.
 */
export interface Fault {
  /** The operation that fails: its name in the client, such as `users.get`, or its id, `getUser`. Default: every operation. */
  operation?: OperationName | OperationId
  /** Responds with this status, 400 to 599, without carrying out the request. */
  status?: number
  /** Seconds in the `Retry-After` header of a `status`, 0 to 86,400. Default: 1 for 429, otherwise no header. */
  retryAfter?: number
  /**
   * Headers of the response, such as `X-Request-Id` or `RateLimit-Remaining`: of a `status`, or else of the ordinary response.
   * They replace those of the same name.
   */
  headers?: Record<string, string>
  /** Breaks the connection without a response: `before` or `after` the request is carried out. */
  reset?: 'before' | 'after'
  /** Carries out the request, and breaks the connection in the middle of the response body. */
  cut?: boolean
  /** Milliseconds to delay the request, 0 to 600,000, which is 10 minutes. */
  latency?: number
  /** Number of requests that fail before the fault ends, 1 or more. Default: unlimited. */
  times?: number
  /** Share of requests that fail, above 0 to 1. Default: 1. The same sequence of requests always fails in the same places. */
  rate?: number
}

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
  readonly fault: OwnFault
  remaining: number
  hits: number
}

/** A fault as it is kept: its operation is an id. */
type OwnFault = Fault & { operation?: OperationId }

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
   * The active faults that have not changed a request yet, or not all of their `times`. Empty at the end of a test, unless it
   * made fewer requests than it expects, or others.
   *
   * @example
   * ```ts
   * sandbox.faults.add({ operation: 'users.get', latency: 10, times: 1 })
   * console.log(sandbox.faults.pending.length) // 1
   * await sceyt.users.list()
   * console.log(sandbox.faults.pending) // [ { operation: 'getUser', latency: 10, times: 1 } ]
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

const ranges: Record<'status' | 'retryAfter' | 'latency' | 'times', [least: number, most: number]> = {
  status: [400, 599],
  retryAfter: [0, 86_400],
  latency: [0, 600_000],
  times: [1, Number.MAX_SAFE_INTEGER],
}
const known = [
  'operation',
  'headers',
  'reset',
  'cut',
  'rate',
  ...(Object.keys(ranges) as (keyof typeof ranges)[]),
] as const
const prefix = 'Invalid fault: '

function fail(message: string): never {
  throw new RangeError(prefix + message)
}

/** Checks a fault, and copies it. */
function readFault(given: Fault): OwnFault {
  const own = readRangeOptions('fault', given, known, prefix, 'field')
  check(own)
  if (own.headers !== undefined) own.headers = checkFaultHeaders(own.headers, fail)
  const { operation } = own
  if (operation === undefined) return Object.assign(own, {})
  return Object.assign(own, { operation: readOperation(operation, (problem) => fail(`operation ${problem}`)) })
}

function check(fault: Fault): void {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = fault[name as keyof typeof ranges]
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most))
      fail(`${name} must be a whole number, ${least} to ${most}, got ${describe(value)}.`)
  }
  const { status, headers, reset, cut, latency, rate } = fault
  if (reset !== undefined && reset !== 'before' && reset !== 'after')
    fail(`reset must be 'before' or 'after', got ${describe(reset)}.`)
  if (rate !== undefined && !(rate > 0 && rate <= 1)) fail(`rate must be above 0 and at most 1, got ${describe(rate)}.`)
  const outcomes = [status !== undefined, reset !== undefined, cut === true].filter(Boolean).length
  if (outcomes > 1) fail('set only one of status, reset and cut.')
  if (outcomes === 0 && latency === undefined && headers === undefined)
    fail('set a status, a reset, a cut, a latency or headers.')
  if (reset !== undefined && headers !== undefined) fail('headers need a response, which a reset does not have.')
}
