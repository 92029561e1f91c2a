import createClient from 'openapi-fetch'
import type { paths } from '../../dist/src/index.js'
import { newMessage, type Peer } from './peer.js'

export const openapiFetch: Peer = ({ baseUrl, apiKey, fetch }) => {
  const client = createClient<paths>({ baseUrl, headers: { 'platform-api-key': apiKey }, ...(fetch && { fetch }) })
  return {
    get: () => client.GET('/users/{username}', { params: { path: { username: 'zoe' } } }),
    post: () =>
      client.POST('/channels/{channelId}/messages', { params: { path: { channelId: '123' } }, body: newMessage }),
  }
}
