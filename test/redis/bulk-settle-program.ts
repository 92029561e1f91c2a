/** Marks a row as not sent, and is killed right after that. */
import { Redis } from 'ioredis'
import { settleRows } from 'sceyt-platform/bulk/bullmq'

const url = process.argv[2] ?? ''
const { sendCommand } = Redis.prototype
Redis.prototype.sendCommand = function (this: Redis, command, ...more) {
  const result = sendCommand.call(this, command, ...more) as Promise<unknown>
  // The reply of the script that marks a row is its state before.
  void result?.then?.(
    (reply) => {
      if (reply === 'p') process.kill(process.pid, 'SIGKILL')
    },
    () => {},
  )
  return result
} as typeof sendCommand
await settleRows({ connection: url, job: 'rows', sendAgain: [44] })
