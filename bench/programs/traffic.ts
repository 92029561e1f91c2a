import autocannon from 'autocannon'
import { type Batch, interleave } from '../rounds.js'
import { apiKey, type programs } from '../sandbox/servers.js'
import { report } from './report.js'

/** Responses per second, round by round. */
export type TrafficRates = Record<'GET' | 'POST', Record<keyof typeof programs | 'kept', number[]>>

const connections = 10
const seconds = 1
const headers = { 'platform-api-key': apiKey, 'content-type': 'application/json' }
const text = JSON.stringify({ from: 'zoe', body: 'Which chapter are we on? The one after the storm, I believe.' })

function batch(options: Pick<autocannon.Options, 'url' | 'method' | 'body'>): Batch {
  return async () => {
    const { requests, duration, non2xx, errors } = await autocannon({
      ...options,
      headers,
      connections,
      duration: seconds,
    })
    if (non2xx + errors > 0)
      throw new Error(`${options.method} ${options.url} failed ${non2xx + errors} times of ${requests.total}.`)
    return requests.total / duration
  }
}

function getUser(baseUrl: string): Batch {
  return batch({ url: `${baseUrl}/users/zoe`, method: 'GET' })
}

async function postMessage(baseUrl: string): Promise<Batch> {
  const body = JSON.stringify({ subject: 'Traffic', uri: 'traffic', owner: 'zoe' })
  const response = await fetch(`${baseUrl}/public-channels`, { method: 'POST', headers, body })
  const { id } = (await response.json()) as { id: string }
  return batch({ url: `${baseUrl}/channels/${id}/messages`, method: 'POST', body: text })
}

const [ours = '', kept = '', prism = '', silentPrism = ''] = process.argv.slice(2)
const plan = { rounds: 15, warmUps: 2 }
const rates: TrafficRates = {
  GET: await interleave(
    { ours: getUser(ours), kept: getUser(kept), prism: getUser(prism), silentPrism: getUser(silentPrism) },
    plan,
  ),
  POST: await interleave(
    {
      ours: await postMessage(ours),
      kept: await postMessage(kept),
      prism: await postMessage(prism),
      silentPrism: await postMessage(silentPrism),
    },
    plan,
  ),
}
report(rates)
process.disconnect()
