import { ok } from '@oazapfts/runtime'
import type { Program } from '../tool.js'
import * as functions from './client/api.js'

export const program: Program = {
  functions,
  async getUser(baseUrl, apiKey, username) {
    functions.defaults.baseUrl = baseUrl
    functions.defaults.headers = { 'Platform-Api-Key': apiKey }
    return ok(functions.getUser(username))
  },
}
