import type { Program } from '../tool.js'
import { client } from './client/client.gen.js'
import * as functions from './client/index.js'

export const program: Program = {
  functions,
  async getUser(baseUrl, apiKey, username) {
    client.setConfig({ baseUrl, auth: apiKey })
    const { data } = await functions.getUser({ path: { username }, throwOnError: true })
    return data
  },
}
