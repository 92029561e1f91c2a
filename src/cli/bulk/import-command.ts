import { type Command, Help, Option } from 'commander'
import { createBulkOptions } from './bulk-options.js'
import { exitStatusHelp } from './exit-status-help.js'
import { limitHeap } from './limit-heap.js'
import type { QueueOptions } from './queue-import.js'
import { redisOption } from './redis-option.js'
import { type RowKind, rowKinds } from './row-kind.js'
import { rowFormats } from './rows-file.js'
import type { ImportOptions } from './run-import.js'
import type { ImportAllOptions } from './run-import-all.js'

const description = `Creates roles, users, channels, members or messages from the rows of a file: CSV with a header, or NDJSON with one JSON object per line.

All rows are checked before any is sent. A journal beside the file records what was sent: after a crash, run the same command again to continue.`

/** Adds `import` with a command for each kind of rows. */
export function addImportCommand(program: Command): void {
  const command = program
    .command('import')
    .summary('Create users, channels and more from a file')
    .description(description)
    .addHelpText('after', exitStatusHelp())
  for (const kind of rowKinds) addKind(command, kind)
  addAll(command)
}

function addAll(parent: Command): void {
  const command = parent
    .command('all')
    .summary('Import a folder that export has written')
    .description(
      'Imports a folder that export has written, into the same or another application: files, roles, users, channels, members and messages, in this order. Channels and messages get new ids, and messages keep their order within a channel. Roles that exist already are updated.',
    )
    .argument('<dir>', 'Path of the folder. The journals are written to a folder in it.')
    .option('--dry-run', 'Check the rows, and send nothing.')
    .option('--resolve', 'Print the parked rows, which may have been sent, and whether the server has them.')
    .option(
      '--mark-done <rows>',
      'Mark these parked rows as done: names such as messages:17, separated by commas, or all.',
    )
    .option('--send-again <rows>', 'Mark these parked rows as not sent: the next run sends them.')
  for (const option of createBulkOptions()) command.addOption(option)
  command
    .addHelpText('after', exitStatusHelp())
    .addHelpText('after', '\nExample:\n  sceyt-platform import all backup --profile staging')
    .action(async (dir: string, options: ImportAllOptions) => {
      limitHeap()
      const { runImportAll } = await import('./run-import-all.js')
      await runImportAll(dir, options)
    })
}

function addKind(parent: Command, kind: RowKind): void {
  const help = new Help()
  const width = Math.max(...Object.keys(kind.columns).map((name) => name.length))
  const columns = Object.entries(kind.columns).map(([name, text]) => help.formatItem(name, width, text, help))
  const command = parent
    .command(kind.name)
    .summary(`Import ${kind.name}`)
    .description(
      `Imports ${kind.name}. The columns of CSV, and the fields of NDJSON:\n\n${columns.join('\n')}\n\nIn CSV, lists are written as JSON, and an empty cell stands for no value.`,
    )
    .argument('<file>', 'Path of the file, or - for the standard input.')
    .addOption(
      new Option('--format <format>', 'Format of the file. By default, that of its extension.').choices(rowFormats),
    )
    .option('--journal <file>', 'Path of the journal. By default, FILE.journal.ndjson.')
    .option('--dry-run', 'Check the rows, and send nothing.')
  if (kind.canUpdate) command.option('--update', `Update ${kind.name} that exist already.`)
  if (kind.imports.some(({ path }) => Object.keys(path).length > 0))
    command.option(
      '--map <journals...>',
      'Journals of channel imports: the old channel ids in this file are replaced by the new ones.',
    )
  if (kind.imports.some(({ key }) => key === undefined)) {
    command
      .option('--resolve', 'Print the parked rows, which may have been sent, and whether the server has them.')
      .option('--mark-done <lines>', 'Mark these parked rows as done: line numbers separated by commas, or all.')
      .option('--send-again <lines>', 'Mark these parked rows as not sent: the next run sends them.')
  }
  const toQueue = new Option('--queue', 'Add the rows to the queue in Redis, from which workers send them.').conflicts([
    ...['journal', 'map', 'resolve', 'markDone', 'sendAgain', 'dryRun', 'rate'],
  ])
  for (const option of [toQueue, redisOption()]) command.addOption(option.helpGroup('Queue:'))
  for (const option of createBulkOptions()) command.addOption(option)
  command
    .addHelpText('after', exitStatusHelp('With --queue, 0 means that the rows are in the queue.'))
    .addHelpText('after', `\nExample:\n  sceyt-platform import ${kind.name} ${kind.name}.csv --rate 200/s`)
    .action(async (path: string, options: ImportOptions & QueueOptions) => {
      limitHeap()
      if (options.queue) {
        const { queueImport } = await import('./queue-import.js')
        return queueImport(kind, path, options)
      }
      const { runImport } = await import('./run-import.js')
      await runImport(kind, path, options)
    })
}
