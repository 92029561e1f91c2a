import { type Command, Option } from 'commander'
import type { SandboxApp, UnknownFields } from 'sceyt-platform/sandbox'
import type { Durability } from 'sceyt-platform/sandbox/node'
import type { SandboxValues } from './sandbox-values.js'
import { UsageError } from './usage-error.js'
import { numberInRange, wholeNumber } from './whole-number.js'

const longestLatency = 600_000

/** Adds the command `sandbox`, which runs until it is interrupted. */
export function addSandboxCommand(program: Command): void {
  const durabilities: readonly Durability[] = ['process', 'power']
  const unknownFields: readonly UnknownFields[] = ['accept', 'reject']
  const collect = (text: string, previous: readonly SandboxApp[]) => [
    ...(previous === defaultApps ? [] : previous),
    parseApp(text),
  ]
  program
    .command('sandbox')
    .summary('Serve the API from memory, with a demo world')
    .description('Serves the Sceyt Platform API from memory until it is stopped with Ctrl-C.')
    .addOption(
      option('--port <number>', 'Port to listen on; 0 for any free port.', 4010, wholeNumber('--port', 0, 65_535)),
    )
    .option('--host <address>', 'Address to listen on.', '127.0.0.1')
    .addOption(
      new Option('--app <id=key>', 'An application and its API key. May be repeated.')
        .default(defaultApps, 'sandbox=sandbox-key')
        .argParser(collect),
    )
    .option(
      '--private-key <file>',
      'PEM of the key that signs user tokens, for every application. By default, a new key for each run.',
    )
    .option('--seed <file>', 'Initial state of the applications: a JSON file, demo or empty.', 'demo')
    .option(
      '--data <file>',
      'Keep the state in this file, and in <file>.log and <file>.files, and load it at the start.',
    )
    .addOption(
      new Option('--durability <kind>', 'What saved changes survive: a kill (process), or a power failure too (power).')
        .choices(durabilities)
        .default('process'),
    )
    .addOption(
      option(
        '--max-state <mb>',
        'Size limit of the state, in megabytes. Requests that would exceed it get a 413.',
        500,
        wholeNumber('--max-state', 1, 1_000_000),
      ),
    )
    .addOption(
      option(
        '--latency <ms>',
        'Delay of each response, in milliseconds.',
        0,
        wholeNumber('--latency', 0, longestLatency),
      ),
    )
    .addOption(
      option(
        '--fail-rate <share>',
        'Share of requests that get a 503, from 0 to 1.',
        0,
        numberInRange('--fail-rate', 0, 1),
      ),
    )
    .addOption(
      new Option('--rate-limit <count>', 'Requests per minute for each application. By default, no limit.').argParser(
        wholeNumber('--rate-limit', 1, 1e9),
      ),
    )
    .addOption(
      new Option('--unknown-fields <action>', 'What to do with fields of a body that are not in the OpenAPI document.')
        .choices(unknownFields)
        .default('accept'),
    )
    .option('--replay <file>', 'Respond from this recording to requests that are not in the OpenAPI document.')
    .addHelpText('after', '\nExample:\n  sceyt-platform sandbox --port 4010 --data state.json')
    .action(async (values: SandboxValues) => {
      const { runSandbox } = await import('./run-sandbox.js')
      await runSandbox(values)
    })
}

const defaultApps: readonly SandboxApp[] = [{ appId: 'sandbox', apiKey: 'sandbox-key' }]

function option(flags: string, description: string, value: number, parse: (text: string) => number): Option {
  return new Option(flags, description).default(value).argParser(parse)
}

function parseApp(text: string): SandboxApp {
  const [appId = '', ...key] = text.split('=')
  if (appId === '' || key.join('=') === '')
    throw new UsageError(
      `--app must be an application id and an API key, such as shop=key-1, got ${JSON.stringify(text)}.`,
    )
  return { appId, apiKey: key.join('=') }
}
