import { createSceyt } from '../../dist/src/index.js'
import { newMessage, type Peer } from './peer.js'

export const ours: Peer = ({ baseUrl, apiKey, fetch, timeout }) => {
  const sceyt = createSceyt({ baseUrl, apiKey, fetch, timeout })
  return { get: () => sceyt.users.get('zoe'), post: () => sceyt.messages.send('123', newMessage) }
}

/** The raw client, which is called by path, as openapi-fetch is. */
export const oursRaw: Peer = ({ baseUrl, apiKey, fetch, timeout }) => {
  const { raw } = createSceyt({ baseUrl, apiKey, fetch, timeout })
  return {
    get: () => raw.GET('/users/{username}', { params: { path: { username: 'zoe' } } }),
    post: () =>
      raw.POST('/channels/{channelId}/messages', { params: { path: { channelId: '123' } }, body: newMessage }),
  }
}
