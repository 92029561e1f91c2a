import OpenAI from 'openai'
import { newMessage, type Peer } from './peer.js'

export const openai: Peer = ({ baseUrl, apiKey, fetch, timeout }) => {
  const client = new OpenAI({ baseURL: baseUrl, apiKey, fetch, timeout })
  return {
    get: () => client.get('/users/zoe'),
    post: () => client.post('/channels/123/messages', { body: newMessage }),
  }
}
