import type { Command } from 'commander'
import { createBulkOptions } from './bulk-options.js'
import { limitHeap } from './limit-heap.js'
import { redisOption } from './redis-option.js'
import type { WorkerOptions } from './run-worker.js'

const description = `Sends the rows that import --queue has added to the queue in Redis. Start any number of workers, on any number of machines: each row is sent by one of them, and with --rate, all of them together keep to one rate limit.

A worker that is stopped finishes its requests in flight, and leaves the other rows to the others. If it is killed, the others take its rows over after 30 seconds; messages that may have been sent are parked.`

/** Adds `worker`. */
export function addWorkerCommand(program: Command): void {
  const command = program
    .command('worker')
    .summary('Send the rows that import --queue has enqueued')
    .description(description)
    .addOption(redisOption())
  for (const option of createBulkOptions().filter(({ long }) => long !== '--yes')) command.addOption(option)
  command
    .addHelpText('after', '\nExample:\n  sceyt-platform worker --redis redis://127.0.0.1:6379 --rate 200/s')
    .action(async (options: WorkerOptions) => {
      limitHeap()
      const { runWorker } = await import('./run-worker.js')
      await runWorker(options)
    })
}
