/** The other side, in a process of its own so that its memory is not the client's: a sandbox, and the proxy before it. */

import type { Seed } from '../../src/sandbox/index.js'
import { createSandbox } from '../../src/sandbox/index.js'
import { listen } from '../../src/sandbox/node/index.js'
import { channelOfLane, userOfLane } from './names.js'
import { type FaultyProxy, startProxy } from './proxy.js'

/** What the process is started with, as JSON in its first argument. */
export interface ServerOptions {
  seed: number
  /** Share of requests with a fault, from 0 to 1. */
  rate: number
  /** How many chains of calls will come. */
  lanes: number
}

/** Where calls go. */
export interface Started {
  baseUrl: string
  apiKey: string
}

/** What the other side knows at the end. */
export interface Evidence {
  state: Seed
  injected: FaultyProxy['injected']
  reached: readonly number[]
  requests: number
  /** Connections of the client that are still open. */
  connections: number
}

/** Milliseconds that connections may take to close. */
const patience = 2_000

const { seed, rate, lanes } = JSON.parse(process.argv[2] ?? '{}') as ServerOptions
const numbers = Array.from({ length: lanes }, (_none, lane) => lane)
const sandbox = createSandbox({
  seed: {
    users: numbers.map((lane) => ({ username: userOfLane(lane) })),
    channels: numbers.map((lane) => ({
      type: 'public',
      id: channelOfLane(lane),
      subject: `Lane ${lane}`,
      owner: userOfLane(lane),
    })),
  },
})
const server = await listen(sandbox)
const proxy = await startProxy({ target: server.origin, seed, rate })
const { apiKey } = sandbox.connection()

process.on('message', async () => {
  const connections = await proxy.connections(patience)
  const [state = {}] = Object.values(sandbox.snapshot().apps)
  const evidence: Evidence = {
    state,
    injected: proxy.injected,
    reached: proxy.reached,
    requests: proxy.requests(),
    connections,
  }
  process.send?.(evidence, () => process.exit())
})
process.on('disconnect', () => process.exit())
process.send?.({ baseUrl: server.baseUrl().replace(server.origin, proxy.origin), apiKey } satisfies Started)
