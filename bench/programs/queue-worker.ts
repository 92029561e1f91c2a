/** Sends the rows of jobs through a shared limiter until it is killed, and counts those that it has sent. */
import { Redis } from 'ioredis'
import { createWorker } from '../../dist/src/bulk/bullmq/index.js'
import { createSceyt } from '../../dist/src/index.js'
import { sharedLimiter } from '../../dist/src/redis/index.js'
import { messageOf } from '../bulk/rows.js'
import { report } from './report.js'

/** What a worker does, as JSON in its first parameter. */
export interface QueueWork {
  /** The URL of Redis. */
  connection: string
  baseUrl: string
  apiKey: string
  /** Requests per second of all workers together. */
  rate: number
  /** Milliseconds after which another worker takes a batch over. */
  takeover: number
}

const { connection, baseUrl, apiKey, rate, takeover } = JSON.parse(process.argv[2] ?? '{}') as QueueWork
const redis = new Redis(connection)
const limiter = sharedLimiter({ redis, name: 'bench', rate })
const sceyt = createSceyt({ baseUrl, apiKey, limiter })
let sent = 0
await createWorker<number, unknown>({
  connection,
  takeover,
  concurrency: 32,
  limiter,
  read: ({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index + 1),
  async perform(row, options) {
    const { channel, ...message } = messageOf(row)
    await sceyt.messages.send(channel, message, options)
    sent++
  },
  onWarning() {},
})
process.on('message', () => report(sent))
process.on('disconnect', () => process.exit())
report('ready')
