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
    new Option('--output <format>', 'table on a terminal, json otherwise').choices(outputFormats),
    new Option('--fields <names>', 'show only these fields: wire names, separated by commas, such as owner.username'),
    errorsOption(),
  ]
  const call = [
    new Option('--profile <name>', 'the profile with the server and the API key (SCEYT_PROFILE)'),
    new Option('--timeout <ms>', 'timeout of each attempt, in milliseconds').argParser(
      wholeNumber('--timeout', 1, longestTimeout),
    ),
    new Option('--max-retries <number>', 'maximum number of retries, where a retry is safe').argParser(
      wholeNumber('--max-retries', 0, 100),
    ),
    new Option('--dry-run', 'print the request as a curl command, and send nothing'),
    new Option('--yes', 'write to a production profile without a question'),
    new Option('--verbose', 'print each request, response and retry to stderr'),
  ]
  return [...output.map((option) => option.helpGroup('Output:')), ...call.map((option) => option.helpGroup('Call:'))]
}

/** Creates the options of a command that lists. */
export function createListOptions(): Option[] {
  return [
    new Option('--limit <number>', 'maximum number of items, from as many pages as it takes').argParser(
      wholeNumber('--limit', 1, Number.MAX_SAFE_INTEGER),
    ),
    new Option('--all', 'every item of every page').conflicts('limit'),
    new Option(
      '--after <link>',
      'continue after an earlier page: the link, or its query, that the earlier call printed',
    ),
  ].map((option) => option.helpGroup('List:'))
}

/** Creates the option for the format of errors. */
export function errorsOption(): Option {
  return new Option('--errors <format>', 'errors on stderr as text, or as one line of JSON')
    .choices(['text', 'json'])
    .default('text')
}
