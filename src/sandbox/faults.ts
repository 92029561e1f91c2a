import { operations } from '../../generated/operations.js'
import { Problem } from './problem.js'
import type { OperationId } from './types.js'

/** Something that goes wrong. One of `status`, `reset` and `cut`, or a `latency`, or both. */
export interface Fault {
  /** Which operation it befalls. Default: every one. */
  operation?: OperationId
  /** Answers with this status, 400 to 599, in place of what was asked for. */
  status?: number
  /** Seconds that `Retry-After` asks for, with a `status`. */
  retryAfter?: number
  /** Breaks the connection without an answer: `before` or `after` what was asked for is done. */
  reset?: 'before' | 'after'
  /** Does what was asked for, and breaks the connection in the middle of the answer's body. */
  cut?: boolean
  /** Milliseconds to wait first. */
  latency?: number
  /** How many requests it befalls before it is over. Default: any number. */
  times?: number
  /** Share of requests that it befalls, above 0 to 1. Default: 1. Which ones follows from their number, so that it can be repeated. */
  rate?: number
}

/** What befalls one request. */
export interface Mishap {
  latency: number
  fault: Fault | undefined
}

const first = 0x5ce17

/** The faults that are set, and the luck of the requests. */
export class Faults {
  #faults: { fault: Fault; left: number }[] = []
  #random = first

  /** Those that are not over, with how often they can still occur. */
  get list(): readonly Fault[] {
    return this.#faults.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left }))
  }

  /**
   * Sets a fault, besides those that are set.
   *
   * @throws RangeError naming what it cannot be.
   *
   * @example
   * ```ts
   * sandbox.faults.add({ operation: 'listUsers', status: 429, retryAfter: 0, times: 1 })
   * const { attempts } = await createSceyt(sandbox.connection()).users.list().withResponse()
   * console.log(attempts) // 2
   * ```
   */
  add(fault: Fault): void {
    check(fault)
    this.#faults.push({ fault: { ...fault }, left: fault.times ?? Infinity })
  }

  /**
   * Ends every fault.
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
    this.#random = first
  }

  /** @internal Decides what befalls a request to an operation. */
  befall(id: OperationId): Mishap {
    const mishap: Mishap = { latency: 0, fault: undefined }
    for (const entry of this.#faults) {
      const { fault } = entry
      const isOutcome = fault.status !== undefined || fault.reset !== undefined || fault.cut === true
      if ((fault.operation !== undefined && fault.operation !== id) || (isOutcome && mishap.fault)) continue
      if (fault.rate !== undefined && this.#chance() >= fault.rate) continue
      entry.left--
      mishap.latency += fault.latency ?? 0
      if (isOutcome) mishap.fault = fault
    }
    this.#faults = this.#faults.filter(({ left }) => left > 0)
    return mishap
  }

  /** A number from 0 to 1, by mulberry32. */
  #chance(): number {
    this.#random = (this.#random + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ranges: Record<'status' | 'retryAfter' | 'latency' | 'times', [least: number, most: number]> = {
  status: [400, 599],
  retryAfter: [0, 86_400],
  latency: [0, 600_000],
  times: [1, Number.MAX_SAFE_INTEGER],
}
const known = ['operation', 'reset', 'cut', 'rate', ...Object.keys(ranges)]

function check(fault: Fault): void {
  const fail = (message: string): never => {
    throw new RangeError(`A fault cannot be set: ${message}`)
  }
  if (typeof fault !== 'object' || fault === null) fail('it must be an object.')
  for (const name of Object.keys(fault))
    if (!known.includes(name)) fail(`${name} is not known, only ${known.join(', ')} are.`)
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = fault[name as keyof typeof ranges]
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most))
      fail(`${name} must be a whole number, ${least} to ${most}.`)
  }
  const { operation, status, reset, cut, latency, rate } = fault
  if (operation !== undefined && !operations.some(({ id }) => id === operation))
    fail(`there is no operation ${JSON.stringify(operation)}.`)
  if (reset !== undefined && reset !== 'before' && reset !== 'after') fail("reset must be 'before' or 'after'.")
  if (rate !== undefined && !(rate > 0 && rate <= 1)) fail('rate must be above 0 and at most 1.')
  const outcomes = [status !== undefined, reset !== undefined, cut === true].filter(Boolean).length
  if (outcomes > 1) fail('only one of status, reset and cut can occur at once.')
  if (outcomes === 0 && latency === undefined) fail('it needs a status, a reset, a cut or a latency.')
}

/** The answer that a fault gives in place of what was asked for. */
export function faultProblem({ status = 500, retryAfter }: Fault): Problem {
  const wait = retryAfter ?? (status === 429 ? 1 : undefined)
  return new Problem(
    status,
    `A fault of the sandbox: status ${status}.`,
    wait === undefined ? {} : { headers: { 'Retry-After': String(wait) } },
  )
}
