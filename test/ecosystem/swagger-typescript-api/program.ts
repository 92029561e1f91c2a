import type { Program } from '../tool.js'
import { Api } from './client/api.js'

export const program: Program = {
  // It puts the functions of each first segment of a path into an object.
  functions: Object.assign({}, ...Object.values(new Api()).filter((value) => typeof value === 'object')),
  async getUser(baseUrl, apiKey, username) {
    const api = new Api({ baseUrl, baseApiParams: { headers: { 'Platform-Api-Key': apiKey } } })
    const { data } = await api.users.getUser(username)
    return data
  },
}
