import { type Command, Option } from 'commander'
import { apiKeyHeader } from '../../generated/operations.js'
import type { DoctorValues } from './doctor-values.js'
import { wholeNumber } from './whole-number.js'

const longestTimeout = 2 ** 31 - 1

/** Adds the command `doctor`. */
export function addDoctorCommand(program: Command): void {
  const milliseconds = (flag: string, description: string, value: number) =>
    new Option(`${flag} <ms>`, description).default(value).argParser(wholeNumber(flag, 1, longestTimeout))
  program
    .command('doctor')
    .summary('Compare a server with the OpenAPI document')
    .description(
      `Compares a server with the OpenAPI document. It makes only read requests. It prints a report in Markdown without names, texts and keys, so that the report can be shared. If the server expects the API key in another header (${apiKeyHeader}, X-API-Key, Api-Key and Authorization are tried, with and without Bearer), or another separator between filter values, the report ends with the options to set.

The API key is read from SCEYT_API_KEY.`,
    )
    .option('--profile <name>', 'Profile with the server and the API key, in place of the options and variables below.')
    .option('--api-url <host>', 'API host (SCEYT_API_URL).')
    .option('--app-id <id>', 'Id of the application (SCEYT_APP_ID).')
    .option('--base-url <url>', 'Base URL in place of both, for a proxy or a mock (SCEYT_BASE_URL).')
    .option('--api-key-header <name>', 'Header that the API key is sent in.', apiKeyHeader)
    .option('--filter-separator <separator>', 'Separator between the values of an in filter: ; or &. By default ;.')
    .addOption(milliseconds('--timeout', 'Timeout of each request, in milliseconds.', 10_000))
    .addOption(milliseconds('--total-timeout', 'Timeout of the whole run, in milliseconds.', 60_000))
    .addHelpText(
      'after',
      `
The report goes to stdout, and the progress of a run that takes longer to
stderr. When the time is up, or after Ctrl-C, the report covers what was
examined, and lists the rest.

Exits with 0 if everything was examined and nothing differs, with 1 if something
differs, with 2 if the server, or a part of it, could not be examined, and with
130 after Ctrl-C.

Example:
  sceyt-platform doctor --base-url http://127.0.0.1:4010/v1/sandbox`,
    )
    .action(async (values: DoctorValues) => {
      const { runDoctor } = await import('./run-doctor.js')
      await runDoctor(values)
    })
}
