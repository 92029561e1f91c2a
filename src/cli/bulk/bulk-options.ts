import { Option } from 'commander'
import { createRequestOptions } from '../command-options.js'
import { wholeNumber } from '../whole-number.js'
import { parseRate } from './parse-rate.js'

/** The options of every command that makes many calls. */
export interface BulkOptions {
  profile?: string
  timeout?: number
  maxRetries?: number
  yes?: true
  rate?: number
  concurrency: number
  journal?: string
}

const defaultConcurrency = 16

/** Creates the options of a bulk command. */
export function createBulkOptions(): Option[] {
  return [
    new Option(
      '--rate <rate>',
      'Rate limit of the server, such as 200/s or 3000/m. By default, it is learned from responses.',
    ).argParser(parseRate),
    new Option('--concurrency <number>', 'Maximum number of requests in flight.')
      .argParser(wholeNumber('--concurrency', 1, 1_000))
      .default(defaultConcurrency),
    ...createRequestOptions().map((option) => option.helpGroup('Request:')),
  ]
}
