import { newMessage, type Peer } from './peer.js'

/** No client at all. */
export const direct: Peer = ({ baseUrl, apiKey, fetch = globalThis.fetch }) => ({
  get: async () => (await fetch(`${baseUrl}/users/zoe`, { headers: { 'x-api-key': apiKey } })).json(),
  post: async () => {
    const headers = { 'x-api-key': apiKey, 'content-type': 'application/json' }
    return (await fetch(`${baseUrl}/channels/123/messages`, { method: 'POST', headers, body: JSON.stringify(newMessage) })).json()
  },
})
