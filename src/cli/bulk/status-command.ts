import type { Command } from 'commander'
import { redisOption } from './redis-option.js'
import type { StatusOptions } from './run-status.js'

const description = `Shows the jobs that import --queue has added to the queue in Redis: rows that are done, failed or parked, the rate, and the number of workers. On a terminal, it is updated until every job has ended.

With --job, it lists the rows of one job that failed or are parked. Parked rows may have been sent, and are not sent again automatically.`

/** Adds `status`. */
export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .summary('Show the progress of the jobs in the queue')
    .description(description)
    .addOption(redisOption())
    .option('--job <name>', 'Show one job, and its rows that failed or are parked.')
    .option(
      '--mark-done <rows>',
      'With --job: mark these parked rows as done: row numbers separated by commas, or all.',
    )
    .option(
      '--send-again <rows>',
      'With --job: send these rows again, which are parked or have failed: row numbers separated by commas, all (that are parked), or failed.',
    )
    .addHelpText('after', '\nExample:\n  sceyt-platform status --redis redis://127.0.0.1:6379')
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import('./run-status.js')
      await runStatus(options)
    })
}
