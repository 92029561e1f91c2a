import { inSequence } from '../batches.js'
import { message, user } from '../bodies.js'
import { direct } from '../peers/direct.js'
import { ky } from '../peers/ky.js'
import { openai } from '../peers/openai.js'
import { openapiFetch } from '../peers/openapi-fetch.js'
import { ours, oursRaw } from '../peers/ours.js'
import type { Client, Peer } from '../peers/peer.js'
import { stripe } from '../peers/stripe.js'
import { type Batch, interleave } from '../rounds.js'
import { report } from './report.js'

const peers = { direct, ours, 'ours, raw': oursRaw, 'openapi-fetch': openapiFetch, stripe, openai, ky }
const calls = 2000

/** Microseconds per call, round by round. */
export type CallTimes = Record<'GET' | 'POST', Record<keyof typeof peers, number[]>>

function ignore(): void {}

function batch(make: Peer, method: keyof Client, text: string): Batch {
  // It listens to the signal of the request until it responds, as the real one does.
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    signal?.addEventListener('abort', ignore)
    const response = new Response(text, { status: 200, headers: { 'content-type': 'application/json' } })
    signal?.removeEventListener('abort', ignore)
    return response
  }
  const client = make({ baseUrl: 'https://api.example.com/v1/app', apiKey: 'k', fetch })
  return () => inSequence(calls, async () => client[method]?.())
}

function measure(method: keyof Client, text: string): Promise<CallTimes['GET']> {
  const batches = Object.entries(peers).map(([name, make]) => [name, batch(make, method, text)] as const)
  return interleave(Object.fromEntries(batches) as Record<keyof typeof peers, Batch>, { rounds: 15, warmUps: 2 })
}

const times: CallTimes = { GET: await measure('get', user), POST: await measure('post', message) }
report(times)
