import { type Command, Option } from 'commander'
import type { TokenValues } from './token-values.js'
import { UsageError } from './usage-error.js'

/** Adds the command `token`. */
export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .summary('Make a user access token')
    .description("Prints a user access token, signed with the application's private key. No request is made.")
    .argument('<username>', 'User who signs in with the token.')
    .option('--private-key <file>', 'File with the private key, as PEM, or - for the standard input. Required.')
    .option('--app-id <id>', 'Id of the application, for the claim aid. By default, there is no such claim.')
    .addOption(
      new Option('--expires-in <time>', 'Lifetime: 10m to 7d, or a number of milliseconds. By default 6h.').argParser(
        parseTime,
      ),
    )
    .option('--json', 'Print { "token", "expiresAt" } in place of the token alone.')
    .addHelpText('after', '\nExample:\n  sceyt-platform token zoe --private-key key.pem --expires-in 6h')
    .action(async (username: string, values: TokenValues) => {
      // Imported here, so that the other commands do not load jose.
      const { printToken } = await import('./print-token.js')
      await printToken(username, values)
    })
}

/** A longer text may be a key in the wrong place, which an error must not show. */
const longestTime = 20
const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function parseTime(time: string): number {
  const [, count, unit = 'ms'] = /^(\d+)(ms|s|m|h|d)?$/.exec(time) ?? []
  if (count === undefined) {
    throw new UsageError(
      `--expires-in must be a time such as 30m, 6h or 7d, or a number of milliseconds, got ${time.length > longestTime ? 'a longer text' : JSON.stringify(time)}.`,
    )
  }
  return Number(count) * (units[unit] as number)
}
