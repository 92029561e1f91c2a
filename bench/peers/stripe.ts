import Stripe from 'stripe'
import type { Peer } from './peer.js'

/** Stripe's client supports only its own paths, and sends forms. */
export const stripe: Peer = ({ baseUrl, apiKey, fetch, timeout }) => {
  const { protocol, hostname, port } = new URL(baseUrl)
  const client = new Stripe(apiKey, {
    host: hostname,
    protocol: protocol === 'http:' ? 'http' : 'https',
    ...(port && { port }),
    ...(fetch && { httpClient: Stripe.createFetchHttpClient(fetch) }),
    ...(timeout && { timeout }),
  })
  return {
    get: () => client.customers.retrieve('zoe'),
    post: () => client.customers.create({ name: 'zoe', description: 'Hello' }),
  }
}
