import { fork } from 'node:child_process'
import { once } from 'node:events'
import { inFlight, inSequence } from '../batches.js'
import { axios } from '../peers/axios.js'
import { direct } from '../peers/direct.js'
import { ky } from '../peers/ky.js'
import { openai } from '../peers/openai.js'
import { openapiFetch } from '../peers/openapi-fetch.js'
import { ours } from '../peers/ours.js'
import type { Client } from '../peers/peer.js'
import { pool } from '../peers/pool.js'
import { pooled } from '../peers/pooled.js'
import { stripe } from '../peers/stripe.js'
import { type Batch, interleave } from '../rounds.js'
import { report } from './report.js'

const peers = {
  'raw fetch': direct,
  ours,
  'ours, pooled': pooled,
  'undici Pool': pool,
  'openapi-fetch': openapiFetch,
  stripe,
  openai,
  ky,
  axios,
}
const calls = 1000

/** Microseconds per call, round by round. */
export type LoopbackTimes = Record<'sequential' | '64 at once', Record<string, number[]>>

const server = fork(new URL('server.js', import.meta.url), { execArgv: [] })
const [port] = await once(server, 'message')
const clients = Object.entries(peers).map(
  ([name, make]) => [name, make({ baseUrl: `http://127.0.0.1:${port}/v1/app`, apiKey: 'k' })] as const,
)

function measure(batch: (client: Client) => Batch): Promise<Record<string, number[]>> {
  return interleave(Object.fromEntries(clients.map(([name, client]) => [name, batch(client)])), {
    rounds: 15,
    warmUps: 1,
  })
}

const times: LoopbackTimes = {
  sequential: await measure((client) => () => inSequence(calls, () => client.get())),
  '64 at once': await measure((client) => () => inFlight(64, calls, () => client.get())),
}
await Promise.all(clients.map(([, client]) => client.close?.()))
report(times)
server.disconnect()
process.disconnect()
