import { describe } from './describe.js'

/** @throws RangeError if the rate is not a number of requests per second, above 0. */
export function checkRate(rate: unknown): void {
  if (!(typeof rate === 'number' && rate > 0 && rate < Infinity))
    throw new RangeError(`rate must be a number of requests per second, above 0, got ${describe(rate)}.`)
}
