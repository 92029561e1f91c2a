import type { Fault } from './fault.js'
import { Problem } from './problem.js'

/** Creates the error response of a fault with a `status`. */
export function faultProblem({ status = 500, retryAfter }: Fault): Problem {
  const wait = retryAfter ?? (status === 429 ? 1 : undefined)
  return new Problem(
    status,
    `A fault of the sandbox: status ${status}.`,
    wait === undefined ? {} : { headers: { 'Retry-After': String(wait) } },
  )
}
