import { createClient } from '@hey-api/openapi-ts'
import type { Tool } from '../tool.js'

export const heyApi: Tool = {
  name: '@hey-api/openapi-ts',
  folder: 'hey-api',
  async generate(input, path) {
    await createClient({
      input,
      output: path,
      plugins: ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
      logs: { level: 'silent' },
    })
  },
}
