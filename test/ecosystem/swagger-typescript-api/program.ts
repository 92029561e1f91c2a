import type { Program } from '../tool.js'
import { Api } from './client/api.js'

export const program: Program = {
  // It groups the functions into objects by the first path segment.
  functions: Object.assign({}, ...Object.values(new Api()).filter((value) => typeof value === 'object')),
  async getUser(baseUrl, apiKey, username) {
    const api = new Api({ baseUrl, baseApiParams: { headers: { 'Platform-Api-Key': apiKey } } })
    const { data } = await api.users.getUser(username)
    return data
  },
}
