import { inspect } from 'node:util'
import { user } from '../bodies.js'
import type { Peer } from '../peers/peer.js'
import type { Case } from './cases.js'
import { describe, outcomeOf } from './outcome.js'
import { serve } from './server.js'
import { bytesRead } from './sockets.js'

const apiKey = 'k3y-that-must-never-be-seen'

/** How one client handled one fault. */
export interface Finding {
  text: string
  /** Whether the error shows the API key. */
  leaks: boolean
}

export async function run(make: Peer, fault: Case, method: 'GET' | 'POST'): Promise<Finding> {
  let attempts = 0
  let followed: string | undefined
  const idempotencyKeys = new Set<unknown>()
  const elsewhere = await serve((request, response) => {
    followed = JSON.stringify(request.headers).includes(apiKey) ? 'key sent there' : 'followed, no key'
    response.writeHead(200, { 'content-type': 'application/json' }).end(user)
  })
  const server = await serve((request, response) => {
    request.resume().on('end', () => {
      attempts++
      idempotencyKeys.add(request.headers['idempotency-key'])
      fault.respond(response, attempts, elsewhere.origin)
    })
  })
  const client = make({ baseUrl: server.origin, apiKey, ...(fault.hangs && { timeout: 1000 }) })
  const limit = fault.hangs ? 6000 : 20_000
  const readBefore = bytesRead()
  const outcome = await outcomeOf(() => (method === 'GET' ? client.get() : client.post()), limit)
  const megabytes = (bytesRead() - readBefore) / 1e6
  server.close()
  elsewhere.close()

  const underOneKey = idempotencyKeys.size === 1 && !idempotencyKeys.has(undefined)
  const repeated =
    method === 'POST' && !fault.rejects
      ? `sent ${attempts} times${underOneKey ? ' under one key' : ''}`
      : `after ${attempts}`
  const parts = [
    describe(outcome, limit),
    attempts > 1 && repeated,
    followed,
    megabytes > 0.01 && `read ${megabytes.toFixed(1)} MB`,
  ]
  const leaks = outcome.kind === 'error' && inspect(outcome.error, { depth: 10 }).includes(apiKey)
  return { text: parts.filter(Boolean).join(', '), leaks }
}
