/** Serves a sandbox, and counts its responses, until the parent process ends. */
import { createSandbox, type Seed } from '../../dist/src/sandbox/index.js'
import { listen } from '../../dist/src/sandbox/node/index.js'
import { sender } from '../bulk/rows.js'
import { report } from './report.js'

/** What a server has, as JSON in its first parameter. */
export interface BulkWorld {
  /** Requests per second. Default: no limit. */
  perSecond?: number
  /** Default: none. */
  channels?: number
  /** Messages of each channel. Default: none. */
  messages?: number
  /** Milliseconds that each response is delayed. Default: none. */
  latency?: number
}

/** Responses by the second in which their requests arrived, counted from the first one. */
export type ResponseCounts = readonly { accepted: number; limited: number }[]

const { perSecond, channels = 0, messages = 0, latency } = JSON.parse(process.argv[2] ?? '{}') as BulkWorld

function seedOf(): Seed {
  const texts = (channel: number) =>
    Array.from({ length: messages }, (_, number) => ({
      from: sender,
      body: `Message ${number} of channel ${channel}, with a few more words in it.`,
      type: 'text',
    }))
  return {
    users: [{ username: sender }],
    channels: Array.from({ length: channels }, (_, channel) => ({
      type: 'private',
      owner: sender,
      messages: texts(channel),
    })),
  }
}

const sandbox = createSandbox({
  seed: seedOf(),
  maxStateBytes: 2 ** 31,
  ...(perSecond !== undefined && { rateLimit: { requests: perSecond, window: 1000 } }),
})
if (latency !== undefined) sandbox.faults.add({ latency })
const counts: { accepted: number; limited: number }[] = []
let first: number | undefined
sandbox.journal.listen(({ time, status }) => {
  const arrived = Date.parse(time)
  first ??= arrived
  const second = Math.floor((arrived - first) / 1000)
  while (counts.length <= second) counts.push({ accepted: 0, limited: 0 })
  const count = counts[second]
  if (count && status === 200) count.accepted++
  if (count && status === 429) count.limited++
})
process.on('message', () => report(counts))
process.on('disconnect', () => process.exit())
const server = await listen(sandbox)
report(server.connection())
