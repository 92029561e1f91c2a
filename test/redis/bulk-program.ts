/** Sends the rows of jobs until it is killed, or its standard input ends: users, and messages whose body is their row. */
import { createSceyt } from 'sceyt-platform'
import { createWorker } from 'sceyt-platform/bulk/bullmq'
import type { BulkRows } from './bulk-rows.js'

const { redis, baseUrl, takeover } = JSON.parse(process.argv[2] ?? '') as Record<'redis' | 'baseUrl', string> & {
  takeover: number
}
const sceyt = createSceyt({ baseUrl, apiKey: 'sandbox-key' })
const worker = await createWorker<{ row: number } & BulkRows, unknown>({
  connection: redis,
  takeover,
  read: ({ from, to, input }) =>
    Array.from({ length: to - from }, (_, index) => ({ row: from + index, ...(input as BulkRows) })),
  perform: ({ row, channel }, call) =>
    channel === undefined
      ? sceyt.users.create({ username: `user-${row}` }, call)
      : sceyt.messages.send(channel, { from: 'zoe', body: `message ${row}` }, call),
  order: ({ inOrder }) => (inOrder ? 'one' : undefined),
  isRepeatable: ({ channel }) => channel === undefined,
  onWarning() {},
  onError(error) {
    console.log(`error: ${error.message}`)
  },
})
console.log('ready')
process.stdin.on('end', () => void worker.close())
process.stdin.resume()
await worker.closed
