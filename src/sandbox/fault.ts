import { describe } from '../common/describe.js'
import { readRangeOptions } from '../common/read-range-options.js'
import { type OperationId, type OperationName, readOperation } from './described-operations.js'
import { checkFaultHeaders } from './fault-headers.js'

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

function check(fault: Fault): void {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value = fault[name as keyof typeof ranges]
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most))
      fail(`${name} must be a whole number, ${least} to ${most}, got ${describe(value)}.`)
  }
  const { status, retryAfter, headers, reset, cut, latency, rate } = fault
  if (reset !== undefined && reset !== 'before' && reset !== 'after')
    fail(`reset must be 'before' or 'after', got ${describe(reset)}.`)
  if (rate !== undefined && !(rate > 0 && rate <= 1)) fail(`rate must be above 0 and at most 1, got ${describe(rate)}.`)
  const outcomes = [status !== undefined, reset !== undefined, cut === true].filter(Boolean).length
  if (outcomes > 1) fail('set only one of status, reset and cut.')
  if (outcomes === 0 && latency === undefined && headers === undefined)
    fail('set a status, a reset, a cut, a latency or headers.')
  if (retryAfter !== undefined && status === undefined) fail('retryAfter needs a status.')
  if (reset !== undefined && headers !== undefined) fail('headers need a response, which a reset does not have.')
}

/**
 * Checks a fault, and copies it, with the id of its operation.
 *
 * @throws RangeError naming the field that is invalid.
 */
export function readFault(given: Fault): Fault {
  const own = readRangeOptions('fault', given, known, prefix, 'field')
  check(own)
  const { operation, headers } = own
  if (operation !== undefined) own.operation = readOperation(operation, (problem) => fail(`operation ${problem}`))
  if (headers !== undefined) own.headers = checkFaultHeaders(headers, fail)
  return own
}
