import { type Command, Option } from 'commander'
import { createBulkOptions } from './bulk-options.js'
import { type RowKind, rowKinds } from './row-kind.js'
import { rowFormats } from './rows-file.js'
import type { ImportOptions } from './run-import.js'
import type { ImportAllOptions } from './run-import-all.js'

const description = `Creates many things from the rows of a file: CSV with a header, or NDJSON with a JSON object per line.

All rows are checked before any is sent. What was sent is written to a journal beside the file: after a crash, run the same command again, and it goes on where it was.

The exit status is 0 if every row is done, 3 if rows are parked (they may have been sent, and are not sent again by themselves), 1 if the server has rejected rows, and 2 if nothing was sent.`

/** Adds `import` with a command for each kind of rows. */
export function addImportCommand(program: Command): void {
  const command = program.command('import').summary('Create many things from a file').description(description)
  for (const kind of rowKinds) addKind(command, kind)
  addAll(command)
}

function addAll(parent: Command): void {
  const command = parent
    .command('all')
    .summary('Import a folder that export has written')
    .description(
      'Imports a folder that export has written, also to another application: files, roles, users, channels, members and messages, in this order. Channels and messages get new ids, and messages keep their order within a channel. Roles that exist are updated.',
    )
    .argument('<dir>', 'Path of the folder. The journals are in a folder in it.')
    .option('--dry-run', 'Check the rows, and send nothing.')
  for (const option of createBulkOptions()) command.addOption(option)
  command
    .addHelpText('after', '\nExample:\n  sceyt-platform import all backup --profile staging')
    .action(async (dir: string, options: ImportAllOptions) => {
      const { runImportAll } = await import('./run-import-all.js')
      await runImportAll(dir, options)
    })
}

function addKind(parent: Command, kind: RowKind): void {
  const columns = Object.entries(kind.columns).map(([name, text]) => `  ${name.padEnd(12)}${text}`)
  const command = parent
    .command(kind.name)
    .summary(`Import ${kind.name}`)
    .description(
      `Imports ${kind.name}. The columns of CSV, and the fields of NDJSON:\n\n${columns.join('\n')}\n\nLists in CSV are written as JSON. An empty cell is no value.`,
    )
    .argument('<file>', 'Path of the file, or - for the standard input.')
    .addOption(
      new Option('--format <format>', 'Format of the file. By default, that of its ending.').choices(rowFormats),
    )
    .option('--journal <file>', 'The journal. By default, FILE.journal.ndjson.')
    .option('--dry-run', 'Check the rows, and send nothing.')
  if (kind.canUpdate) command.option('--update', 'Update what exists already.')
  if (kind.imports.some(({ path }) => Object.keys(path).length > 0))
    command.option(
      '--map <journals...>',
      'Journals of imports of channels: their old ids in this file are replaced by the new ones.',
    )
  if (kind.imports.some(({ key }) => key === undefined)) {
    command
      .option('--resolve', 'Print the rows that may have been sent, and what the server has of them.')
      .option('--mark-done <lines>', 'Note that these parked rows were sent.')
      .option('--send-again <lines>', 'Note that these parked rows were not sent.')
  }
  for (const option of createBulkOptions()) command.addOption(option)
  command
    .addHelpText('after', `\nExample:\n  sceyt-platform import ${kind.name} ${kind.name}.csv --rate 200/s`)
    .action(async (path: string, options: ImportOptions) => {
      const { runImport } = await import('./run-import.js')
      await runImport(kind, path, options)
    })
}
