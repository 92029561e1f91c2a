/** Serves a sandbox with a rate limit, and records its requests, until the parent process ends. */
import { createSandbox } from '../../dist/src/sandbox/index.js'
import { listen } from '../../dist/src/sandbox/node/index.js'
import { killSeed } from '../bulk/kill-target.js'
import { report } from './report.js'

/** A request: the Unix milliseconds at which it arrived, and whether it was within the limit. */
export type Arrival = readonly [time: number, isAccepted: boolean]

const sandbox = createSandbox({
  seed: killSeed,
  maxStateBytes: 2 ** 31,
  rateLimit: { requests: Number(process.argv[2]), window: 1000 },
})
const arrivals: Arrival[] = []
sandbox.journal.listen(({ time, status }) => arrivals.push([Date.parse(time), status === 200]))

function bodies(): (string | undefined)[] {
  const { channels = [] } = sandbox.snapshot().apps['sandbox'] ?? {}
  return channels.flatMap(({ messages = [] }) => messages.map(({ body }) => body))
}

process.on('message', (question) => report(question === 'arrivals' ? arrivals : bodies()))
process.on('disconnect', () => process.exit())
const server = await listen(sandbox)
report(server.connection())
