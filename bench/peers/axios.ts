import axiosDefault from 'axios'
import { newMessage, type Peer } from './peer.js'

export const axios: Peer = ({ baseUrl, apiKey, timeout = 0 }) => {
  const client = axiosDefault.create({ baseURL: baseUrl, headers: { 'platform-api-key': apiKey }, timeout })
  return {
    get: async () => (await client.get<unknown>('/users/zoe')).data,
    post: async () => (await client.post<unknown>('/channels/123/messages', newMessage)).data,
  }
}
