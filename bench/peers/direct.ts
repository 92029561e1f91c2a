import { newMessage, type Peer } from './peer.js'

/** Bare `fetch`, without a client. */
export const direct: Peer = ({ baseUrl, apiKey, fetch = globalThis.fetch }) => ({
  get: async () => (await fetch(`${baseUrl}/users/zoe`, { headers: { 'platform-api-key': apiKey } })).json(),
  post: async () => {
    const headers = { 'platform-api-key': apiKey, 'content-type': 'application/json' }
    return (
      await fetch(`${baseUrl}/channels/123/messages`, { method: 'POST', headers, body: JSON.stringify(newMessage) })
    ).json()
  },
})
