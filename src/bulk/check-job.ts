import { readRangeOptions } from '../common/read-range-options.js'
import type { BulkJob } from './bulk-job.js'

const options = [
  ...['items', 'key', 'perform', 'isRepeatable', 'toRecord', 'findResult', 'order'],
  ...['journal', 'concurrency', 'limiter', 'signal', 'onProgress'],
] as (keyof BulkJob<unknown, unknown>)[]

/**
 * Checks the options of a job.
 *
 * @throws RangeError naming the option that is not valid.
 */
export function checkJob<Item, Result>(job: BulkJob<Item, Result>): BulkJob<Item, Result> {
  const own = readRangeOptions('job', job, options as (keyof BulkJob<Item, Result> & string)[], '')
  for (const name of ['key', 'perform'] as const)
    if (typeof own[name] !== 'function') throw new RangeError(`${name} must be a function.`)
  for (const name of ['isRepeatable', 'toRecord', 'findResult', 'order', 'onProgress'] as const)
    if (own[name] !== undefined && typeof own[name] !== 'function') throw new RangeError(`${name} must be a function.`)
  const { items, concurrency, journal, limiter } = own
  if (iteratorOf(items) === undefined) throw new RangeError('items must be iterable, such as an array or a generator.')
  if (concurrency !== undefined && !(Number.isSafeInteger(concurrency) && concurrency > 0))
    throw new RangeError(`concurrency must be a whole number, 1 or more, got ${String(concurrency)}.`)
  if (typeof journal?.path !== 'string' || journal.path === '' || typeof journal.job !== 'string')
    throw new RangeError('journal must be an object with the path of a file, and a text for the job.')
  if (limiter !== undefined && typeof limiter?.acquire !== 'function')
    throw new RangeError('limiter must be an object with the method acquire.')
  return own
}

/** Returns the function that starts an iteration, or undefined for what is not iterable. */
export function iteratorOf<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
): (() => Iterator<Item> | AsyncIterator<Item>) | undefined {
  const given = items as Partial<Iterable<Item> & AsyncIterable<Item>> | undefined
  return (given?.[Symbol.asyncIterator] ?? given?.[Symbol.iterator])?.bind(given)
}
