import { type Command, Option } from 'commander'
import { wholeNumber } from '../whole-number.js'
import { createBulkOptions } from './bulk-options.js'
import { limitHeap } from './limit-heap.js'
import type { ExportOptions } from './run-export.js'

const description = `Exports everything that import can create to a folder: roles, users, channels, members and messages as NDJSON, and the files that they refer to.

After a crash, run the same command again: it continues after the last page that was written. To import the folder into another application: sceyt-platform import all DIR`

/** Adds `export`. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('Export everything to a folder')
    .description(description)
    .argument('<dir>', 'Path of the folder. It is created if it does not exist.')
    .addOption(
      new Option('--read-ahead <number>', 'Pages to request ahead while one is written.')
        .argParser(wholeNumber('--read-ahead', 0, 100))
        .default(1),
    )
    .option('--no-files', 'Do not download files.')
  for (const option of createBulkOptions().filter(({ long }) => long !== '--yes')) command.addOption(option)
  command
    .addHelpText('after', '\nExample:\n  sceyt-platform export backup')
    .action(async (dir: string, options: ExportOptions) => {
      limitHeap()
      const { runExport } = await import('./run-export.js')
      await runExport(dir, options)
    })
}
