import { type Command, Option } from 'commander'
import { commands } from '../../../generated/commands.js'
import type { CommandText } from '../../operation/command-text.js'
import { flagsOf } from '../operation-flags.js'
import { createBulkOptions } from './bulk-options.js'
import { operationOf, rowKinds } from './row-kind.js'
import type { BroadcastOptions } from './run-broadcast.js'

const description = `Sends one message to many channels: those in a file, or those that filters match.

What was sent is written to a journal. After a crash, run the same command again: no channel that has the message, or may have it, gets it twice. The exit status is 0 if every channel has it, 3 if some may have it, 1 if the server has rejected some, and 2 if nothing was sent.`

const kind = rowKinds.find(({ name }) => name === 'messages')
const rule = kind?.imports[0]

/** Adds `broadcast`. */
export function addBroadcastCommand(program: Command): void {
  if (!rule) return
  const operation = operationOf(rule.create)
  const text = commands.find((one) => one.operation === rule.create) as CommandText
  const flags = flagsOf(operation, text, new Set())
  const command = program.command('broadcast').summary('Send a message to many channels').description(description)
  for (const { option } of flags) command.addOption(option)
  const general = [
    new Option(
      '--channels <file>',
      'File with the id of a channel per line, or channels.ndjson of an export.',
    ).conflicts('filter'),
    new Option('--filter <condition>', 'Condition on the channels, such as type:eq:public. May be repeated.').argParser(
      (value: string, previous: string[] | undefined) => [...(previous ?? []), value],
    ),
    new Option('--data <json>', 'The message as JSON, @file, or - for the standard input. Flags replace its fields.'),
    new Option(
      '--journal <file>',
      'The journal. By default FILE.journal.ndjson, or with filters a name of its own in this folder.',
    ),
    new Option('--dry-run', 'Count the channels, and send nothing.'),
    new Option('--resolve', 'Print the channels that may have the message, and what the server has of it.'),
    new Option('--mark-done <channels>', 'Note that these channels have it.'),
    new Option('--send-again <channels>', 'Note that these channels do not have it.'),
    ...createBulkOptions(),
  ]
  for (const option of general) command.addOption(option)
  command
    .addHelpText(
      'after',
      "\nExample:\n  sceyt-platform broadcast --filter type:eq:public --from zoe --body 'Closed on Monday.'",
    )
    .action(async (options: BroadcastOptions) => {
      const { runBroadcast } = await import('./run-broadcast.js')
      await runBroadcast({ operation, text, flags, values: { errors: 'text', ...options }, positional: [] }, options)
    })
}
