import { Pool } from 'undici'
import { newMessage, type Peer } from './peer.js'

/** undici's fastest interface, without a client. */
export const pool: Peer = ({ baseUrl, apiKey }) => {
  const { origin, pathname } = new URL(baseUrl)
  const connections = new Pool(origin, { connections: 16 })
  const headers = { 'platform-api-key': apiKey }
  return {
    get: async () => (await connections.request({ path: `${pathname}/users/zoe`, method: 'GET', headers })).body.json(),
    post: async () => {
      const path = `${pathname}/channels/123/messages`
      const body = JSON.stringify(newMessage)
      return (
        await connections.request({
          path,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        })
      ).body.json()
    },
    close: () => connections.close(),
  }
}
