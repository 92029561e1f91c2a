import { createSceyt } from '../../dist/src/index.js'
import { pooledFetch } from '../../dist/src/node/index.js'
import { newMessage, type Peer } from './peer.js'

/** The client with `pooledFetch`. */
export const pooled: Peer = ({ baseUrl, apiKey, timeout }) => {
  const fetch = pooledFetch({ connections: 16 })
  const sceyt = createSceyt({ baseUrl, apiKey, timeout, fetch })
  return {
    get: () => sceyt.users.get('zoe'),
    post: () => sceyt.messages.send('123', newMessage),
    close: () => fetch.close(),
  }
}
