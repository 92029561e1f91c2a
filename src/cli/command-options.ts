import { Option } from 'commander'
import { outputFormats } from './output/output-format.js'
import { wholeNumber } from './whole-number.js'

/** The options that every command of an operation has. */
export interface CommandOptions {
  profile?: string
  timeout?: number
  maxRetries?: number
  dryRun?: true
  yes?: true
  verbose?: true
  errors: 'text' | 'json'
  output?: (typeof outputFormats)[number]
  fields?: string
  all?: true
  limit?: number
  after?: string
  data?: string
  out?: string
}

const longestTimeout = 2 ** 31 - 1

/** Creates the options of every command of an operation, by the group that help lists them in. */
export function createCommandOptions(): Option[] {
  const output = [
    new Option(
      '--output <format>',
      'Format of the result. On a terminal, the default is a table; otherwise it is JSON.',
    ).choices(outputFormats),
    new Option(
      '--fields <names>',
      'Print only these fields: wire names, separated by commas, such as id,owner.username.',
    ),
    errorsOption(),
  ]
  const [profile, timeout, maxRetries, yes] = createRequestOptions()
  const dryRun = new Option('--dry-run', 'Print the request as a curl command, and send nothing.')
  const verbose = new Option('--verbose', 'Print each request, response and retry on stderr.')
  const call = [profile, timeout, maxRetries, dryRun, yes, verbose]
  return [...output.map((option) => option.helpGroup('Output:')), ...call.map((option) => option.helpGroup('Request:'))]
}

/** Creates the options of every command that makes calls: the profile, timeout, retries and confirmation. */
export function createRequestOptions(): [profile: Option, timeout: Option, maxRetries: Option, yes: Option] {
  return [
    new Option('--profile <name>', 'Profile with the server and the API key (SCEYT_PROFILE).'),
    new Option('--timeout <ms>', 'Timeout of each attempt, in milliseconds. Default: 30000.').argParser(
      wholeNumber('--timeout', 1, longestTimeout),
    ),
    new Option('--max-retries <number>', 'Maximum number of retries, where a retry is safe. Default: 2.').argParser(
      wholeNumber('--max-retries', 0, 100),
    ),
    new Option('--yes', 'Write to a production profile without a confirmation.'),
  ]
}

/** Creates the options of a command that lists. */
export function createListOptions(): Option[] {
  return [
    new Option(
      '--limit <number>',
      'Maximum number of items, from as many pages as needed. By default, one page.',
    ).argParser(wholeNumber('--limit', 1, Number.MAX_SAFE_INTEGER)),
    new Option('--all', 'Every item of every page.').conflicts('limit'),
    new Option(
      '--after <link>',
      'Continue after an earlier page: the link that the earlier command printed.',
    ).conflicts('offset'),
  ].map((option) => option.helpGroup('List:'))
}

/** Creates the option for the format of errors. */
export function errorsOption(): Option {
  return new Option('--errors <format>', 'Format of errors on stderr: text, or one line of JSON.')
    .choices(['text', 'json'])
    .default('text')
}
