import kyDefault from 'ky'
import { newMessage, type Peer } from './peer.js'

export const ky: Peer = ({ baseUrl, apiKey, fetch, timeout }) => {
  const client = kyDefault.create({
    prefixUrl: baseUrl,
    headers: { 'platform-api-key': apiKey },
    ...(fetch && { fetch }),
    ...(timeout && { timeout }),
  })
  return {
    get: () => client.get('users/zoe').json(),
    post: () => client.post('channels/123/messages', { json: newMessage }).json(),
  }
}
