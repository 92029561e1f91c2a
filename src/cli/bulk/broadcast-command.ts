import { type Command, Option } from 'commander'
import { commands } from '../../../generated/commands.js'
import type { CommandText } from '../../operation/command-text.js'
import { checkCondition } from '../check-condition.js'
import { flagsOf } from '../operation-flags.js'
import { createBulkOptions } from './bulk-options.js'
import { exitStatusHelp } from './exit-status-help.js'
import { limitHeap } from './limit-heap.js'
import { operationOf, rowKinds } from './row-kind.js'
import type { BroadcastOptions } from './run-broadcast.js'

const description = `Sends a message to many channels: those in a file, or those that match filters.

A journal records what was sent. After a crash, run the same command again to continue: no channel gets the message twice.`

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
    new Option('--channels <file>', 'File with one channel id per line, or channels.ndjson of an export.').conflicts(
      'filter',
    ),
    new Option('--filter <condition>', 'Condition on the channels, such as type:eq:public. May be repeated.').argParser(
      (value: string, previous: string[] | undefined) => [...(previous ?? []), checkCondition('--filter', value)],
    ),
    new Option('--data <json>', 'The message as JSON, @file, or - for the standard input. Flags replace its fields.'),
    new Option(
      '--journal <file>',
      'Path of the journal. By default, FILE.journal.ndjson; with --filter, a file in the current folder.',
    ),
    new Option('--dry-run', 'Count the channels, and send nothing.'),
    new Option('--resolve', 'Print the parked channels, which may have the message, and whether they have it.'),
    new Option('--mark-done <channels>', 'Mark these parked channels as done: ids separated by commas, or all.'),
    new Option(
      '--send-again <channels>',
      'Mark these parked channels as not done: the next run sends them the message.',
    ),
    ...createBulkOptions(),
  ]
  for (const option of general) command.addOption(option)
  command
    .addHelpText('after', exitStatusHelp())
    .addHelpText(
      'after',
      "\nExample:\n  sceyt-platform broadcast --filter type:eq:public --from zoe --body 'Closed on Monday.'",
    )
    .action(async (options: BroadcastOptions) => {
      limitHeap()
      const { runBroadcast } = await import('./run-broadcast.js')
      await runBroadcast({ operation, text, flags, values: { errors: 'text', ...options }, positional: [] }, options)
    })
}
